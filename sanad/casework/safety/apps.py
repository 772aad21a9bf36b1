from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "sanad.casework.safety"
    label = "safety"

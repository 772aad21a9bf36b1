from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "sanad.web.family"
    label = "web_family"

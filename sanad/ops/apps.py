from django.apps import AppConfig


class OpsConfig(AppConfig):
    name = "sanad.ops"
    label = "ops"

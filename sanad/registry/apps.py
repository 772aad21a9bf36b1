from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "sanad.registry"
    label = "registry"

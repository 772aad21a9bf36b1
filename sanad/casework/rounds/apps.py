from django.apps import AppConfig


class RoundsConfig(AppConfig):
    name = "sanad.casework.rounds"
    label = "rounds"

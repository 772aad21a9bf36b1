from django.apps import AppConfig


class StaffConfig(AppConfig):
    name = "sanad.staff"
    label = "staff"

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "sanad.web.office"
    label = "web_office"

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "sanad.web.desk"
    label = "web_desk"

from django.apps import AppConfig


class SharedConfig(AppConfig):
    name = "sanad.web.shared"
    label = "web_shared"

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "sanad.web.public"
    label = "web_public"

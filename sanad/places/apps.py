from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "sanad.places"
    label = "places"

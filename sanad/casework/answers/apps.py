from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "sanad.casework.answers"
    label = "answers"

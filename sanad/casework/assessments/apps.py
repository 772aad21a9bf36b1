from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "sanad.casework.assessments"
    label = "assessments"

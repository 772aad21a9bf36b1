from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "sanad.evidence"
    label = "evidence"

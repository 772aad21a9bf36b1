from django.apps import AppConfig


class InquiriesConfig(AppConfig):
    name = "sanad.casework.inquiries"
    label = "inquiries"

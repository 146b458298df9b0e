from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "rangkul.journey.assessment"
    label = "assessment"
    verbose_name = "Asesmen"

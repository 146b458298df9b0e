from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "rangkul.entry.intake"
    label = "intake"
    verbose_name = "Permintaan"

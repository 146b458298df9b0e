from django.apps import AppConfig


class CrisisConfig(AppConfig):
    name = "rangkul.entry.crisis"
    label = "crisis"
    verbose_name = "Krisis"

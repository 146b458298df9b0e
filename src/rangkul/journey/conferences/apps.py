from django.apps import AppConfig


class ConferencesConfig(AppConfig):
    name = "rangkul.journey.conferences"
    label = "conferences"
    verbose_name = "Pembahasan kasus"

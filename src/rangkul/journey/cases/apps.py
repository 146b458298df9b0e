from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "rangkul.journey.cases"
    label = "cases"
    verbose_name = "Kasus"

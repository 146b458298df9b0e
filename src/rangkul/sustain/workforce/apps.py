from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    name = "rangkul.sustain.workforce"
    label = "workforce"
    verbose_name = "Supervisi"

from django.apps import AppConfig


class SignalsConfig(AppConfig):
    name = "rangkul.entry.signals"
    label = "signals"
    verbose_name = "Tanda bahaya dalam kata-kata"

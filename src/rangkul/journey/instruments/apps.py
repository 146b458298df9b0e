from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    name = "rangkul.journey.instruments"
    label = "instruments"
    verbose_name = "Instrumen"

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "rangkul.journey.visits"
    label = "visits"
    verbose_name = "Kunjungan rumah"

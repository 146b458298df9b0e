from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "rangkul.journey.reports"
    label = "reports"
    verbose_name = "Dokumen"

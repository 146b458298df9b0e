from django.apps import AppConfig


class TrustConfig(AppConfig):
    name = "rangkul.commons.trust"
    label = "trust"
    verbose_name = "Kepercayaan"

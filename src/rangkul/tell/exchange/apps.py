from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "rangkul.tell.exchange"
    label = "exchange"
    verbose_name = "Pertukaran data"

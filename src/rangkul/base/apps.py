from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "rangkul.base"
    label = "base"
    verbose_name = "Dasar"

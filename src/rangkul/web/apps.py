from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "rangkul.web"
    label = "web"
    verbose_name = "Rangkul"

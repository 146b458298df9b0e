from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "rangkul.web.demo"
    label = "demo"
    verbose_name = "Dunia contoh"

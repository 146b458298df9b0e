from django.apps import AppConfig


class DesksConfig(AppConfig):
    name = "rangkul.web.desks"
    label = "desks"
    verbose_name = "Meja"

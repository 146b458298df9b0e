from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "rangkul.web.look"
    label = "look"

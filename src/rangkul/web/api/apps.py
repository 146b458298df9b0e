from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "rangkul.web.api"
    label = "api"
    verbose_name = "API"

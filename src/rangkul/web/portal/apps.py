from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "rangkul.web.portal"
    label = "portal"
    verbose_name = "Portal"

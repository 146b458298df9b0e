from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "rangkul.web.site"
    label = "site"
    verbose_name = "Situs"

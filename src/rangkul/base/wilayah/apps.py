from django.apps import AppConfig


class WilayahConfig(AppConfig):
    name = "rangkul.base.wilayah"
    label = "wilayah"
    verbose_name = "Wilayah"

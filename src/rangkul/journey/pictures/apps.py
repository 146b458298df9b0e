from django.apps import AppConfig


class PicturesConfig(AppConfig):
    name = "rangkul.journey.pictures"
    label = "pictures"
    verbose_name = "Gambar"

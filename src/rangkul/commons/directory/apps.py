from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "rangkul.commons.directory"
    label = "directory"
    verbose_name = "Direktori layanan"

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "rangkul.base"
    label = "base"
    verbose_name = "Dasar"

    def ready(self) -> None:
        from rangkul.base import lookups  # noqa: F401  `among` is a word of every query set

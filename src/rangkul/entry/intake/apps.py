from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "rangkul.entry.intake"
    label = "intake"
    verbose_name = "Permintaan"

    def ready(self) -> None:
        from rangkul.entry.intake import keeping

        keeping.connect()

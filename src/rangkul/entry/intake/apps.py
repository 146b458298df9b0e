from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "rangkul.entry.intake"
    label = "intake"
    verbose_name = "Permintaan"

    def ready(self) -> None:
        from rangkul.commons.people import hooks
        from rangkul.entry.intake import keeping, leaving

        keeping.connect()
        hooks.holdings.append(leaving.HOLDING)

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "rangkul.entry.intake"
    label = "intake"
    verbose_name = "Permintaan"

    def ready(self) -> None:
        from rangkul.commons.people import hooks
        from rangkul.entry.intake import keeping, leaving
        from rangkul.entry.intake.queries.waits import waits

        keeping.connect()
        hooks.holdings.append(leaving.HOLDING)
        hooks.waits.append(waits)

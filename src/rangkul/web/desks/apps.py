from django.apps import AppConfig


class DesksConfig(AppConfig):
    name = "rangkul.web.desks"
    label = "desks"
    verbose_name = "Meja"

    def ready(self) -> None:
        from rangkul.web.desks import (
            device_alerts,
            early_clocks,
            late_signatures,
            line_calls,
            old_services,
            open_doubts,
            partner_days,
            undelivered,
        )

        old_services.register()
        line_calls.register()
        partner_days.register()
        undelivered.register()
        device_alerts.register()
        late_signatures.register()
        open_doubts.register()
        early_clocks.register()

from django.apps import AppConfig


class TrustConfig(AppConfig):
    name = "rangkul.commons.trust"
    label = "trust"
    verbose_name = "Persetujuan dan hak"

    def ready(self) -> None:
        from rangkul.commons.trust import people_hooks

        people_hooks.connect()

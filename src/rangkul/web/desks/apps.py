from django.apps import AppConfig


class DesksConfig(AppConfig):
    name = "rangkul.web.desks"
    label = "desks"
    verbose_name = "Meja"

    def ready(self) -> None:
        from rangkul.web.desks import old_services

        old_services.register()

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "rangkul.commons.directory"
    label = "directory"
    verbose_name = "Direktori layanan"

    def ready(self) -> None:
        from rangkul.commons.directory.actions.leaving import HOLDINGS
        from rangkul.commons.people import hooks

        hooks.holdings.extend(HOLDINGS)

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "rangkul.commons.people"
    label = "people"
    verbose_name = "Orang"

    def ready(self) -> None:
        from rangkul.commons.people import hooks
        from rangkul.commons.people.actions.doubts import HOLDING

        hooks.holdings.append(HOLDING)
        from rangkul.commons.people import lookups  # noqa: F401  `registered_as` is a word of every query set

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConferencesConfig(AppConfig):
    name = "rangkul.journey.conferences"
    label = "conferences"
    verbose_name = "Pembahasan kasus"

    def ready(self):
        from rangkul.commons.people import hooks as people
        from rangkul.commons.trust import hooks as trust
        from rangkul.journey.cases import hooks
        from rangkul.journey.conferences import leaving, queries, timeline

        people.holdings.append(leaving.HOLDING)
        trust.guests.append(queries.guests_named)
        hooks.tabs.append(hooks.Tab(_("Pembahasan"), "conferences:of_case", "users-group"))
        hooks.presenters.update(timeline.PRESENTERS)

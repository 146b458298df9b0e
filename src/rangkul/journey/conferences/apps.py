from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class ConferencesConfig(AppConfig):
    name = "rangkul.journey.conferences"
    label = "conferences"
    verbose_name = "Pembahasan kasus"

    def ready(self):
        from rangkul.commons.people import hooks as people
        from rangkul.commons.trust import hooks as trust
        from rangkul.journey.cases import hooks
        from rangkul.journey.conferences import leaving, queries, states, timeline

        people.holdings.append(leaving.HOLDING)
        trust.guests.append(queries.guests_named)
        hooks.tabs.append(hooks.Tab(_("Pembahasan"), "conferences:of_case", "users-group"))
        hooks.programme_checks["conference"].append(queries.was_held)
        hooks.presenters.update(timeline.PRESENTERS)
        hooks.late_kinds[states.MEETING_AGAIN] = hooks.LateKind(
            _("Pertemuan berikutnya perlu direncanakan"), _("Rencanakan pertemuan"), "conferences:of_case"
        )
        hooks.late_kinds[states.GUEST_DOOR] = hooks.LateKind(
            _("Pintu tamu terkunci: beri tautan baru"), _("Buka pembahasan"), "conferences:of_case"
        )
        if apps.is_installed("rangkul.journey.pictures"):
            from rangkul.journey.conferences import moments
            from rangkul.journey.pictures import hooks as pictures

            pictures.moments.append(moments.of_case)

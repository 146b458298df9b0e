from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProtectionConfig(AppConfig):
    name = "rangkul.journey.protection"
    label = "protection"
    verbose_name = "Perlindungan"

    def ready(self):
        from rangkul.commons.people import hooks as people
        from rangkul.commons.trust import hooks as trust
        from rangkul.entry.intake import hooks as intake
        from rangkul.entry.intake.states import Level
        from rangkul.journey.cases import hooks
        from rangkul.journey.protection import beside, keeping, queries, states, timeline
        from rangkul.journey.protection.actions import following

        following.connect()
        hooks.tabs.append(hooks.Tab(_("Perlindungan"), "protection:of_case", "shield-heart", unnamed=True))
        hooks.presenters.update(timeline.PRESENTERS)
        hooks.closing_checks.append(queries.open_before_ending)
        hooks.violence.append(queries.protected)
        hooks.children_called.append(queries.called_in)
        trust.copies.append(keeping.copy_of_protection)
        people.holdings.append(people.Holding(states.clocks_in_words, queries.held_by))
        people.holdings.append(people.Holding(states.child_steps_in_words, queries.steps_held_by))
        for pace, level in ((states.RED, Level.MERAH), (states.AMBER, Level.ORANYE)):
            hooks.late_kinds[pace] = hooks.LateKind(
                _("Batas waktu hukum hampir habis atau lewat"),
                _("Buka perlindungan"),
                "protection:of_case",
                level,
                find=queries.late(pace),
                stands=queries.is_late,
            )
        intake.before_ending.append(queries.runs_at)
        intake.beside.append(beside.page_of)
        for kind, verb in ((states.TAKEDOWN_KIND, _("Lihat lagi")), (states.CHILD_STEP_KIND, _("Buka langkahnya"))):
            hooks.late_kinds[kind] = hooks.LateKind(states.PROMISED[kind], verb, "protection:online")

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class EntitlementsConfig(AppConfig):
    name = "rangkul.support.entitlements"
    label = "entitlements"
    verbose_name = "Hak dan bantuan"

    def ready(self) -> None:
        from rangkul.commons.trust import hooks as trust
        from rangkul.entry.intake.states import Level
        from rangkul.journey.cases import hooks
        from rangkul.support.entitlements import facts, keeping, queries, states, timeline

        hooks.tabs.append(hooks.Tab(_("Hak dan bantuan"), "entitlements:of_case", "coin"))
        hooks.presenters.update(timeline.PRESENTERS)
        hooks.known_facts.append(facts.for_services)
        hooks.closing_checks.append(queries.open_before_ending)
        hooks.late_kinds[states.LATE_ANSWER] = hooks.LateKind(
            _("Permohonan bantuan menunggu jawaban"), _("Tanyakan jawabannya"), "entitlements:of_case"
        )
        hooks.late_kinds[states.LATE_OBJECTION] = hooks.LateKind(
            _("Batas mengajukan keberatan hampir habis"),
            _("Putuskan keberatannya"),
            "entitlements:of_case",
            Level.ORANYE,
        )
        trust.copies.append(keeping.copy_of_applications)
        if apps.is_installed("rangkul.journey.reports"):
            from rangkul.journey.reports import hooks as reports
            from rangkul.support.entitlements import letters

            reports.kinds.update({kind.code: kind for kind in letters.KINDS})

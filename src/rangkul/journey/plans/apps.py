from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    name = "rangkul.journey.plans"
    label = "plans"
    verbose_name = "Rencana"

    def ready(self):
        from rangkul.journey.cases import hooks
        from rangkul.journey.plans import (
            gates,
            keeping,
            queries,
            signing,  # noqa: F401  listens by being there
            states,
            timeline,
        )

        keeping.connect()
        hooks.criteria.append(gates.criteria)
        hooks.closing_checks.append(gates.closing_checks)
        hooks.closing_words.append(queries.goal_findings)
        hooks.goal_choices.append(queries.goal_choices)
        hooks.to_read["plan"] = hooks.to_read["goals"] = hooks.on_page("plans:plan")
        hooks.plan_checks.append(queries.planned)
        hooks.presenters.update(timeline.PRESENTERS)
        hooks.late_kinds[states.REVIEW_DAY] = hooks.LateKind(
            _("Rencana belum ditinjau"), _("Tinjau rencana"), "plans:review"
        )
        hooks.tabs += [
            hooks.Tab(_("Rencana"), "plans:plan", "target", road=True),
            hooks.Tab(_("Evaluasi"), "plans:evaluation", "eye-heart", road=True),
        ]
        if apps.is_installed("rangkul.journey.pictures"):
            from rangkul.journey.pictures import hooks as pictures
            from rangkul.journey.plans import moments

            pictures.moments.append(moments.of_case)
            pictures.values.append(moments.counted)

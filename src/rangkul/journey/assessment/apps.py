from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    name = "rangkul.journey.assessment"
    label = "assessment"
    verbose_name = "Asesmen"

    def ready(self):
        from rangkul.journey.assessment import gates, queries, signing, states, timeline  # noqa: F401  signing listens by being there
        from rangkul.journey.cases import hooks

        hooks.violence.append(queries.violence_seen)
        hooks.criteria.append(gates.criteria)
        hooks.closing_checks.append(gates.closing_checks)
        hooks.to_read["assessment"] = hooks.on_page("assessment:workspace")
        hooks.presenters.update(timeline.PRESENTERS)
        hooks.late_kinds[states.RISK_LOOK] = hooks.LateKind(
            _("Risiko belum dilihat lagi"), _("Lihat risiko lagi"), "assessment:risks"
        )
        hooks.tabs.append(hooks.Tab(_("Asesmen"), "assessment:workspace", "clipboard-list", road=True))

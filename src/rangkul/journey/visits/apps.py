from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VisitsConfig(AppConfig):
    name = "rangkul.journey.visits"
    label = "visits"
    verbose_name = "Kunjungan rumah"

    def ready(self):
        from rangkul.entry.intake.states import Level
        from rangkul.journey.cases import hooks
        from rangkul.journey.cases.states import MatterKind
        from rangkul.journey.visits import queries, timeline

        hooks.tabs.append(hooks.Tab(_("Kunjungan"), "visits:of_case", "home"))
        hooks.presenters.update(timeline.PRESENTERS)
        # A worker from whom no word comes is looked for at the pace of red.
        hooks.late_kinds[MatterKind.VISIT] = hooks.LateKind(
            queries.missing, queries.is_missing, "visits:of_case", Level.MERAH
        )

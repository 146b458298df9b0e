from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class VisitsConfig(AppConfig):
    name = "rangkul.journey.visits"
    label = "visits"
    verbose_name = "Kunjungan rumah"

    def ready(self):
        from rangkul.commons.people import hooks as people
        from rangkul.entry.intake.states import Level
        from rangkul.journey.cases import hooks
        from rangkul.journey.visits import queries, states, timeline

        hooks.tabs.append(hooks.Tab(_("Kunjungan"), "visits:of_case", "home", road=True))
        hooks.presenters.update(timeline.PRESENTERS)
        people.holdings.append(people.Holding(states.visits_in_words, queries.awaited_of))
        # A worker from whom no word comes is looked for at the pace of red.
        hooks.late_kinds[states.MISSING] = hooks.LateKind(
            _("Petugas dalam kunjungan perlu dicari atau ditolong"),
            _("Cari petugas"),
            "visits:of_case",
            Level.MERAH,
            find=queries.missing,
            stands=queries.is_missing,
        )
        if apps.is_installed("rangkul.journey.pictures"):
            from rangkul.journey.pictures import hooks as pictures
            from rangkul.journey.visits import moments

            pictures.moments.append(moments.of_case)

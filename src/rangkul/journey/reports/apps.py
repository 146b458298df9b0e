from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "rangkul.journey.reports"
    label = "reports"
    verbose_name = "Dokumen"

    def ready(self):
        from rangkul.commons.trust import hooks as trust
        from rangkul.journey.cases import hooks as cases
        from rangkul.journey.reports import hooks, keeping, signing, timeline
        from rangkul.journey.reports.kinds import OWN

        hooks.kinds.update({kind.code: kind for kind in OWN})
        if apps.is_installed("rangkul.journey.conferences"):
            from rangkul.journey.reports.writing import meetings

            hooks.minutes.append(meetings.held)
        trust.copies.append(keeping.copy_of_papers)
        cases.presenters.update(timeline.PRESENTERS)
        cases.to_read["document"] = signing.where_to_read
        cases.tabs.append(cases.Tab(_("Surat dan laporan"), "reports:papers", "file-text", road=True))

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class VolunteersConfig(AppConfig):
    name = "rangkul.support.volunteers"
    label = "volunteers"
    verbose_name = "Relawan"

    def ready(self) -> None:
        from rangkul.commons.people import hooks as people
        from rangkul.commons.trust import hooks as trust
        from rangkul.entry.intake import hooks as intake
        from rangkul.entry.intake.states import Level
        from rangkul.journey.cases import hooks
        from rangkul.support.volunteers import beside, keeping, leaving, queries, states
        from rangkul.support.volunteers.actions import following

        hooks.tabs.append(hooks.Tab(_("Relawan"), "volunteers:of_case", "users"))
        hooks.late_kinds[states.LATE_VETTING] = hooks.LateKind(
            _("Pemeriksaan relawan habis masa berlakunya"),
            _("Perbarui pemeriksaannya"),
            "volunteers:board",
            find=queries.late_vettings,
            stands=queries.vetting_waits,
        )
        hooks.late_kinds[states.LATE_COMPLAINT] = hooks.LateKind(
            _("Keluhan tentang relawan menunggu keputusan"),
            _("Putuskan keluhannya"),
            "volunteers:board",
            Level.ORANYE,
            find=queries.open_complaints,
            stands=queries.complaint_waits,
        )
        hooks.late_kinds[states.LATE_AID] = hooks.LateKind(
            _("Kebutuhan bantuan warga lewat harinya tanpa hasil"),
            _("Catat hasilnya"),
            "volunteers:board",
            find=queries.late_needs,
            stands=queries.need_waits,
        )
        hooks.closing_checks.append(keeping.open_before_ending)
        intake.before_ending.append(keeping.why_not_end)
        trust.copies.append(keeping.copy_of_help)
        intake.beside.append(beside.beside)
        following.connect()
        people.holdings.append(leaving.HOLDING)

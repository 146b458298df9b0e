from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReferralConfig(AppConfig):
    name = "rangkul.support.referral"
    label = "referral"
    verbose_name = "Rujukan"

    def ready(self) -> None:
        from rangkul.base.files import vault
        from rangkul.commons.people import hooks as people
        from rangkul.commons.trust import hooks as trust
        from rangkul.entry.intake import hooks as intake
        from rangkul.entry.intake.states import Level
        from rangkul.journey.cases import hooks
        from rangkul.journey.reports import hooks as reports
        from rangkul.support.referral import (
            choosing,
            closing,
            keeping,
            late,
            leaving,
            matching,
            queries,
            states,
            timeline,
        )
        from rangkul.support.referral.actions import ending  # noqa: F401 - listens to withdrawals
        from rangkul.support.referral.actions.going_over import follow_accepted
        from rangkul.support.referral.beside import beside

        keeping.connect()
        reports.referred.append(queries.letter_of)
        hooks.closing_checks.append(keeping.nothing_open)
        hooks.tabs.append(hooks.Tab(_("Rujukan"), "referrals:of_case", "send"))
        hooks.known_partners.append(queries.may_take_part)
        hooks.presenters.update(timeline.PRESENTERS)
        hooks.late_kinds[states.LATE_ANSWER] = hooks.LateKind(
            _("Rujukan menunggu kabar"), _("Lihat rujukan"), "referrals:of_case"
        )
        hooks.late_kinds[states.LATE_STOP] = hooks.LateKind(
            _("Penerima belum memastikan datanya tidak dipakai lagi"),
            _("Pastikan penghentian"),
            "referrals:of_case",
            Level.ORANYE,
            find=late.find_stop,
            stands=late.stands_stop,
        )
        hooks.late_kinds[states.LATE_NEED] = hooks.LateKind(
            _("Kebutuhan klien menunggu langkah berikutnya"), _("Cari bantuan lain"), "referrals:of_case"
        )
        hooks.late_kinds[states.LATE_OF_REQUEST] = hooks.LateKind(
            _("Rujukan dari permintaan menunggu kabar"),
            _("Lihat rujukan"),
            "referrals:board",
            find=late.find,
            stands=late.stands,
        )
        hooks.late_kinds[states.LATE_NEED_OF_REQUEST] = hooks.LateKind(
            _("Kebutuhan dari permintaan menunggu langkah berikutnya"),
            _("Cari bantuan lain"),
            "referrals:board",
            find=late.find_need,
            stands=late.stands_need,
        )
        hooks.late_kinds[states.LATE_AGREED] = hooks.LateKind(
            _("Waktu jawab yang disepakati terlewat"),
            _("Lihat rujukan"),
            "referrals:of_case",
            find=late.find_agreed,
            stands=late.stands_agreed,
        )
        if matching.there():
            from rangkul.commons.directory import hooks as directory

            directory.choosing.append(choosing.for_need)
        intake.beside.append(beside)
        intake.accepted.append(follow_accepted)
        intake.before_ending.append(closing.why_not_end)
        intake.asked_first += [closing.ENDS, closing.LACKING]
        people.holdings.append(leaving.HOLDING)
        trust.guests.append(queries.guests_named)
        vault.owners.append(leaving.files_of)

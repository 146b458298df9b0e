"""How needs and referrals read on the timeline of the case. What was said with them stays on their own page."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.support.referral.models import Need, Referral


def _referral(title: object, icon: str = "send", *, tag: Callable[[Referral], str] | None = None) -> Presenter:
    def show(event: Event, row: Referral) -> Entry:
        url = reverse("referrals:referral", args=[row.case_id, row.pk])
        said = str(title) % {"who": row.receiver}
        return Entry(title=said, icon=icon, url=url, tags=[word] if tag and (word := tag(row)) else [])

    return Presenter(show, by_id(Referral, "key"))


def _outcome(row: Referral) -> str:
    return row.outcome_words


def _need(title: object, icon: str = "flag") -> Presenter:
    def show(event: Event, row: Need) -> Entry:
        url = reverse("referrals:need", args=[row.case_id, row.pk])
        return Entry(title=str(title) % {"what": row.get_kind_display()}, icon=icon, text=row.outcome, url=url)

    return Presenter(show, by_id(Need, "key"))


def _noted(event: Event, row: Need) -> Entry:
    url = reverse("referrals:need", args=[row.case_id, row.pk])
    return Entry(
        title=_("Kebutuhan dicatat: %(what)s") % {"what": row.get_kind_display()}, icon="flag", text=row.words, url=url
    )


PRESENTERS = {
    "need.noted": Presenter(_noted, by_id(Need, "key")),
    "need.met": _need(gettext_lazy("Kebutuhan terpenuhi: %(what)s"), "circle-check"),
    "need.left_unmet": _need(gettext_lazy("Belum ada yang bisa membantu: %(what)s"), "alert-triangle"),
    "need.dropped": _need(gettext_lazy("Tidak diperlukan lagi: %(what)s"), "x"),
    "referral.sent": _referral(
        gettext_lazy("Rujukan dikirim ke %(who)s"), tag=lambda row: str(row.get_ground_display())
    ),
    "referral.seen": _referral(gettext_lazy("Rujukan dibaca %(who)s"), "eye"),
    "referral.accepted": _referral(gettext_lazy("%(who)s menerima rujukan"), "check"),
    "referral.begun": _referral(gettext_lazy("%(who)s mulai melayani"), "check"),
    "referral.declined": _referral(
        gettext_lazy("%(who)s menolak rujukan"), "x", tag=lambda row: str(row.get_refusal_display())
    ),
    "referral.completed": _referral(
        gettext_lazy("Rujukan ke %(who)s selesai"), "circle-check", tag=lambda row: str(row.get_outcome_display())
    ),
    "referral.passed_on": _referral(gettext_lazy("%(who)s merujuk lagi"), "arrows-exchange", tag=_outcome),
    "referral.outcome_learned": _referral(
        gettext_lazy("Hasil akhir rujukan ke %(who)s diketahui"), "circle-check", tag=_outcome
    ),
    "referral.asked": _referral(gettext_lazy("%(who)s bertanya tentang rujukan"), "message"),
    "referral.file_received": _referral(gettext_lazy("%(who)s mengirim berkas"), "upload"),
    "referral.code_told": _referral(gettext_lazy("Kode rujukan disampaikan kepada %(who)s"), "key"),
    "referral.nudged": _referral(gettext_lazy("Sistem mengingatkan %(who)s lewat surel"), "bell-ringing"),
    "referral.stop_told": _referral(
        gettext_lazy("Sistem meminta %(who)s lewat surel berhenti memakai datanya"), "bell-ringing"
    ),
    "referral.requeued": _referral(gettext_lazy("Urutan tunggu di %(who)s ditetapkan"), "list"),
    "referral.turn_told": _referral(gettext_lazy("%(who)s mengabarkan giliran tunggunya"), "list"),
    "referral.cancelled": _referral(gettext_lazy("Rujukan ke %(who)s ditarik"), "x"),
    "referral.failed": _referral(gettext_lazy("Rujukan ke %(who)s tidak sampai"), "alert-triangle"),
    "referral.expired": _referral(gettext_lazy("Rujukan ke %(who)s lewat hari terakhirnya"), "alert-triangle"),
    "referral.door_locked": _referral(
        gettext_lazy("Pintu rujukan ke %(who)s terkunci: sepuluh kode salah"), "alert-triangle"
    ),
    "referral.not_carried": _referral(gettext_lazy("Kiriman ke %(who)s tidak sampai lewat server"), "alert-triangle"),
    "referral.stop_asked": _referral(gettext_lazy("Persetujuan untuk rujukan ke %(who)s dicabut"), "shield-check"),
    "referral.stop_confirmed": _referral(gettext_lazy("%(who)s memastikan datanya tidak dipakai lagi"), "shield-check"),
}

"""What a state means for the person who waits, and what happens next, in two short sentences."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.clock import now
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Outcome, State
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Stage
from rangkul.web.look.times import exact


def meaning(request: Request) -> tuple[str, str]:
    """(what is the case now, what happens next)"""
    when = {"when": exact(request.due_at)}
    answered = _("Seorang petugas menjawab paling lambat %(when)s.") % when
    if request.due_at < now():
        answered = _("Jawaban kami terlambat. Atasan petugas sudah diberi tahu.")
    return {
        State.NEW: (_("Permintaan Anda sudah sampai dan sedang dibaca."), answered),
        State.INFO_ASKED: (
            _("Petugas bertanya sesuatu kepada Anda."),
            _("Baca pertanyaannya di bawah dan jawab bila sudah aman."),
        ),
        State.WAITLISTED: (
            _("Permintaan Anda ada di daftar tunggu."),
            _("Kami melihatnya lagi paling lambat %(when)s. Kabari kami bila keadaan memburuk.") % when,
        ),
        State.REFERRED: (
            _("Kami meminta lembaga lain membantu Anda."),
            _("Kami memastikan jawabannya paling lambat %(when)s. Sampai itu Anda tetap bersama kami.") % when,
        ),
        State.ACCEPTED: (
            _("Permintaan Anda diterima."),
            _("Petugas Anda menghubungi Anda dengan cara yang Anda pilih, atau menulis di sini."),
        ),
        State.HANDED_OVER: (
            _("Lembaga lain sudah memastikan akan membantu Anda."),
            _("Bila tidak ada kabar dari mereka, kirim permintaan baru. Anda selalu boleh kembali."),
        ),
        State.DECLINED: (
            _("Kami tidak bisa menerima permintaan ini."),
            _("Alasannya ada di bawah. Anda selalu boleh meminta bantuan lagi."),
        ),
        State.WITHDRAWN: (
            _("Anda membatalkan permintaan ini."),
            _("Kami tidak melakukan apa-apa lagi. Anda selalu boleh meminta bantuan lagi."),
        ),
    }[State(request.state)]


# What the stages are called to the person whose case it is.
STAGES: dict[str, Any] = {
    Stage.ENGAGEMENT: gettext_lazy("Berkenalan dan bersepakat"),
    Stage.ASSESSMENT: gettext_lazy("Memahami keadaan bersama"),
    Stage.PLANNING: gettext_lazy("Menyusun rencana"),
    Stage.INTERVENTION: gettext_lazy("Menjalankan rencana"),
    Stage.EVALUATION: gettext_lazy("Melihat hasilnya"),
    Stage.TERMINATION: gettext_lazy("Menutup pendampingan"),
    Stage.AFTERCARE: gettext_lazy("Bimbingan lanjut sesudah selesai"),
}


def meaning_of_case(case: Case) -> tuple[str, str]:
    """The same once there is a case."""
    if not case.is_open:
        return _("Pendampingan Anda sudah selesai."), _("Bila keadaan memburuk, tulis di sini atau minta bantuan lagi.")
    now_words = _("%(name)s mendampingi Anda.") % {"name": case.worker.called_name}
    return now_words, _("Sekarang: %(stage)s.") % {"stage": STAGES[case.stage]}


_TITLES: dict[str, Any] = {
    Outcome.ACCEPTED: "circle-check",
    Outcome.REFERRED: "arrows-exchange",
    Outcome.HANDED_OVER: "circle-check",
    Outcome.DECLINED: "hand-stop",
    Outcome.WAITLISTED: "hourglass",
    Outcome.INFO_ASKED: "question-mark",
    Outcome.REOPENED: "refresh",
    Outcome.WITHDRAWN: "x",
}


def icon_of(outcome: str) -> str:
    return _TITLES.get(outcome, "notes")

"""How the events of protection read on the timeline of the case."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.journey.cases.models import Case
from rangkul.journey.protection.models import (
    ChatMark,
    Child,
    ChildStep,
    Claim,
    Evidence,
    LegalClock,
    SafetyPlan,
    Takedown,
)
from rangkul.journey.protection.states import ChildRole, StepState

_cases = by_id(Case, "key")
_clocks = by_id(LegalClock, "key")
_evidence = by_id(Evidence, "key")
_plans = by_id(SafetyPlan, "key")
_children = by_id(Child, "key")
_steps = by_id(ChildStep, "key", "child__key")
_takedowns = by_id(Takedown, "key")
_claims = by_id(Claim, "key")
_marks = by_id(ChatMark, "key")


def _entry(row, title: str, icon: str, text: str = "", page: str = "of_case", kind: str = "") -> Entry:
    return Entry(title=title, icon=icon, text=text, kind=kind, url=reverse(f"protection:{page}", args=[row.case_id]))


def _name(row: LegalClock) -> str:
    return str(row.says.label) if row.says else row.law


def _started(_event: Event, row: LegalClock) -> Entry:
    title = _("Batas waktu hukum dimulai: %(what)s") % {"what": _name(row)}
    return _entry(row, title, "hourglass", row.because, kind="risk")


def _met(event: Event, row: LegalClock) -> Entry:
    late = event.payload.get("late")
    words = _("Batas waktu hukum dipenuhi, terlambat: %(what)s") if late else _("Batas waktu hukum dipenuhi: %(what)s")
    return _entry(row, words % {"what": _name(row)}, "check", row.how)


def _stopped(_event: Event, row: LegalClock) -> Entry:
    title = _("Batas waktu hukum tidak berlaku: %(what)s") % {"what": _name(row)}
    return _entry(row, title, "x", row.stopped_because)


def _kept(_event: Event, row: Evidence) -> Entry:
    return _entry(row, _("Bukti %(number)d disimpan") % {"number": row.number}, "paperclip", row.title, "evidence")


def _handed_in(_event: Event, row: Evidence) -> Entry:
    title = _("Klien menitipkan bukti %(number)d lewat tiket") % {"number": row.number}
    return _entry(row, title, "paperclip", row.title, "evidence")


def _followed(_event: Event, row: Case) -> Entry:
    title = _("Catatan perlindungan dari permintaan ikut pindah ke kasus ini")
    return Entry(title=title, icon="shield-heart", url=reverse("protection:of_case", args=[row.pk]))


def _joined(_event: Event, row: Case) -> Entry:
    title = _("Yang berjalan di permintaan yang digabungkan kini dijaga petugas kasus ini")
    return Entry(title=title, icon="hourglass", url=reverse("protection:of_case", args=[row.pk]))


def _handed_over(_event: Event, row: Case) -> Entry:
    title = _("Batas waktu hukum dan langkah anak yang berjalan kini dijaga petugas kasus ini")
    return Entry(title=title, icon="hourglass", url=reverse("protection:of_case", args=[row.pk]))


def _corrected(_event: Event, row: Evidence) -> Entry:
    title = _("Bukti dikoreksi dengan catatan %(number)d") % {"number": row.number}
    return _entry(row, title, "pencil", row.words, "evidence")


def _chat(_event: Event, row: Evidence) -> Entry:
    title = _("Ekspor percakapan disimpan sebagai bukti %(number)d") % {"number": row.number}
    return _entry(row, title, "brand-whatsapp", row.title, "chats")


def _marked(_event: Event, row: ChatMark) -> Entry:
    return _entry(row, _("Pesan dalam percakapan ditandai penting"), "flag", row.why, "chats")


def _planned(_event: Event, row: SafetyPlan) -> Entry:
    """What it says stands on its own page alone."""
    words = {"what": row.get_situation_display(), "version": row.version}
    return _entry(
        row, _("Rencana keselamatan ditulis (%(what)s, versi %(version)d)") % words, "shield-heart", "", "safety"
    )


def _given(_event: Event, row: SafetyPlan) -> Entry:
    words = {"how": row.get_given_display()}
    return _entry(row, _("Rencana keselamatan diberikan: %(how)s") % words, "file-text", "", "safety")


def _child(event: Event, row: Child) -> Entry:
    role = event.payload.get("role", row.role)
    title = _("Anak dicatat: %(role)s") % {"role": ChildRole(role).label}
    return _entry(row, title, "user-heart", row.needs, "online")


def _of_child(row: Child, title: str, text: str) -> Entry:
    url = reverse("protection:child", args=[row.case_id, row.pk])
    return Entry(title=title, icon="user-heart", text=text, url=url)


def _child_changed(_event: Event, row: Child) -> Entry:
    return _of_child(row, _("Catatan anak diperbaiki: %(role)s") % {"role": ", ".join(row.role_words)}, row.needs)


def _child_ended(_event: Event, row: Child) -> Entry:
    return _of_child(row, _("Catatan anak diakhiri"), row.ended_because)


def _child_resumed(_event: Event, row: Child) -> Entry:
    return _of_child(row, _("Catatan anak dilanjutkan lagi"), row.needs)


def _step_moved(event: Event, row: ChildStep) -> Entry:
    """As it was said then; what the step says now stands on the child's page."""
    state = StepState(event.payload["state"])
    words = {"what": str(row.says.label) if row.says else row.step, "state": state.label}
    return _of_child(row.child, _("%(what)s: %(state)s") % words, row.words if row.state == state else "")


def _takedown(_event: Event, row: Takedown) -> Entry:
    return _entry(row, _("Penghapusan diminta kepada %(where)s") % {"where": row.platform}, "ban", row.what, "online")


def _answered(_event: Event, row: Takedown) -> Entry:
    words = {"where": row.platform, "what": row.get_state_display()}
    return _entry(row, _("%(where)s menjawab: %(what)s") % words, "ban", row.answer, "online")


def _claim(_event: Event, row: Claim) -> Entry:
    return _entry(row, _("Klaim di muka umum dicatat, belum tentu benar"), "message-2", row.words, "online")


def _looked(_event: Event, row: Claim) -> Entry:
    title = _("Klaim ditelusuri: %(what)s") % {"what": row.get_standing_display()}
    return _entry(row, title, "message-2", row.because, "online")


PRESENTERS = {
    "child.noted": Presenter(_child, _children),
    "child.changed": Presenter(_child_changed, _children),
    "child.ended": Presenter(_child_ended, _children),
    "child.resumed": Presenter(_child_resumed, _children),
    "child_step.moved": Presenter(_step_moved, _steps),
    "takedown.asked": Presenter(_takedown, _takedowns),
    "takedown.answered": Presenter(_answered, _takedowns),
    "claim.noted": Presenter(_claim, _claims),
    "claim.looked": Presenter(_looked, _claims),
    "protection_plan.written": Presenter(_planned, _plans),
    "protection_plan.given": Presenter(_given, _plans),
    "chat.brought": Presenter(_chat, _evidence),
    "chat.marked": Presenter(_marked, _marks),
    "evidence.handed_in": Presenter(_handed_in, _evidence),
    "protection.followed": Presenter(_followed, _cases),
    "protection.handed_over": Presenter(_handed_over, _cases),
    "protection.joined": Presenter(_joined, _cases),
    "protection_plan.changed": Presenter(_planned, _plans),
    "evidence.kept": Presenter(_kept, _evidence),
    "evidence.corrected": Presenter(_corrected, _evidence),
    "legal_clock.started": Presenter(_started, _clocks),
    "legal_clock.met": Presenter(_met, _clocks),
    "legal_clock.stopped": Presenter(_stopped, _clocks),
}

"""How the events of protection read on the timeline of the case."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.journey.protection.models import ChatMark, Evidence, LegalClock

_clocks = by_id(LegalClock, "key")
_evidence = by_id(Evidence, "key")
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


def _corrected(_event: Event, row: Evidence) -> Entry:
    title = _("Bukti dikoreksi dengan catatan %(number)d") % {"number": row.number}
    return _entry(row, title, "pencil", row.words, "evidence")


def _chat(_event: Event, row: Evidence) -> Entry:
    title = _("Ekspor percakapan disimpan sebagai bukti %(number)d") % {"number": row.number}
    return _entry(row, title, "brand-whatsapp", row.title, "chats")


def _marked(_event: Event, row: ChatMark) -> Entry:
    return _entry(row, _("Pesan dalam percakapan ditandai penting"), "flag", row.why, "chats")


PRESENTERS = {
    "chat.brought": Presenter(_chat, _evidence),
    "chat.marked": Presenter(_marked, _marks),
    "evidence.kept": Presenter(_kept, _evidence),
    "evidence.corrected": Presenter(_corrected, _evidence),
    "legal_clock.started": Presenter(_started, _clocks),
    "legal_clock.met": Presenter(_met, _clocks),
    "legal_clock.stopped": Presenter(_stopped, _clocks),
}

"""What happened to a request, as the timeline draws it for the office."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.entry.intake import queries
from rangkul.entry.intake.models import Decision, Escalation, LevelChange, Message
from rangkul.entry.intake.states import Told


def timeline(past: list[queries.Past]) -> list[dict[str, Any]]:
    return [{"letter": None} | _DRAW[one.kind](one.row) | {"when": one.at} for one in past]


def _who(row: Any) -> str:
    return row.by.called_name if row.by_id else _("Pemohon")


def _decision(row: Decision) -> dict[str, Any]:
    tags = [row.partner, row.get_decline_reason_display() if row.decline_reason else ""]
    if row.against_fit:
        tags.append(row.get_fit_display())
    if row.note:
        tags.append(_("Catatan kantor: %(note)s") % {"note": row.note})
    return {
        "title": row.get_outcome_display(), "icon": "checkbox", "kind": "", "text": row.text, "who": _who(row),
        "tags": [tag for tag in tags if tag], "letter": row.pk if row.by_id else None,
    }  # fmt: skip


def _message(row: Message) -> dict[str, Any]:
    title = _("Pemohon menulis") if row.from_asker else _("Kantor menulis")
    return {"title": title, "icon": "message", "kind": "note", "text": row.text, "who": _who(row), "tags": []}


def _level(row: LevelChange) -> dict[str, Any]:
    title = (
        _("Tingkat diturunkan: %(before)s → %(after)s")
        if row.lowers
        else _("Tingkat dinaikkan: %(before)s → %(after)s")
    )
    words = {"before": row.get_before_display(), "after": row.get_after_display()}
    who = row.by.called_name if row.by_id else _("Aturan")
    return {"title": title % words, "icon": "flag", "kind": "risk", "text": row.reason, "who": who, "tags": []}


def _escalation(row: Escalation) -> dict[str, Any]:
    tags = []
    if row.acknowledged_at:
        tags = [_("%(name)s menyatakan menangani.") % {"name": row.acknowledged_by.called_name}]
    title, text = _TOLD[row.why]
    return {
        "title": title % {"name": row.told.called_name}, "icon": "arrow-back-up", "kind": "risk", "text": text,
        "who": "", "tags": tags,
    }  # fmt: skip


_TOLD = {
    Told.RED: (
        gettext_lazy("%(name)s diberi tahu"),
        gettext_lazy("Permintaan merah, jadi supervisor diberi tahu saat itu juga."),
    ),
    Told.OVERDUE: (gettext_lazy("Naik ke %(name)s"), gettext_lazy("Batas waktunya lewat tanpa jawaban.")),
    Told.NOBODY: (
        gettext_lazy("%(name)s diminta menunjuk seseorang"),
        gettext_lazy("Tidak ada supervisor yang boleh diberi tahu."),
    ),
    Told.CONFLICT: (
        gettext_lazy("%(name)s memegangnya dan memilih petugas"),
        gettext_lazy("Petugas sebelumnya punya hubungan pribadi dengan orang ini."),
    ),
}  # fmt: skip


_DRAW = {"decision": _decision, "message": _message, "level": _level, "escalation": _escalation}

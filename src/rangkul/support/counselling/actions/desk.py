"""A worker's own desk, prepared answers, and what the agency promises."""

from datetime import datetime

from django.utils.text import slugify
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.entry.intake.states import LANGUAGES
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.clock import terms_of
from rangkul.support.counselling.models import Desk, Prepared
from rangkul.support.counselling.words import plain


@action("desk.set", may=policy.may_set_desk)
def set_desk(*, by: Asker, most: int, away_until: datetime | None = None, away_words: str = "") -> Done:
    """How many live conversations at once, and until when away; clients read the words then."""
    if away_until is not None and away_until <= clock.now():
        raise Refused(_("Waktu ini sudah lewat. Kosongkan bila Anda sudah kembali."), field="away_until")
    if not 1 <= most <= 10:
        raise Refused(_("Antara 1 dan 10 percakapan sekaligus."), field="most")
    row = Desk.objects.filter(staff_id=by.staff_id).first() or Desk(staff_id=by.staff_id, agency_id=by.agency_id)
    row.most, row.away_until, row.away_words = most, away_until, plain(away_words)[:300] if away_until else ""
    row.save()
    return Done(row, subject=("staff", by.staff_id), payload={"most": most, "away": away_until is not None})


@action("terms.set", may=policy.may_set_terms)
def set_terms(*, by: Asker, keep_days: int, letter_hours: int, seal_letters: bool = False) -> Done:
    """Counts for conversations that end from now on; what was promised to somebody stays promised."""
    if not (1 <= keep_days <= 365 and 1 <= letter_hours <= 168):
        raise Refused(_("Simpan 1–365 hari, jawab dalam 1–168 jam."), field="keep_days")
    row = terms_of(by.agency_id)
    row.keep_days, row.letter_hours, row.seal_letters = keep_days, letter_hours, seal_letters
    row.save()
    said = {"keep_days": keep_days, "letter_hours": letter_hours, "seal_letters": seal_letters}
    return Done(row, subject=("agency", by.agency_id), payload=said)


@action("answer.prepared", may=policy.may_prepare)
def prepare(*, by: Asker, shortcut: str, text: str, for_all: bool = False, language: str = "") -> Done:
    """Words to be brought by their shortcut; the same shortcut in the same language again puts new words in place of
    the old. `language`: one of `LANGUAGES`, "" is Indonesian."""
    name, words = slugify(shortcut)[:20], plain(text)
    if not name:
        raise Refused(_("Singkatan terdiri atas huruf dan angka, misalnya “sapa”."), field="shortcut")
    if not words:
        raise Refused(_("Tulis jawabannya."), field="text")
    if language not in dict(LANGUAGES):
        raise Refused(_("Pilih bahasa dari daftar."), field="language")
    which = {
        "agency_id": by.agency_id, "staff_id": None if for_all else by.staff_id, "shortcut": name, "language": language,
    }  # fmt: skip
    row = Prepared.objects.filter(**which).first() or Prepared(**which)
    row.text = words[:2_000]
    row.save()
    return Done(row, subject=("agency", by.agency_id), payload={"id": str(row.pk), "for_all": for_all})


@action("answer.dropped", may=policy.may_drop_prepared)
def drop_prepared(*, by: Asker, prepared: Prepared) -> Done:
    gone = Prepared.objects.filter(pk=prepared.pk).delete()[0]
    return Done(prepared, subject=("agency", by.agency_id), payload={"id": str(prepared.pk)}, silent=not gone)

"""Requests to platforms, and claims: each written by a person, nothing asked of the internet."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead
from rangkul.journey.cases.actions.rows import filled
from rangkul.journey.protection import policy
from rangkul.journey.protection.actions.rows import about, held_row, lock_open, promise, soon
from rangkul.journey.protection.models import Claim, Folder, Takedown, within
from rangkul.journey.protection.states import TAKEDOWN, TAKEDOWN_KIND, ClaimStanding

_ANSWERS = {"remove": "removed", "refuse": "refused"}


@dataclass(frozen=True)
class Wanted:
    """What a platform was asked to take down, and when somebody looks again."""

    platform: str
    what: str
    link: str
    asked_at: datetime
    next_look: date
    reference: str = ""


@action("takedown.asked", may=policy.may_keep)
def ask_takedown(*, by: Asker, folder: Folder, wanted: Wanted) -> Done:
    """Written down after a person asked: the request itself is theirs."""
    folder = lock_open(folder)
    if wanted.asked_at > clock.now():
        raise Refused(_("Waktu ini belum tiba."), field="asked_at")
    row = Takedown(**within(folder), key=folder.key, asked_at=wanted.asked_at, asked_by_id=by.staff_id)
    row.platform = filled(wanted.platform, _("Tulis di mana."), "platform")
    row.what = filled(wanted.what, _("Tulis apa yang diminta dihapus."), "what")
    row.link, row.reference = wanted.link.strip(), wanted.reference.strip()
    row.next_look = soon(wanted.next_look, folder.region_code)
    row.save(force_insert=True)
    promise(folder, TAKEDOWN_KIND, row, row.next_look)
    return about(folder, row)


@action("takedown.looked", may=policy.may_settle)
def look_at_takedown(*, by: Asker, row: Takedown, next_look: date) -> Done:
    """Looked, still there: the next day is promised."""
    held = held_row(Takedown, row)
    TAKEDOWN.step(held, "look")
    held.next_look = soon(next_look, held.folder.region_code)
    held.save(update_fields=["next_look"])
    promise(held.folder, TAKEDOWN_KIND, held, held.next_look)
    return about(held.folder, held)


@action("takedown.answered", may=policy.may_settle)
def answer_takedown(*, by: Asker, row: Takedown, verb: str, answer: str) -> Done:
    """`verb`: remove, refuse."""
    held = held_row(Takedown, row)
    if verb not in _ANSWERS:
        raise Refused(_("Pilih salah satu dari daftar."), field="verb")
    TAKEDOWN.step(held, verb)
    held.next_look, held.answered_at, held.answered_by_id = None, clock.now(), by.staff_id
    held.answer = filled(answer, _("Tulis jawaban mereka."), "answer")
    held.save(update_fields=["state", "next_look", "answer", "answered_at", "answered_by"])
    promise(held.folder, TAKEDOWN_KIND, held, None)
    return about(held.folder, held, state=held.state)


@action("claim.noted", may=policy.may_keep)
def note_claim(*, by: Asker, folder: Folder, words: str, where: str, seen_on: date) -> Done:
    folder = lock_open(folder)
    not_ahead(seen_on, "seen_on", folder.region_code)
    row = Claim(**within(folder), key=folder.key, seen_on=seen_on, by_id=by.staff_id)
    row.words = filled(words, _("Tulis apa yang dikatakan orang."), "words")
    row.where = filled(where, _("Tulis di mana."), "where")
    row.save(force_insert=True)
    return about(folder, row)


@action("claim.looked", may=policy.may_settle)
def look_into_claim(*, by: Asker, row: Claim, standing: str, because: str) -> Done:
    """How far somebody looked into it. It stays a claim, whatever was found."""
    held = held_row(Claim, row)
    if standing not in ClaimStanding.values or standing == ClaimStanding.UNCHECKED:
        raise Refused(_("Pilih salah satu dari daftar."), field="standing")
    held.standing, held.looked_by_id = standing, by.staff_id
    held.because = filled(because, _("Tulis atas dasar apa."), "because")
    held.save(update_fields=["standing", "because", "looked_by"])
    return about(held.folder, held, standing=standing)

"""What the receiver says: read, yes, no, a question, a file, what came of it. A worker may write down what the receiver
told them, and says who told it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.base.files import sniff, vault
from rangkul.support.referral import clocks, matching, policy
from rangkul.support.referral.actions.queueing import make_room
from rangkul.support.referral.actions.rows import (
    HOUSE,
    about,
    filled,
    harmless,
    held,
    keep_next_step,
    saved,
    step,
)
from rangkul.support.referral.models import File, Referral
from rangkul.support.referral.states import FINAL, Outcome, Refusal, Verb

MOST_FILES = 10


@dataclass(frozen=True)
class Told:
    """`by` is who told a worker, by telephone or in person; the receiver themself leaves it empty."""

    words: str = ""
    by: str = ""


def _from(by: Asker, told: Told) -> Told:
    if by.kind == "staff":
        filled(told.by, _("Tulis siapa di pihak penerima yang mengatakannya."), "told_by")
    return told


def _what_came(outcome: str, told: Told) -> str:
    """The words that say what came of it."""
    if outcome not in dict(FINAL):
        raise Refused(_("Pilih apa hasilnya."), field="outcome")
    return filled(told.words, _("Tulis dalam satu atau dua kalimat apa yang terjadi."), "words")


@action("referral.seen", may=policy.may_receive)
def see(*, by: Asker, referral: Referral) -> Done:
    """The first time that somebody came through the door with the code."""
    row = held(referral)
    if row.seen_at is not None:
        return about(row, row, silent=True)
    row.seen_at = clock.now()
    return saved(by, row, step(by, row, Verb.SEE), "seen_at")


@action("referral.accepted", may=policy.may_answer)
def accept(
    *, by: Asker, referral: Referral, told: Told, queue_place: int | None = None, queue_because: str = ""
) -> Done:
    """Yes; at once, or in turn, with the place in the queue and why in that order. Accepted is not yet helped."""
    row = held(referral)
    _from(by, told)
    row.queue_place = queue_place
    if queue_place:
        row.queue_because = filled(queue_because, _("Tulis mengapa urutannya begitu."), "queue_because")
        with acting(HOUSE):
            make_room(row, queue_place)
    kept = step(by, row, Verb.ACCEPT, words=told.words, told_by=told.by)
    row.answered_at = clock.now()
    row.due_at = min(clocks.look_again(row.answered_at), row.valid_to)
    fields = ("answered_at", "due_at", "queue_place", "queue_because")
    return saved(by, row, kept, *fields, queued=bool(queue_place))


@action("referral.begun", may=policy.may_answer)
def begin(*, by: Asker, referral: Referral, told: Told) -> Done:
    row = held(referral)
    _from(by, told)
    kept = step(by, row, Verb.BEGIN, words=told.words, told_by=told.by)
    row.due_at = min(clocks.look_again(clock.now()), row.valid_to)
    return saved(by, row, kept, "due_at")


@action("referral.declined", may=policy.may_answer)
def decline(*, by: Asker, referral: Referral, why: str, told: Told) -> Done:
    """No, with the reason. A receiver that has closed or moved marks its entry in the directory."""
    row = held(referral)
    _from(by, told)
    if why not in Refusal.values:
        raise Refused(_("Pilih alasannya."), field="why")
    if why == Refusal.OTHER:
        filled(told.words, _("Tulis alasannya dalam satu kalimat."), "words")
    kept = step(by, row, Verb.DECLINE, words=told.words, told_by=told.by)
    row.refusal, row.answered_at = why, clock.now()
    done = saved(by, row, kept, "refusal", "answered_at", why=why)
    if why == Refusal.CLOSED and row.service_id:
        with acting(HOUSE):
            matching.mark_gone(HOUSE, row.service_id)
    return done


@action("referral.completed", may=policy.may_answer)
def complete(*, by: Asker, referral: Referral, outcome: str, told: Told) -> Done:
    """What came of it, also where the receiver refers back. Their right to read ends with it."""
    row = held(referral)
    _from(by, told)
    words = _what_came(outcome, told)
    kept = step(by, row, Verb.COMPLETE, words=words, told_by=told.by)
    row.outcome = outcome
    return saved(by, row, kept, "outcome", outcome=outcome)


@action("referral.passed_on", may=policy.may_answer)
def pass_on(*, by: Asker, referral: Referral, onward_to: str, told: Told) -> Done:
    """The receiver refers on, before or after they said yes. Their right to read ends with it; the need stays open
    until somebody has learned what came of it there."""
    row = held(referral)
    _from(by, told)
    row.onward_to = filled(onward_to, _("Tulis ke lembaga atau layanan mana."), "onward_to")
    kept = step(by, row, Verb.ONWARD, words=told.words, told_by=told.by)
    row.outcome, row.answered_at = Outcome.ONWARD, row.answered_at or row.ended_at
    row.due_at = clocks.ask_there(row.ended_at)
    return saved(by, row, kept, "outcome", "onward_to", "answered_at", "due_at")


@action("referral.outcome_learned", may=policy.may_lead)
def learn(*, by: Asker, referral: Referral, outcome: str, told: Told) -> Done:
    """What came of it where it was referred on to, as a worker heard it from there or from the client."""
    row = held(referral)
    if row.outcome != Outcome.ONWARD:
        raise Refused(_("Rujukan ini tidak dirujuk lagi."), code="state")
    if row.later_outcome:
        return about(row, row, silent=True)
    _from(by, told)
    words = _what_came(outcome, told)
    step(by, row, Verb.LEARN, words=words, told_by=told.by).save(force_insert=True)
    row.later_outcome, row.later_at = outcome, clock.now()
    row.save(update_fields=["later_outcome", "later_at"])
    keep_next_step(row.need_id)
    return about(row, row, outcome=outcome)


@action("referral.asked", may=policy.may_receive)
def ask(*, by: Asker, referral: Referral, words: str) -> Done:
    """A question is the owner's to answer, the same day."""
    row = held(referral)
    kept = step(by, row, Verb.ASK, words=filled(words, _("Tulis pertanyaan Anda."), "words"))
    row.question_at = row.question_at or clock.now()
    return saved(by, row, kept, "question_at")


@action("referral.told", may=policy.may_lead)
def tell(*, by: Asker, referral: Referral, words: str) -> Done:
    """An answer to the receiver. It goes by the same right, so it is written as sparingly as the rest."""
    row = held(referral)
    if not row.is_living:
        raise Refused(_("Rujukan ini sudah berakhir; penerima tidak membaca lagi."), code="state")
    words = harmless(row.file, filled(words, _("Tulis jawaban Anda."), "words"), "words")
    row.question_at = None
    return saved(by, row, step(by, row, Verb.TELL, words=words), "question_at")


@action("referral.file_received", may=policy.may_receive)
def hand_in(*, by: Asker, referral: Referral, file: BinaryIO, size: int, name: str) -> Done:
    """A letter or result, looked at and sealed as every file of the case. The same file twice is one."""
    row = held(referral)
    found = sniff.kind_of(file, size)
    if row.files.count() >= MOST_FILES:
        raise Refused(_("Sudah ada 10 berkas. Hubungi pengirim rujukan ini."), field="file", code="many")
    kept = File(referral=row, key=row.key, media_type=found.media_type, size=size)
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0].strip()
    kept.name = f"{stem[:120] or _('Berkas penerima')}.{found.extension}"
    kept.sha256 = vault.keep(kept.pk, row.key, file)
    twin = row.files.filter(sha256=kept.sha256).first()
    if twin is not None:
        vault.remove(kept.pk)
        return about(row, twin, silent=True)
    kept.save(force_insert=True)
    step(by, row, Verb.FILE).save(force_insert=True)
    return about(row, kept)

"""Rights of persons over their data: asked, decided in writing, carried out, all within 3×24 hours.

A no is proposed on a ground of the law and read by somebody else before the person is told it. What a yes means is done
by who may see the file: the worker who knows it, or the erasing job.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Staff
from rangkul.commons.trust import policy, reviewing
from rangkul.commons.trust.models import ANSWERED_WITHIN, Consent, Erasure, RightsRequest
from rangkul.commons.trust.states import ERASING, RIGHTS, Right, RightsState

_NAMES = job("trust.rights")
# What the house asks of itself: a month to decide, and once more each year while it is kept on a ground of the law.
KEPT_DECIDED_WITHIN, ASKED_AGAIN_AFTER = timedelta(days=30), timedelta(days=365)
# Decided and done by who works on the file itself.
_BY_THE_WORKER = frozenset({Right.CORRECTION})


@action("rights.asked", may=policy.may_ask_for_right)
def ask_for_right(
    *,
    by: Asker,
    right: str,
    text: str,
    subject: tuple[str, UUID],
    agency_id: UUID,
    person_id: UUID | None = None,
    worker_id: UUID | None = None,
) -> Done:
    """Keep what was asked, in the person's words, with its clock and a named owner.

    `worker_id` is who knows the file. The same right that still waits for an answer is not asked twice.
    """
    text = text.strip()
    if not text and right in {Right.CORRECTION, Right.COMPENSATION}:
        raise Refused(_("Tulis apa yang Anda minta, dalam satu kalimat saja."), field="text")
    standing = RightsRequest.objects.filter(subject_id=subject[1], right=right, state=RightsState.OPEN)
    if right != Right.CORRECTION and (there := standing.first()) is not None:
        return Done(there, silent=True)
    owner_id = worker_id if right in _BY_THE_WORKER and worker_id else _answers_for(agency_id)
    wish = _row(right, subject, agency_id, owner_id)
    wish.person_id, wish.worker_id, wish.recorded_by_id = person_id, worker_id, by.staff_id
    wish.text = text
    wish.save(force_insert=True)
    return _told(wish)


def _answers_for(agency_id: UUID) -> UUID:
    """Somebody always does. Asked as a job, because the holder of a ticket may not know who works here."""
    with acting(_NAMES):
        found = reviewing.data_officer_of(agency_id)
    if found is None:
        raise Refused(_("Belum ada petugas yang dapat menjawab. Hubungi lembaga ini langsung."))
    return found.pk


def _row(right: str, subject: tuple[str, UUID], agency_id: UUID, owner_id: UUID) -> RightsRequest:
    wish = RightsRequest(
        key=DataKey.make(), agency_id=agency_id, subject_kind=subject[0], subject_id=subject[1], right=right,
        owner_id=owner_id,
    )  # fmt: skip
    wish.due_at = wish.asked_at + ANSWERED_WITHIN
    return wish


def _told(wish: RightsRequest, **more: str) -> Done:
    payload = {"rights": str(wish.pk), "right": wish.right, **more}
    return Done(wish, subject=(wish.subject_kind, wish.subject_id), payload=payload, agency_id=wish.agency_id)


def _moved(wish: RightsRequest, verb: str) -> RightsRequest:
    """The row, locked, moved by the table of states; the caller saves."""
    now = RightsRequest.objects.select_related("key").select_for_update(of=("self",)).get(pk=wish.pk)
    RIGHTS.step(now, verb)
    return now


def _ended(wish: RightsRequest, verb: str, outcome: str = "") -> RightsRequest:
    wish = _moved(wish, verb)
    wish.outcome, wish.ended_at = outcome, clock.now()
    wish.save(update_fields=["state", "outcome", "ended_at"])
    return wish


def _filled(text: str, message: str, field: str) -> str:
    if not (text := text.strip()):
        raise Refused(message, field=field)
    return text


@action("rights.granted", may=policy.may_decide_right)
def grant_right(*, by: Asker, wish: RightsRequest, answer: str) -> Done:
    """Yes. What needs the file goes to the worker who knows it; the clock runs on until it is done."""
    wish = _moved(wish, "grant")
    wish.answer = _filled(answer, _("Tulis jawaban untuk orang yang meminta."), "answer")
    wish.decided_by_id, wish.decided_at, wish.second = by.staff_id, clock.now(), None
    if wish.worker_id and wish.right not in ERASING:
        wish.owner_id = wish.worker_id
    wish.save(update_fields=["state", "answer", "decided_by", "decided_at", "second", "owner"])
    return _told(wish, owner=str(wish.owner_id))


@action("rights.refusal_proposed", may=policy.may_decide_right)
def propose_refusal(*, by: Asker, wish: RightsRequest, ground: str, answer: str) -> Done:
    """No, on a ground of the law. It is not told before a second person has read it."""
    wish = _moved(wish, "propose_refusal")
    wish.answer = _filled(answer, _("Tulis alasannya dengan kata yang mudah dimengerti orang itu."), "answer")
    if not ground:
        raise Refused(_("Pilih dasar penolakan."), field="ground")
    second = reviewing.reviewer_for(Staff.objects.get(pk=by.staff_id))
    if second is None:
        raise Refused(_("Belum ada orang lain yang bisa membaca penolakan ini."))
    wish.ground, wish.second = ground, second
    wish.decided_by_id, wish.decided_at = by.staff_id, clock.now()
    wish.save(update_fields=["state", "answer", "ground", "second", "decided_by", "decided_at"])
    return _told(wish, ground=ground, second=str(second.pk))


@action("rights.refusal_sent_back", may=policy.may_second)
def send_back_refusal(*, by: Asker, wish: RightsRequest) -> Done:
    """The second reader does not agree; the owner decides anew, and the clock has not stood still."""
    wish = _moved(wish, "send_back")
    wish.ground, wish.decided_by, wish.decided_at = "", None, None
    wish.save(update_fields=["state", "ground", "decided_by", "decided_at"])
    return _told(wish)


@action("rights.refused", may=policy.may_second)
def confirm_refusal(*, by: Asker, wish: RightsRequest) -> Done:
    wish = _ended(wish, "confirm_refusal")
    return _told(wish, ground=wish.ground)


@action("rights.carried_out", may=policy.may_carry_out)
def finish_right(*, by: Asker, wish: RightsRequest, outcome: str) -> Done:
    """What was granted is done; `outcome` says what, in words for the person."""
    if wish.consent_id:
        raise Refused(_("Pastikan dulu bahwa pemakaiannya sudah berhenti."), code="consent")
    said = _filled(outcome, _("Tulis apa yang sudah dilakukan."), "outcome")
    return _told(_ended(wish, "finish", outcome=said))


@action("rights.taken_back", may=policy.may_take_back)
def take_back_right(*, by: Asker, wish: RightsRequest) -> Done:
    if not wish.waits:
        return Done(wish, silent=True)
    return _told(_ended(wish, "take_back"))


@action("rights.retention_over", may=lambda *, by, **_: by.kind == "job")
def ask_after_keeping(*, by: Asker, person_id: UUID | None, file: tuple[str, UUID], agency_id: UUID, text: str) -> Done:
    """The time for which this file was to be kept is over: the data officer decides, with a clock, whether the person
    is erased; the file alone where it is that of several people. Nothing is erased by itself. Silent where they were
    erased, or where it was asked within a year."""
    moment = clock.now()
    about = {"person_id": person_id} if person_id else {"subject_kind": file[0], "subject_id": file[1]}
    asked = RightsRequest.objects.filter(**about, right=Right.RETENTION)
    there = asked.filter(Q(ended_at=None) | Q(asked_at__gt=moment - ASKED_AGAIN_AFTER)).first()
    if there is not None or Erasure.objects.filter(person_id=person_id).exists():
        return Done(there, silent=True)
    wish = _row(Right.RETENTION, file, agency_id, _answers_for(agency_id))
    wish.person_id, wish.due_at = person_id, moment + KEPT_DECIDED_WITHIN
    wish.text = text
    wish.save(force_insert=True)
    return _told(wish)


@action("rights.raised", may=lambda *, by, **_: by.kind == "job")
def raise_right(*, by: Asker, wish: RightsRequest) -> Done:
    """What passed its clock is told to somebody above its owner; once."""
    above = reviewing.reviewer_for(wish.owner)
    if above is None or wish.raised_at is not None:
        return Done(wish, silent=True)
    RightsRequest.objects.filter(pk=wish.pk).update(raised_to=above, raised_at=clock.now())
    return _told(wish, to=str(above.pk))


def end_granted(wish: RightsRequest, outcome: str) -> RightsRequest:
    """For a verb that carries it out itself."""
    return _ended(wish, "finish", outcome=outcome)


def follow_withdrawal(by: Asker, consent: Consent, reason: str = "") -> None:
    """A withdrawn consent is a right that nobody can refuse: it stands among the others until the use has stopped."""
    if consent.agency_id is None:
        return
    # Who withdraws by a ticket finds the wish among their own, also where the consent was asked on their case.
    subject = ("request", by.ticket_id) if by.kind == "ticket" else (consent.subject_kind, consent.subject_id)
    wish = _row(Right.WITHDRAWAL, subject, consent.agency_id, _answers_for(consent.agency_id))
    wish.consent, wish.recorded_by_id, wish.state = consent, by.staff_id, RightsState.GRANTED
    wish.text = reason.strip()
    wish.save(force_insert=True)


def withdrawal_stopped(consent: Consent) -> None:
    """By the house: a supervisor who confirms the stop does not read the wish itself."""
    with acting(_NAMES):
        waiting = RightsRequest.objects.filter(consent=consent, state=RightsState.GRANTED)
        waiting.update(state=RightsState.DONE, ended_at=clock.now())

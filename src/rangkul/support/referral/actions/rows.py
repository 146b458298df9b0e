"""Taking a referral in hand, the row that every step leaves, and the shape of what every verb says."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused
from rangkul.base.asking import Asker, acting, job
from rangkul.base.ready import ready
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.states import Basis
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import secrets
from rangkul.support.referral import clocks
from rangkul.support.referral.behind import CaseOrRequest, secrets_behind, subject_of
from rangkul.support.referral.models import Need, Referral, Step
from rangkul.support.referral.states import (
    ENDED,
    HELPING,
    LATE_ANSWER,
    LATE_NEED,
    LATE_STOP,
    LIVING,
    REFERRAL,
    UNANSWERED,
    Hand,
    Outcome,
    State,
)

# Dates of the case are the case's: a receiver, who does not see it, moves them by the hand of the house.
HOUSE = job("referral.house")
DAY = timedelta(days=1)
# Days after which one that climbs by the hour climbs by the day as well.
_BY_DAY_TOO = 14


def held(referral: Referral) -> Referral:
    """The referral as it is now, held until the verb ends. Raises Http404 where the asker does not see it any more."""
    found = _held.one(referral.pk)
    if found is None:
        raise Http404
    return found


@ready
def _held(referral_id: UUID) -> QuerySet[Referral]:
    rows = Referral.objects.select_for_update(of=("self",)).select_related("key", "consent", "request")
    return rows.filter(pk=referral_id)


def held_need(need_id: UUID) -> Need:
    found = _held_need.one(need_id)
    if found is None:
        raise Http404
    return found


@ready
def _held_need(need_id: UUID) -> QuerySet[Need]:
    rows = Need.objects.select_for_update(of=("self",)).select_related("key", "case", "request__person", "unmet")
    return rows.filter(pk=need_id)


def filled(text: str, message: str, field: str) -> str:
    text = text.strip()
    if not text:
        raise Refused(message, field=field, code="empty")
    return text


def harmless(file: CaseOrRequest, words: str, field: str) -> str:
    """Words for somebody outside. Raises Refused where they hold what must not leave: a place where somebody hides,
    a number, a code word. A number that may go is a piece of its own, with the rules by which it may be called."""
    found = secrets.found_in(words, secrets_behind(file))
    if found:
        told = ", ".join(str(one.what) for one in found)
        raise Refused(_("Tulisan ini memuat %(what)s. Hapus dulu.") % {"what": told}, field=field, code="secret")
    return words


def step(by: Asker, row: Referral, verb: str, *, words: str = "", told_by: str = "") -> Step:
    """Move `row` where the verb is one of the table, and keep that it happened; the caller saves the referral."""
    if verb in REFERRAL.steps:
        REFERRAL.step(row, verb)
        if row.state in ENDED:
            row.ended_at = clock.now()
    kept = Step(referral=row, key=row.key, verb=verb, state=row.state, hand=_hand(by, row), by_id=by.staff_id)
    kept.words, kept.told_by = words.strip(), told_by.strip()
    return kept


def _hand(by: Asker, row: Referral) -> str:
    if by.kind == "staff":
        return Hand.STAFF
    if by.kind == "ticket":
        return Hand.RECEIVER if by.ticket_id == row.door else Hand.CLIENT
    return Hand.HOUSE


def saved(by: Asker, row: Referral, kept: Step, *fields: str, silent: bool = False, **payload: Any) -> Done:
    """Write the step and the referral, close the way in where it ended, and move the dates of the case. In this order:
    whoever loses the right by it has written before they lost it."""
    kept.save(force_insert=True)
    row.save(update_fields=["state", "ended_at", *fields])
    if row.sent_at is not None:
        keep_dates(row)
    if row.state in ENDED and row.sent_at is not None:
        let_out(by, row)
    return about(row, row, silent=silent, **payload)


def about(referral: Referral, result: Any, *, silent: bool = False, **payload: Any) -> Done:
    """An event of the case or request, whoever caused it: `id` names the referral."""
    said = {"id": str(referral.pk)} | {
        key: str(value) if isinstance(value, UUID) else value for key, value in payload.items()
    }
    return Done(
        result, subject=("case", referral.case_id) if referral.case_id else ("request", referral.request_id),
        payload=said, agency_id=referral.agency_id, unit_id=referral.unit_id, silent=silent,
    )  # fmt: skip


def of_need(need: Need, *, silent: bool = False, **payload: Any) -> Done:
    """An event of the file in which the need stands."""
    file = need.file
    said = {"id": str(need.pk), **payload}
    return Done(
        need, subject=subject_of(file), payload=said, agency_id=file.agency_id, unit_id=file.unit_id, silent=silent
    )


def let_in(by: Asker, row: Referral) -> None:
    """The right of whoever comes by this door ends with the consent, with the referral, or with the last day."""
    trust.grant(
        by=by,
        subject=("referral", row.pk),
        grantee=("ticket", row.door),
        basis=Basis.REFERRAL,
        reason="referral",
        valid_to=row.valid_to,
        consent=row.consent,
        agency_id=row.agency_id,
    )


def let_out(by: Asker, row: Referral) -> None:
    hand = by if by.kind in {"staff", "job"} or by.ticket_id == row.door else HOUSE
    trust.end_grant(
        by=hand, subject=("referral", row.pk), grantee=("ticket", row.door), basis=Basis.REFERRAL, reason=row.state
    )


def keep_dates(row: Referral) -> None:
    """The day by which somebody must look at it again stands among the dates of the case, and climbs when it passes.
    Where there is no case it is looked for by the clock itself (`late.py`)."""
    if row.case_id is None:
        return
    waits = row.state in (*UNANSWERED, *HELPING)
    with acting(HOUSE):
        case = Case.objects.filter(pk=row.case_id).first()
        if case is None:
            return
        # A door that was locked is the owner's to open again today, and a question theirs to answer.
        today = next(iter(row.waits_for_owner), None)
        at = today or row.due_at
        due = clock.local(at, case.region_code).date() if waits and at else None
        # What was agreed by the hour climbs by the hour (`late.py`); the day stays among the dates.
        by_hour = row.answers_within is not None and row.state in UNANSWERED and today is None
        cases.remind(case, LATE_ANSWER, row.pk, due, grace=_BY_DAY_TOO if by_hour else 0)
        if row.stop_due_at is not None:
            _keep_stop(row, case)
        if row.state == State.SENT:
            cases.remind(case, LATE_NEED, row.need_id, None, grace=0)
        elif row.state in ENDED:
            keep_next_step(row.need_id)


def _keep_stop(row: Referral, case: Case) -> None:
    """For the worker the day on which it was asked for; whoever stands above hears of it with a day of the law's own
    term left, wherever the case is: the clock turns at its own midnight."""
    asked = clock.local(row.stop_due_at - clocks.STOP_WITHIN, case.region_code).date()
    climbs = clock.local(row.stop_due_at - DAY).date()
    alone = (climbs - asked - DAY).days
    cases.remind(case, LATE_STOP, row.door, asked if row.waits_for_stop else None, grace=alone)


def forget_door(row: Referral) -> None:
    """The date of a stop stands under the door that is given up."""
    if row.case_id is not None and row.waits_for_stop:
        with acting(HOUSE):
            cases.remind(Case.objects.get(pk=row.case_id), LATE_STOP, row.door, None, grace=0)


def keep_next_step(need_id: UUID) -> None:
    """A need for which nobody is asked any more waits for a person: a day for its worker, then somebody above. Where it
    was referred on, somebody asks there what came of it."""
    with acting(HOUSE):
        need = Need.objects.select_related("case").get(pk=need_id)
        if need.case is None:
            return
        tries = Referral.objects.filter(need=need, sent_at__isnull=False)
        waits = need.is_open and tries.exists() and not tries.filter(state__in=LIVING).exists()
        due = days.today(need.case.region_code) + DAY if waits else None
        elsewhere = tries.filter(outcome=Outcome.ONWARD, later_outcome="").order_by("-due_at").first()
        if waits and elsewhere is not None:
            due = clock.local(elsewhere.due_at, need.case.region_code).date()
        cases.remind(need.case, LATE_NEED, need.pk, due, grace=0)


def open_need(need_id: UUID) -> Need:
    found = held_need(need_id)
    if not found.is_open:
        raise Refused(_("Kebutuhan ini sudah diselesaikan. Buka lagi lebih dulu."), code="closed")
    return found

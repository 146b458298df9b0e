"""The junior rule (A55): what needs a supervisor's signature, what has it, and what waits for whom."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from rangkul.base.asking import Asker
from rangkul.base.models import Event
from rangkul.base.paging import with_number
from rangkul.base.ready import ready
from rangkul.commons.people.states import Role
from rangkul.entry.intake.states import Level
from rangkul.journey.cases.models import Case, RiskChange, Signature
from rangkul.journey.cases.states import HIGH, CaseState, SignatureState, SignatureSubject, Stage

# Each stage in which a junior's work is signed, and what is signed there.
SIGNED_IN = {
    Stage.ASSESSMENT: SignatureSubject.ASSESSMENT,
    Stage.PLANNING: SignatureSubject.PLAN,
    Stage.TERMINATION: SignatureSubject.TERMINATION,
}


# Looking, asking and being asked mend nothing.
_NO_MENDING = ("file.opened", "signature.asked", "signature.sent_back", "case.escalated", "case.acknowledged",
               "case.supervised", "access.granted", "access.ended", "assessment.report_opened")  # fmt: skip


def is_junior(case: Case) -> bool:
    return Role.JUNIOR in case.worker.roles


def needs_signature(case: Case, subject_kind: str) -> bool:
    """Whether the rule asks for a co-signature: a junior's assessment, plan and ending; high risk held by a junior;
    any red case; what leaves either of them as a document."""
    if subject_kind == SignatureSubject.DOCUMENT:
        return is_junior(case) or case.level == Level.MERAH
    if subject_kind == SignatureSubject.RISK:
        return case.level == Level.MERAH or (case.level in HIGH and is_junior(case))
    return is_junior(case)


def sent_back(case: Case, subject_kind: str) -> Signature | None:
    """The newest decision about this subject where the supervisor returned it with a comment, else None."""
    decided = case.signatures.filter(subject_kind=subject_kind).select_related("key", "decided_by")
    newest = decided.order_by("-asked_at").first() if needs_signature(case, subject_kind) else None
    return newest if newest and newest.state == SignatureState.SENT_BACK else None


def standing(case: Case, subject_kind: str) -> str | None:
    """How the signature stands in the present round, which began when the case came into this stage or when its risk
    last changed: signed, else asked, else None."""
    since = case.opened_at
    if subject_kind == SignatureSubject.RISK:
        since = _risk_changed.one(case.pk) or since
    elif SIGNED_IN.get(Stage(case.stage)) == subject_kind:
        since = case.stage_since
    states = set(_states_since(case.pk, subject_kind, since))
    return next((one for one in (SignatureState.SIGNED, SignatureState.ASKED) if one in states), None)


@ready
def _risk_changed(case_id: UUID) -> QuerySet:
    return RiskChange.objects.filter(case_id=case_id).order_by("-at").values_list("at", flat=True)[:1]


@ready
def _states_since(case_id: UUID, subject_kind: str, since: datetime) -> QuerySet:
    rows = Signature.objects.filter(case_id=case_id, subject_kind=subject_kind, asked_at__gte=since)
    return rows.values_list("state", flat=True)


def needed_signatures(case: Case) -> list[SignatureSubject]:
    """What must be signed before the case goes on from where it stands."""
    return [kind for kind, _state in _open_signatures(case)]


def unasked_signatures(case: Case) -> list[SignatureSubject]:
    """Those of the needed ones that were not put before a supervisor yet."""
    return [kind for kind, state in _open_signatures(case) if state != SignatureState.ASKED]


def _open_signatures(case: Case) -> list[tuple[SignatureSubject, str | None]]:
    wanted = [SIGNED_IN[Stage(case.stage)]] if Stage(case.stage) in SIGNED_IN else []
    stands = [(kind, standing(case, kind)) for kind in [*wanted, SignatureSubject.RISK] if needs_signature(case, kind)]
    return [(kind, state) for kind, state in stands if state != SignatureState.SIGNED]


def waiting_signatures(asker: Asker, *, after: tuple[datetime, UUID] | None = None, limit: int = 30) -> list[Signature]:
    """What waits for the asker's signature, oldest first: asked in their unit, by somebody else, not their own case.
    `after` is (asked_at, id) of the last row of the page before; `in_all` of each is how many wait from there on."""
    return list(_waiting(asker, after)[:limit])


@dataclass(frozen=True)
class Returned:
    """What stood in the way last time, and what was written on the case since: event name → how often."""

    before: Signature
    since: dict[str, int]


def returned_before(rows: Collection[Signature]) -> dict[UUID, Returned]:
    """By the id of the waiting signature: its newest return, and what happened from then until it was asked again. Two
    queries however many wait."""
    cases = {row.case_id for row in rows}
    back = Signature.objects.filter(case__among=list(cases), state=SignatureState.SENT_BACK)
    newest = {(row.case_id, row.subject_kind): row for row in back.select_related("key").order_by("decided_at")}
    asked_again = [(row, newest[row.case_id, row.subject_kind]) for row in rows
                   if (row.case_id, row.subject_kind) in newest]  # fmt: skip
    if not asked_again:
        return {}
    first = min(before.decided_at for _row, before in asked_again)
    told = Event.objects.filter(subject_id__among=[row.case_id for row, _before in asked_again], at__gt=first)
    events = list(told.exclude(name__in=_NO_MENDING).values_list("subject_id", "name", "at"))
    return {row.pk: Returned(before, _since(events, row, before)) for row, before in asked_again}


def _since(events: list, row: Signature, before: Signature) -> dict[str, int]:
    return dict(Counter(name for case_id, name, at in events if case_id == row.case_id and at > before.decided_at))


def to_mend(asker: Asker, limit: int = 30) -> list[Signature]:
    """What the asker had asked to be signed and got back, until they ask again: the oldest return first."""
    return _to_mend(asker.staff_id, limit=limit)


@ready
def _to_mend(staff_id: UUID, *, limit: int) -> QuerySet[Signature]:
    again = Signature.objects.filter(
        case=OuterRef("case"), subject_kind=OuterRef("subject_kind"), asked_at__gt=OuterRef("asked_at")
    )
    rows = Signature.objects.filter(~Exists(again), asked_by_id=staff_id, state=SignatureState.SENT_BACK)
    related = rows.filter(case__state=CaseState.OPEN).select_related("key", "case__person", "case__household")
    return related.order_by("decided_at", "id")[:limit]


def _waiting(asker: Asker, after: tuple[datetime, UUID] | None) -> QuerySet[Signature]:
    rows = Signature.objects.filter(unit_id=asker.unit_id, state=SignatureState.ASKED)
    rows = rows.exclude(asked_by_id=asker.staff_id).exclude(case__worker_id=asker.staff_id)
    if not asker.has(Role.SUPERVISOR):
        return rows.none()
    if after is not None:
        asked_at, last = after
        rows = rows.filter(Q(asked_at__gt=asked_at) | Q(asked_at=asked_at, pk__gt=last))
    related = ("key", "case__person", "case__household", "case__worker", "asked_by")
    return with_number(rows).select_related(*related).order_by("asked_at", "id")

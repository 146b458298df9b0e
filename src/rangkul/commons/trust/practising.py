"""Rules on technology: the version in force, who has signed it, and who must by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import Role
from rangkul.commons.trust.models import PracticePolicy, PracticeSignature

# A signature holds a year; a new version, and a new colleague, has two weeks.
HOLDS = timedelta(days=365)
FIRST = timedelta(days=14)
# So long before the year is over whoever signed is reminded.
REMIND = timedelta(days=30)
# Those who meet clients.
SIGNERS = (Role.SOCIAL_WORKER, Role.JUNIOR, Role.SUPERVISOR, Role.STUDENT)
# The first page is opened all day, so each process asks once a minute.
_KEEP_SECONDS = 60
_kept: dict[UUID, tuple[float, list[Signer]]] = {}


@dataclass(frozen=True)
class Signer:
    """One who meets clients; `signed_at` is when they last signed the version in force."""

    staff_id: UUID
    unit_id: UUID | None
    name: str
    signed_at: datetime | None
    due: datetime

    @property
    def is_late(self) -> bool:
        return now() > self.due

    @property
    def must_sign(self) -> bool:
        return self.signed_at is None or now() >= self.due - REMIND


def forget_kept() -> None:
    _kept.clear()


def in_force(agency_id: UUID | None) -> PracticePolicy | None:
    rows = PracticePolicy.objects.filter(agency_id=agency_id).select_related("by")
    return rows.order_by("-version").first()


def versions(agency_id: UUID | None) -> list[PracticePolicy]:
    return list(PracticePolicy.objects.filter(agency_id=agency_id).select_related("by").order_by("-version")[:50])


def signers(agency_id: UUID) -> list[Signer]:
    """Whoever must sign, late ones first; nobody while there are no rules."""
    policy = in_force(agency_id)
    if policy is None:
        return []
    signed = dict(
        PracticeSignature.objects.filter(policy=policy).order_by("made_at").values_list("staff_id", "made_at")
    )
    able = Staff.objects.filter(agency_id=agency_id, is_active=True, roles__overlap=[*SIGNERS])
    found = [_signer(row, policy, signed.get(row.pk)) for row in able.order_by("full_name", "pk")]
    return sorted(found, key=lambda one: (one.signed_at is not None, one.due))


def _signer(staff: Staff, policy: PracticePolicy, signed_at: datetime | None) -> Signer:
    return Signer(staff.pk, staff.unit_id, staff.full_name, signed_at, _due(signed_at, policy.made_at, staff))


def late(at: datetime) -> QuerySet[Staff]:
    """Whose signature is over, in every agency that has rules: `version` is the number of those in force, `ruled_at`
    their day, `signed_at` their own day or None. For the clock of the house."""
    rules = PracticePolicy.objects.filter(agency=OuterRef("agency")).order_by("-version")
    signed = PracticeSignature.objects.filter(policy=OuterRef("policy_id"), staff=OuterRef("pk")).order_by("-made_at")
    rows = Staff.objects.filter(is_active=True, roles__overlap=[*SIGNERS]).annotate(
        policy_id=Subquery(rules.values("pk")[:1]),
        version=Subquery(rules.values("version")[:1]),
        ruled_at=Subquery(rules.values("made_at")[:1]),
        signed_at=Subquery(signed.values("made_at")[:1]),
    )
    never = Q(signed_at=None, ruled_at__lt=at - FIRST, made_at__lt=at - FIRST)
    return rows.filter(never | Q(signed_at__lt=at - HOLDS), policy_id__isnull=False).select_related("agency")


def due_of(staff: Staff) -> datetime:
    """By when one of `late` should have signed."""
    return _due(staff.signed_at, staff.ruled_at, staff)


def _due(signed_at: datetime | None, ruled_at: datetime, staff: Staff) -> datetime:
    return signed_at + HOLDS if signed_at else max(ruled_at, staff.made_at) + FIRST


def signers_for(asker: Asker) -> list[Signer]:
    """Of the asker's unit; of the whole agency for its head and its admin."""
    found = signers(asker.agency_id)
    return found if asker.has("pimpinan", "admin") else [one for one in found if one.unit_id == asker.unit_id]


def own(asker: Asker) -> Signer | None:
    return next((one for one in signers(asker.agency_id) if one.staff_id == asker.staff_id), None)


def practice_waits(asker: Asker) -> dict:
    """For the first page: `mine` where the asker signs by a day, `others` of a supervisor's unit who are late; as each
    process last saw it."""
    if asker.agency_id is None or asker.staff_id is None:
        return {}
    until, known = _kept.get(asker.agency_id, (0.0, []))
    if monotonic() > until:
        known = signers(asker.agency_id)
        _kept[asker.agency_id] = (monotonic() + _KEEP_SECONDS, known)
    mine = next((one for one in known if one.staff_id == asker.staff_id and one.must_sign), None)
    others = [one for one in known if one.staff_id != asker.staff_id and one.is_late and one.unit_id == asker.unit_id]
    n = len(others) if asker.has("supervisor") else 0
    return {"mine": mine, "others": n} if mine or n else {}

"""The board by kecamatan, one volunteer, one need, and what is late."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet

from rangkul.base import clock, days
from rangkul.base.asking import Asker
from rangkul.base.wilayah.queries import paths
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Case
from rangkul.support.volunteers.models import Complaint, Match, MatchNote, Need, NeedFile, Vetting, Volunteer
from rangkul.support.volunteers.states import (
    ACTIVE,
    KECAMATAN,
    LATE_AID,
    LATE_COMPLAINT,
    LATE_VETTING,
    RUNNING,
    NeedState,
    Seen,
    StepVerb,
    VolunteerState,
)

_SHOWN = 200
_PAST = 30
SOON = timedelta(days=30)


@dataclass
class Area:
    """One kecamatan with what is needed and what is offered there; `place` as an address says it."""

    place: str
    needs: list[Need] = field(default_factory=list)
    offers: list[Volunteer] = field(default_factory=list)


@dataclass(frozen=True)
class Board:
    """`renew`: mine to renew within a month, or expired; `stopped`: who waits for a decision; `more`: not all shown."""

    areas: list[Area]
    renew: list[Volunteer]
    stopped: list[Volunteer]
    more: bool


def _volunteers() -> QuerySet[Volunteer]:
    return Volunteer.objects.select_related("key", "keeper", "vetted_by")


def board(by: Asker) -> Board:
    """A handful of statements, however much there is."""
    own = _volunteers().filter(agency_id=by.agency_id)
    needs = list(_needs().filter(agency_id=by.agency_id, settled_at=None).order_by("from_day", "pk")[: _SHOWN + 1])
    offers = list(own.filter(state__in=ACTIVE).order_by("region_code", "pk")[: _SHOWN + 1])
    soon = days.today() + SOON
    renew = own.filter(keeper_id=by.staff_id, state=VolunteerState.VETTED, vetted_until__lte=soon)
    stopped = own.filter(state=VolunteerState.SUSPENDED).order_by("pk")
    more = max(len(needs), len(offers)) > _SHOWN
    return Board(
        _areas(needs[:_SHOWN], offers[:_SHOWN]),
        list(renew.order_by("vetted_until")[:_PAST]),
        list(stopped[:_PAST]),
        more,
    )


def _areas(needs: list[Need], offers: list[Volunteer]) -> list[Area]:
    codes = {row.region_code for row in [*needs, *offers]}
    called = paths(codes | {code[:KECAMATAN] for code in codes})
    found = {code: Area(called.get(code, code)) for code in sorted({code[:KECAMATAN] for code in codes})}
    for need in needs:
        found[need.region_code[:KECAMATAN]].needs.append(need)
    for one in offers:
        found[one.region_code[:KECAMATAN]].offers.append(one)
    return list(found.values())


def _needs() -> QuerySet[Need]:
    return Need.objects.select_related("key", "owner")


def get_volunteer(volunteer_id: UUID) -> Volunteer:
    """Raises Volunteer.DoesNotExist where there is none that the asker may see."""
    return _volunteers().get(pk=volunteer_id)


def get_need(need_id: UUID) -> Need:
    """Raises Need.DoesNotExist where there is none that the asker may see."""
    return _needs().get(pk=need_id)


def needs_of(case: Case | None = None, request: Request | None = None) -> list[Need]:
    links = NeedFile.objects.filter(case=case, request=request).values_list("need_id", flat=True)
    return list(_needs().filter(pk__in=list(links)).order_by("-made_at")[:_PAST])


def seen_of(volunteer: Volunteer) -> dict[str, Vetting]:
    """Of each kind what was seen last, by its code; after a complaint what was seen since they may help again."""
    rows = volunteer.vettings.select_related("key", "by").order_by("made_at")
    anew = volunteer.steps.filter(verb=StepVerb.RESTORE).aggregate(Max("made_at"))["made_at__max"]
    return {row.kind: row for row in (rows.filter(made_at__gt=anew) if anew else rows)}


def lacking(seen: Mapping[str, Vetting], day: date) -> list[Seen]:
    """What is not among `seen_of`, or holds no more on that day."""
    return [kind for kind in Seen if kind not in seen or not seen[kind].holds_on(day)]


def steps_of(volunteer: Volunteer) -> list[Any]:
    return list(volunteer.steps.select_related("by").order_by("-made_at")[:_PAST])


def history_of(volunteer: Volunteer) -> list[Match]:
    """Where they helped or went along, the newest first; nothing here leads to a client."""
    rows = Match.objects.filter(volunteer=volunteer) | Match.objects.filter(companion=volunteer)
    return list(rows.select_related("need").order_by("-made_at")[:_PAST])


def complaints_of(volunteer: Volunteer) -> list[Complaint]:
    """As far as the asker may read them."""
    return list(volunteer.complaints.select_related("key", "by", "decided_by").order_by("-made_at")[:_PAST])


def get_complaint(complaint_id: UUID) -> Complaint:
    """Raises Complaint.DoesNotExist where there is none that the asker may read."""
    return Complaint.objects.select_related("volunteer__key", "key").get(pk=complaint_id)


def matches_of(need: Need) -> list[Match]:
    rows = need.matches.select_related("volunteer__key", "companion__key", "companion_staff", "by", "need__key")
    return list(rows.order_by("-made_at"))


def running(need: Need) -> Match | None:
    return next((row for row in matches_of(need) if row.state in RUNNING), None)


def notes_of(need: Need) -> list[MatchNote]:
    rows = MatchNote.objects.filter(match__need=need).select_related("key", "by", "match")
    return list(rows.order_by("made_at"))


def workers_of(agency_id: UUID) -> list[Staff]:
    """Who may go along, or see to what somebody else leaves."""
    rows = Staff.objects.filter(agency_id=agency_id, is_active=True).order_by("full_name")
    return [one for one in rows if one.practises]


Untold = Callable[..., QuerySet]


def _expired(today: date) -> QuerySet[Volunteer]:
    return Volunteer.objects.filter(state=VolunteerState.VETTED, vetted_until__lt=today)


def late_vettings(now: datetime, untold: Untold) -> Iterator[Matter]:
    rows = untold(_expired(clock.local(now).date())).values_list("pk", "vetted_until", "region_code", "keeper_id")
    for pk, day, region, owner in rows:
        yield Matter(LATE_VETTING, None, pk, days.end_of(day, region), owner)


def vetting_waits(matter: Matter) -> bool:
    return _expired(days.today()).filter(pk=matter.id).exists()


def open_complaints(now: datetime, untold: Untold) -> Iterator[Matter]:
    """At once: somebody above hears of it with the next stroke of the clock."""
    rows = untold(Complaint.objects.filter(decided_at=None)).values_list("pk", "made_at", "by_id")
    for pk, made_at, owner in rows:
        yield Matter(LATE_COMPLAINT, None, pk, made_at, owner)


def complaint_waits(matter: Matter) -> bool:
    return Complaint.objects.filter(pk=matter.id, decided_at=None).exists()


def _overdue(today: date) -> QuerySet[Need]:
    return Need.objects.exclude(state=NeedState.SETTLED).filter(until_day__lt=today)


def late_needs(now: datetime, untold: Untold) -> Iterator[Matter]:
    rows = untold(_overdue(clock.local(now).date())).values_list("pk", "until_day", "region_code", "owner_id")
    for pk, day, region, owner in rows:
        yield Matter(LATE_AID, None, pk, days.end_of(day, region), owner)


def need_waits(matter: Matter) -> bool:
    return _overdue(days.today()).filter(pk=matter.id).exists()

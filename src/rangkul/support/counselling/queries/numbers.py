"""Numbers for the waiting room: how many wait, how many answer. Nobody learns who."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from rangkul.commons.people.models import Agency
from rangkul.support.counselling.models import Room, Terms
from rangkul.support.counselling.states import KEEP_DAYS, LETTER_HOURS


@dataclass(frozen=True)
class Now:
    """In the whole installation: workers on duty who are not away, and people who wait for one."""

    on_duty: int
    waiting: int


@dataclass(frozen=True)
class Ahead:
    """For the holder of a ticket: who waits longer in the same unit, who is there, and what they read when the one
    who answers is away."""

    before: int
    on_duty: int
    away: str = ""


def right_now() -> Now:
    with connection.cursor() as cursor:
        cursor.execute("SELECT on_duty, waiting FROM counselling_right_now()")
        return Now(*cursor.fetchone())


def ahead_of(room: Room) -> Ahead:
    with connection.cursor() as cursor:
        cursor.execute("SELECT before, on_duty, away FROM counselling_ahead(%s)", [room.pk])
        found = cursor.fetchone()
    return Ahead(*found) if found else Ahead(0, 0)


@dataclass(frozen=True)
class Promise:
    """By when a letter is answered, and for how many days words stay after the end."""

    letter_hours: int
    keep_days: int


def promise(agency_id: UUID | None = None) -> Promise:
    """What this agency promises. Before somebody is routed to one: what holds at whichever of them it will be."""
    agencies = Agency.objects.filter(active=True)
    ids = [agency_id] if agency_id else list(agencies.values_list("pk", flat=True))
    kept = {row.agency_id: row for row in Terms.objects.filter(agency_id__in=ids)}
    rows = [kept.get(one) for one in ids] or [None]
    return Promise(
        max(row.letter_hours if row else LETTER_HOURS for row in rows),
        max(row.keep_days if row else KEEP_DAYS for row in rows),
    )

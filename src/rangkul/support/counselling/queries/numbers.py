"""Numbers for the waiting room: how many wait, how many answer. Nobody learns who."""

from dataclasses import dataclass

from django.db import connection

from rangkul.support.counselling.models import Room


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

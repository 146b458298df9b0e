"""Case conferences: one that was held, with decisions, minutes and another opinion; one that is coming."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.apps import apps

from rangkul.base import clock, readings, workdays
from rangkul.base.asking import Asker
from rangkul.commons.trust.states import Basis
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.talked_over import COMING, HELD

if TYPE_CHECKING:
    from rangkul.journey.conferences.models import Conference, Invitation

# How long before it a table is called, and in how many days from today the next one meets.
_CALLED_BEFORE, _AHEAD = timedelta(days=6), timedelta(days=4)


def wanted(course: Course) -> bool:
    there = apps.is_installed("rangkul.journey.conferences")
    return there and course.shows_more and course.story["key"] in HELD


def hold(course: Course, days: float) -> None:
    """Called some days before, decided and written down on the day itself; the guest disagrees the day after."""
    if not wanted(course):
        return
    from rangkul.journey.conferences import actions, queries

    words, begins = HELD[course.story["key"]], course.day(days)
    conference, guest = _call(course, begins - _CALLED_BEFORE, begins, words)
    holder = Asker("ticket", ticket_id=guest.pk)
    for who in (holder, course.road.supervisor.key):
        with course.office.at(begins - timedelta(days=3), who) as by:
            seat = queries.seat_of(by, conference.pk)
            actions.note_opening(by=by, invitation=seat)
            _read(by, conference)
            actions.reply(by=by, invitation=seat, coming=True)
    with course.office.at(begins + timedelta(hours=1), course.road.worker.key) as by:
        course.fresh()
        _write_down(course, by, conference, words)
    with course.office.at(begins + timedelta(hours=26), holder) as by:
        seat = queries.seat_of(by)
        disputed = queries.decisions(conference)[-1]
        actions.dissent(by=by, conference=seat.conference, invitation=seat, decision=disputed, words=words["dissent"])


def _read(by: Asker, conference: Conference) -> None:
    """The client reads in the portal who it was that opened the brief."""
    readings.begin()
    readings.read_file("case", conference.case_id, why=Basis.CONFERENCE, agency_id=conference.agency_id)
    readings.write_pending(by)


def call_next(course: Course, days: float) -> None:
    """In the coming days; whoever is invited from outside has link and PIN and has not come yet."""
    if wanted(course):
        zone = clock.zone(course.road.household.village.code)
        begins = workdays.opening(course.office.now + _AHEAD, zone).replace(hour=10, minute=0, second=0, microsecond=0)
        _call(course, course.day(days), begins, COMING[course.story["key"]])


def _call(course: Course, moment: datetime, begins: datetime, words: dict[str, Any]) -> tuple[Conference, Invitation]:
    """The table with a colleague's seat and a guest's."""
    from rangkul.journey.conferences import actions
    from rangkul.journey.conferences.actions import Called, Guest

    said = {name: words[name] for name in ("place", "question", "brief", "agenda")}
    with course.office.at(moment, course.road.worker.key) as by:
        course.fresh()
        conference = actions.call_conference(by=by, case=course.case, called=Called(at=begins, **said))
        colleague = course.office.staff[course.road.supervisor.key]
        actions.invite_colleague(by=by, conference=conference, staff=colleague)
        guest = actions.invite_guest(by=by, conference=conference, guest=Guest(**words["guest"]))
    return conference, guest


def _write_down(course: Course, by: Asker, conference: Conference, words: dict[str, Any]) -> None:
    from rangkul.journey.conferences import actions, queries

    seats = queries.seats(conference)
    owners = {
        "staff": {"owner": course.office.staff[course.road.worker.key]},
        "client": {},
        "guest": {"guest": next(seat for seat in seats if seat.is_guest)},
    }
    for kind, text, why, ahead in words["decisions"]:
        actions.decide(
            by=by,
            conference=conference,
            text=text,
            reason=why,
            owner_kind=kind,
            due=course.ahead(ahead),
            **owners[kind],
        )
    minutes = course.said(words["minutes"])
    actions.hold(by=by, conference=conference, minutes=minutes, came=[seat.pk for seat in seats], shares_minutes=True)

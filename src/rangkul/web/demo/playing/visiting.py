"""Home visits: one from which the worker came back with a result, one that is planned for the next working day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.apps import apps

from rangkul.base import clock, workdays
from rangkul.web.demo.playing.course import Course

_HOURS = (13, 9, 11)
_LASTS, _STAYED = timedelta(hours=2, minutes=30), timedelta(minutes=95)
WENT: dict[str, dict[str, Any]] = {
    "livelihood": {
        "place": "Rumah {nama}, gang sebelah musala",
        "purpose": "Melihat buku kas dan dapur usaha bersama {nama}",
        "risk_note": "Gang sempit. Penagih harian biasa datang menjelang magrib: pulang sebelum pukul lima.",
        "companion": "Bu Ratna, kader posyandu",
        "result": "Buku kas terisi dua minggu penuh. {nama} menunjukkan tabungan anak dalam amplop. Dapur cukup untuk"
        " dua kompor; yang kurang tempat mencuci.",
        "next_step": "Membawa contoh catatan kas dari koperasi",
    },
    "older_person": {
        "place": "Rumah {nama}, ujung jalan dekat kebun",
        "purpose": "Menata obat dan melihat kamar mandi",
        "risk_note": "Jalan licin sesudah hujan; anjing tetangga dilepas sore hari.",
        "companion": "",
        "result": "Kotak obat terisi benar enam dari tujuh hari. Keset karet terpasang; pegangan belum ada.",
        "next_step": "Menanyakan tukang untuk pegangan kamar mandi",
    },
}
NEXT = {
    "livelihood": "Melihat tempat berjualan yang ditawarkan kelurahan",
    "older_person": "Memasang pegangan bersama karang taruna",
}


def wanted(course: Course) -> bool:
    there = apps.is_installed("rangkul.journey.visits")
    return there and course.shows_more and course.story["key"] in WENT


def go(course: Course, days: float) -> None:
    """Planned, left, and back with a result on the same day."""
    if not wanted(course):
        return
    from rangkul.journey.visits import actions

    words, leaves, worker = WENT[course.story["key"]], course.day(days), course.road.worker.key
    visit = _plan(course, leaves - timedelta(hours=1), leaves, words, words["purpose"])
    with course.office.at(leaves, worker) as by:
        actions.leave(by=by, visit=visit)
    with course.office.at(leaves + _STAYED, worker) as by:
        came = actions.Came(
            met="met",
            result=course.said(words["result"]),
            minutes=60,
            next_step=words["next_step"],
            next_due=course.ahead(2),
        )
        actions.come_back(by=by, visit=visit, came=came)


def plan_next(course: Course, days: float) -> None:
    """On the morning of the next working day, so that nobody is missed on the day on which the world is loaded."""
    if not wanted(course):
        return
    key, zone = course.story["key"], clock.zone(course.road.household.village.code)
    day = workdays.opening(course.office.now + timedelta(days=1), zone)
    leaves = day.replace(hour=_HOURS[course.road.number % 3], minute=30, second=0, microsecond=0)
    _plan(course, course.day(days), leaves, WENT[key], NEXT[key])


def _plan(course: Course, moment: datetime, leaves: datetime, words: dict[str, Any], purpose: str) -> Any:
    from rangkul.journey.visits import actions

    with course.office.at(moment, course.road.worker.key) as by:
        course.fresh()
        return actions.plan_visit(
            by=by,
            case=course.case,
            leaves_at=leaves,
            back_by=leaves + _LASTS,
            place=course.said(words["place"]),
            purpose=course.said(purpose),
            risk_note=words["risk_note"],
            companion=words["companion"],
        )

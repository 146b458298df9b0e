"""What some clients may be entitled to, and applications at every step of their way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.apps import apps

from rangkul.web.demo.playing.course import Course

if TYPE_CHECKING:
    from rangkul.support.entitlements.models import Application

# How an application went; each case that applies takes the next.
_ROADS = ("refused", "waiting", "received", "objected", "granted")
_ANSWERS = {"dtsen": "yes", "school": "yes", "needs_school": "yes", "poor": "yes", "uninsured": "no"}
_REASON = "Nomor kartu keluarga di daftar tidak sama dengan yang dibawa."
_OFFICE = "Dinas sosial, loket bantuan"


def wanted(course: Course) -> bool:
    return apps.is_installed("rangkul.support.entitlements") and course.shows_more


def apply(course: Course, days: float) -> None:
    """Asked, told and handed in; answered after `days` and a little more."""
    if not wanted(course):
        return
    from rangkul.support.entitlements import actions

    road = _ROADS[course.road.number // 4 % len(_ROADS)]
    with course.office.at(course.day(days), course.road.worker.key) as by:
        course.fresh()
        on = course.today()
        for name, answer in _ANSWERS.items():
            actions.record_known(by=by, case=course.case, name=name, answer=answer, way="told", on=on)
        row = actions.consider(by=by, case=course.case, programme="pkh")
        actions.tell(by=by, application=row, on=on, words="Mau diajukan, asal ditemani ke kantornya.")
        other = actions.consider(by=by, case=course.case, programme="pip", whose="Anak yang masih sekolah")
        actions.tell(by=by, application=other, on=on, words="Senang mendengarnya. Suratnya dicari dulu di rumah.")
    with course.office.at(course.day(days) + timedelta(hours=2), course.road.worker.key) as by:
        actions.apply(by=by, application=_fresh(course, row), on=course.today(), place=_OFFICE, number="BS-0147/CONTOH")
    if road != "waiting":
        _answer(course, row, road, days)


def _answer(course: Course, row: Application, road: str, days: float) -> None:
    from rangkul.support.entitlements import actions

    with course.office.at(course.day(days) + timedelta(hours=4), course.road.worker.key) as by:
        on = course.today()
        if road in ("granted", "received"):
            actions.grant(by=by, application=_fresh(course, row), on=on, words="Tahap pertama")
            if road == "received":
                actions.receive(by=by, application=_fresh(course, row), on=on, words="Kartu dan uang tahap pertama.")
            return
        actions.refuse(by=by, application=_fresh(course, row), on=on, reason=_REASON)
        if road == "objected":
            actions.object_to(by=by, application=_fresh(course, row), on=on, place="Kepala dinas sosial")


def _fresh(course: Course, row: Application) -> Application:
    from rangkul.support.entitlements import queries

    return queries.get(course.case, row.pk)

"""Referrals in every state, so that the desk of whoever starts the demo has something on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.apps import apps

from rangkul.base import readings
from rangkul.base.asking import Asker
from rangkul.commons.trust.states import Basis
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.referred import NEEDS

if TYPE_CHECKING:
    from rangkul.support.referral.models import Need, Referral

# How a referral went; each case that refers takes the next.
_ROADS = ("helping", "waits", "helped", "declined", "withdrawn", "asked", "late", "unmet", "onward")


@dataclass(frozen=True)
class Words:
    kind: str
    said: str
    receiver: str
    contact: str
    asked: str


def wanted(course: Course) -> bool:
    there = apps.is_installed("rangkul.support.referral")
    return there and course.road.standing == "intervention" and course.story["key"] in NEEDS


def refer(course: Course, days: float) -> None:
    """`days` since the request: what happens after it lies in the last week."""
    if not wanted(course):
        return
    from rangkul.support.referral import actions

    road, words = _ROADS[course.road.number % len(_ROADS)], Words(*NEEDS[course.story["key"]])
    with course.office.at(course.day(days), course.road.worker.key) as by:
        course.fresh()
        need = actions.note_need(by=by, case=course.case, kind=words.kind, words=course.said(words.said))
        if road == "unmet":
            actions.leave_unmet(by=by, need=need, why="none")
            return
        row = _send(by, need, words, late=road == "late")
    _go_on(course, row, road, days)


def _send(by: Asker, need: Need, words: Words, *, late: bool) -> Referral:
    from rangkul.support.referral import actions, dataset
    from rangkul.support.referral.actions import Leave, Receiver
    from rangkul.support.referral.models import Referral

    receiver = Receiver(
        name=words.receiver, contact=words.contact, because="Paling dekat", answers_within=6 if late else None
    )
    row = actions.prepare(by=by, need=need, receiver=receiver)
    chosen = {one.name: one.why for one in dataset.offered(need.case, need) if one.name in ("called", "age", "kind")}
    actions.choose_data(by=by, referral=row, asked=words.asked, chosen=chosen)
    row = Referral.objects.select_related("key", "need__key", "case__key").get(pk=row.pk)
    return actions.send(by=by, referral=row, leave=Leave(ground="consent", witness="Kader setempat"))


def _go_on(course: Course, row: Referral, road: str, days: float) -> None:
    from rangkul.commons.trust.actions import withdraw_consent
    from rangkul.support.referral import actions, queries
    from rangkul.support.referral.actions import Told

    if road == "late":
        return
    holder = Asker("ticket", ticket_id=row.door)
    opened = course.day(days) + timedelta(hours=3)
    with course.office.at(opened, holder) as by:
        found = queries.of_door(by)
        actions.see(by=by, referral=found)
        readings.begin()
        readings.read_file("case", found.case_id, why=Basis.REFERRAL, agency_id=found.agency_id)
        readings.write_pending(by)
        if road in ("helping", "helped"):
            actions.accept(by=by, referral=found, told=Told(words="Silakan datang hari kerja, pukul sembilan."))
        elif road == "declined":
            actions.decline(by=by, referral=found, why="full", told=Told(words="Coba lagi bulan depan."))
        elif road == "onward":
            told = Told(words="Kami penuh sampai bulan depan. Tanyakan kepada Bu Contoh di sana.")
            actions.pass_on(by=by, referral=found, onward_to=f"{row.receiver} cabang Cimahi", told=told)
        elif road == "asked":
            actions.ask(by=by, referral=found, words="Apakah ada yang mengantar pada hari pertama?")
    if road == "helped":
        with course.office.at(opened + timedelta(hours=20), holder) as by:
            told = Told(words="Sudah datang dan sudah dilayani.")
            actions.complete(by=by, referral=queries.of_door(by), outcome="helped", told=told)
    elif road == "declined":
        with course.office.at(opened + timedelta(hours=20), course.road.worker.key) as by:
            actions.leave_unmet(by=by, need=row.need, why="full")
    elif road == "withdrawn":
        with course.office.at(opened + timedelta(hours=20), course.road.worker.key) as by:
            withdraw_consent(by=by, consent=row.consent)

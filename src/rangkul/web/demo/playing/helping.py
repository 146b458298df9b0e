"""Neighbours who help around Ayu's cases: one vetted and thanked, one whose papers run out soon, one new, one of whom
somebody complained; one need that was met, one that waits."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from rangkul.base import clock
from rangkul.journey.cases.models import Case
from rangkul.support.volunteers import actions, queries
from rangkul.support.volunteers.actions import NeedDraft, VettingDraft, VolunteerDraft
from rangkul.support.volunteers.models import Need, Volunteer
from rangkul.support.volunteers.states import EXPIRING, Seen
from rangkul.web.demo.playing.office import Office

_VILLAGE = 13
# Name, what they offer, when; days that their papers still hold, None for who was not vetted.
_NEIGHBOURS = (
    ("Sumiyati", ("company", "cooking"), ("day", "weekend"), 300),
    ("Parjo", ("escort", "repairs"), ("weekend",), 12),
    ("Lestari", ("teaching", "company"), ("evening", "weekend"), None),
    ("Gunadi", ("escort",), ("day",), None),
)


def play(office: Office) -> None:
    if not {"ayu", "sari", "dimas"} <= office.staff.keys():
        return
    with office.at(office.now, "ayu") as by:
        rows = Case.objects.filter(worker_id=by.staff_id, state="open").exclude(region_code="")
        cases = [
            case
            for case in rows.select_related("key", "person").order_by("number")
            if len(case.region_code) == _VILLAGE
        ]
    if not cases:
        return
    keen, _soon, _new, doubted = (_neighbour(office, cases[0].region_code, n) for n in range(len(_NEIGHBOURS)))
    _met(office, cases[0], keen)
    _needed(office, 1, cases[-1], "teaching")
    with office.at(_ago(office, 1), "dimas") as by:
        actions.complain(by=by, volunteer=doubted, words="Meminta uang bensin kepada keluarga yang diantar.")


def _ago(office: Office, days: float) -> datetime:
    return office.now - timedelta(days=days)


def _today(office: Office) -> date:
    return clock.local(office.now).date()


def _neighbour(office: Office, near: str, n: int) -> Volunteer:
    name, offers, times, holds = _NEIGHBOURS[n]
    agreed = _today(office) - timedelta(days=40)
    given = VolunteerDraft(
        name,
        f"0812 0000 10{n:02}",
        near if n % 2 == 0 else near[:8],
        list(offers),
        list(times),
        ["jav"],
        agreed,
        "written",
    )
    with office.at(_ago(office, 40), "ayu") as by:
        row = actions.register(by=by, given=given)
        if holds is not None:
            until = _today(office) + timedelta(days=holds)
            for kind in Seen:
                seen = VettingDraft(kind, "Dilihat langsung", agreed, until if kind in EXPIRING else None)
                actions.see(by=by, volunteer=row, given=seen)
    if holds is not None:
        with office.at(_ago(office, 39), "sari") as by:
            row = actions.vet(by=by, volunteer=row)
    return row


def _needed(office: Office, days: float, case: Case, kind: str) -> Need:
    day = _today(office) + timedelta(days=4 - int(days))
    given = NeedDraft(kind, case.region_code[:8], day, day, "weekend", child_there="yes", older_there="unknown")
    with office.at(_ago(office, days), "ayu") as by:
        return actions.note_need(by=by, given=given, case=case)


def _met(office: Office, case: Case, who: Volunteer) -> None:
    need = _needed(office, 9, case, "company")
    with office.at(_ago(office, 8), "ayu") as by:
        match = actions.match(by=by, need=need, volunteer=queries.get_volunteer(who.pk))
        actions.tell(by=by, match=match, words="Sabtu pagi, temani seorang anak membaca di balai.", agreed=True)
    with office.at(_ago(office, 4), "ayu") as by:
        actions.come(by=by, match=match)
        actions.hear(by=by, match=match, words="Anaknya senang dan minta datang lagi.")
        actions.thank(by=by, match=match)
        actions.settle(by=by, need=need, outcome="helped")

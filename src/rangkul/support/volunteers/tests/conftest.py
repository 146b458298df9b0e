"""Ayu keeps two volunteers, Pak Tono and Bu Ning; Sari vets. Wati's case needs somebody."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.support.cases import opened

from rangkul.base import days
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.support.volunteers import actions, queries
from rangkul.support.volunteers.actions import NeedDraft, VettingDraft, VolunteerDraft
from rangkul.support.volunteers.states import EXPIRING, Seen

TODAY = days.today()
SOON = TODAY + timedelta(days=3)
NEXT_YEAR = TODAY + timedelta(days=365)
VILLAGE, DISTRICT = "32.73.01.1001", "32.73.01"
TONO = VolunteerDraft(
    "Tono Contoh", "0812 0000 1111", VILLAGE, ["escort", "company"], ["weekend", "day"], ["sun"], TODAY, "spoken"
)
NING = replace(TONO, name="Ning Contoh", contact="0812 0000 2222", region_code="32.73.02", languages=[])
CHILD = NeedDraft("company", DISTRICT, SOON, SOON, "day", child_there="yes", older_there="no")
ADULTS = replace(CHILD, child_there="no")


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu, concern="Sendiri di rumah", region_code=DISTRICT)


@pytest.fixture
def tono(cast, asking):
    with asking(cast.ayu) as by:
        return actions.register(by=by, given=TONO)


@pytest.fixture
def ning(cast, asking):
    with asking(cast.ayu) as by:
        return actions.register(by=by, given=NING)


@pytest.fixture
def vetted(cast, asking):
    """`vetted(ning)`: all five seen by Ayu and said by Sari, until next year or until `until`."""

    def vet(volunteer, until=NEXT_YEAR):
        with asking(cast.ayu) as by:
            for kind in Seen:
                seen = VettingDraft(kind, "Kartu dan surat asli", TODAY, until if kind in EXPIRING else None)
                actions.see(by=by, volunteer=volunteer, given=seen)
        with asking(cast.sari) as by:
            return actions.vet(by=by, volunteer=volunteer)

    return vet


@pytest.fixture
def noted(cast, case, asking):
    """`noted(CHILD)` is a need of Wati's case."""

    def note(given=CHILD):
        with asking(cast.ayu) as by:
            return actions.note_need(by=by, given=given, case=case)

    return note


@pytest.fixture
def asked(cast, asking):
    """`asked(for_whom="other")` is a need of a request that is no case yet."""

    def ask(given=ADULTS, **changes):
        request = handed_in(**changes)
        with asking(cast.ayu) as by:
            return actions.note_need(by=by, given=given, request=request), request

    return ask


@pytest.fixture
def told(cast, ning, vetted, noted, asking):
    """Ning, who is vetted, knows that she is expected with a child."""
    vetted(ning)
    need = noted()
    with asking(cast.ayu) as by:
        match = actions.match(by=by, need=need, volunteer=queries.get_volunteer(ning.pk))
        return actions.tell(by=by, match=match, words="Temani seorang anak, Sabtu pagi.", agreed=True)

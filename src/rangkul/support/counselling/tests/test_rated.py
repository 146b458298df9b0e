"""After a talk without a case the client says how it was, at the end of the room or later by the ticket, or not at
all: for them and whoever answers; numbers for the supervisor, nothing for anybody else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import TICKET_SESSION_KEY, asking_as, job
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.commons.trust.hooks import Whose
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in, holder
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.actions import rate_alliance
from rangkul.journey.plans.keeping import copy_of_plans
from rangkul.journey.plans.models import AllianceRating, AllianceWords
from rangkul.support.counselling import actions
from rangkul.support.counselling.tests.conftest import fresh

RATE, ROOM = "/tiket/kerja-sama/", "/konseling/ruang/"
SAID = "Enak, tidak dihakimi"


@pytest.fixture
def browser(visitor, request_):
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    return visitor


@pytest.fixture
def rated(taken, wati):
    with asking_as(wati) as by:
        request = Request.objects.select_related("key").get(pk=taken.request_id)
        return rate_alliance(by=by, request=request, answers={"heard": 8, "free": 6}, words=SAID)


def seen_by(by):
    with asking_as(by):
        rows = AllianceRating.objects.select_related("said__key")
        return [(row.answers(), row.said.text if hasattr(row, "said") else None) for row in rows]


def test_from_the_end_of_the_room_to_the_ticket_and_the_worker(taken, wati, browser, cast, signed_in):
    assert "Nilai kerja sama kita" not in browser.get(ROOM).text, "not while they talk"
    with asking_as(wati):
        actions.end_by_client(by=wati, room=fresh(taken))
    assert RATE in browser.get(ROOM).text
    assert browser.post(RATE, {"heard": "8", "words": SAID}).status_code == 302
    assert SAID in browser.get("/tiket/permintaan/").text
    work = f"/kerja/konseling/{taken.pk}/"
    assert SAID in signed_in(cast.ayu).get(work).text
    above = signed_in(cast.sari).get(work).text
    assert "Kerja sama, menurut klien" in above
    assert SAID not in above


def test_before_a_worker_came_there_is_nothing_to_rate(room, browser):
    assert browser.get(RATE).status_code == 404
    assert browser.post(RATE, {"heard": "8"}).status_code == 404


def test_the_button_goes_with_the_case_that_ended(taken, wati, browser, cast):
    with asking_as(wati):
        actions.end_by_client(by=wati, room=fresh(taken))
    with asking_as(cast.ayu.asker()) as by:
        request = Request.objects.get(pk=taken.request_id)
        intake.link_person(by=by, request=request, person=register(by=by, full_name="Wati Contoh"))
        case = intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True)
    assert RATE in browser.get(ROOM).text
    with asking_as(job("uji")):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=clock.now())
    assert RATE not in browser.get(ROOM).text
    assert browser.get(RATE).status_code == 404


def test_who_reads_numbers_and_words_and_who_reads_nothing(rated, wati, cast):
    both = [({"heard": 8, "free": 6}, SAID)]
    assert seen_by(wati) == both
    assert seen_by(cast.ayu.asker()) == both
    assert seen_by(cast.sari.asker()) == [(both[0][0], None)]
    for name in ("dimas", "budi", "candra", "rini", "adi", "dewi"):
        assert seen_by(getattr(cast, name).asker()) == [], name
    assert seen_by(holder(handed_in(HUNGRY))) == []
    with asking_as(job("uji")):
        assert not AllianceRating.objects.exists(), "no job reads them: there is nothing to rank by"
    with asking_as(cast.ayu.asker()):
        assert set(Event.objects.get(name="alliance.rated").payload) == {"id"}


def test_nobody_rates_for_another_and_a_rating_is_of_one_thing(taken, rated, wati, cast):
    other = handed_in(HUNGRY)
    with asking_as(job("uji")):
        mine, strange = Request.objects.get(pk=taken.request_id), Request.objects.get(pk=other.pk)
    for by, request in ((cast.ayu.asker(), mine), (wati, strange)):
        with asking_as(by), pytest.raises(PermissionDenied):
            rate_alliance(by=by, request=request, answers={"heard": 1})
    with asking_as(wati), pytest.raises(Refused):
        rate_alliance(by=wati, request=mine, answers={})
    for bad in ({}, {"request_id": other.pk}):
        with asking_as(wati), pytest.raises(DatabaseError), transaction.atomic():
            AllianceRating.objects.create(given_on="2026-01-01", given_by="portal", heard=1, **bad)
    with asking_as(cast.ayu.asker()), pytest.raises(DatabaseError), transaction.atomic():
        AllianceRating.objects.create(given_on="2026-01-01", given_by="device", heard=1, request=mine)
    with asking_as(wati), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        AllianceWords.objects.all().delete()


def test_the_copy_for_the_client_holds_it(taken, rated, cast):
    with asking_as(cast.ayu.asker()):
        (section,) = copy_of_plans(Whose((), taken.request_id))
    assert any(SAID in value for _name, value in section.rows)

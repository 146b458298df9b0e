"""What of the client's case a worker reads beside the conversation, without leaving it and within their rights."""

from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.commons.people import actions as people
from rangkul.entry.crisis import actions as danger
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case

HOURS = {"from_time": time(19), "to_time": time(21)}


@pytest.fixture
def case(taken, cast, asking):
    with asking(cast.ayu) as by:
        person = people.register(by=by, full_name="Wati Contoh")
        intake.link_person(by=by, request=Request.objects.get(), person=person)
        return intake.accept(by=by, request=Request.objects.get(), text="Kami dampingi.", no_conflict=True)


@pytest.fixture
def known(case, cast, asking):
    """Her safe contact, a plan, a level and a last contact are written down."""
    with asking(cast.ayu) as by:
        ways = {"channels": ["whatsapp"], "days": [2], "never_leave_message": True, "code_word": "mangga", **HOURS}
        people.set_safe_contact(by=by, person=case.person, note="Bukan saat suami di rumah", **ways)
        danger.write_plan(by=by, request=Request.objects.get(), parts={"signs": "Tidak bisa tidur"})
    with asking_as(job("uji")):
        Case.objects.filter(pk=case.pk).update(level="merah", last_contact_at=clock.now() - timedelta(days=3))
    return case


def beside(browser, room):
    page = browser.get(f"/kerja/konseling/{room.pk}/").text
    return page[page.index("<dt>Kasus</dt>") : page.index("<dt>Percakapannya</dt>")]


def test_risk_plan_last_contact_and_safe_contact_stand_under_the_case(known, taken, cast, signed_in):
    words = beside(signed_in(cast.ayu), taken)
    for told in ("Merah", "Rencana keselamatan", "3 hari", "WhatsApp", "Selasa", "19.00–21.00", "meninggalkan pesan"):
        assert told in words
    assert "Bukan saat suami di rumah" in words
    assert f"/kerja/krisis/{taken.request_id}/#rencana" in words
    assert "mangga" not in words, "the code word of the person is not shown where somebody may look over a shoulder"


def test_what_she_said_in_her_request_came_along(case, taken, cast, signed_in):
    words = beside(signed_in(cast.ayu), taken)
    assert "Kontak aman: Lewat tiket di situs ini saja" in words
    assert "rencana keselamatan" not in words.lower()


def test_what_is_not_known_says_so(taken, cast, asking, signed_in):
    """She asked for somebody else, of whom nobody said how to reach them."""
    with asking(cast.ayu) as by:
        Request.objects.update(for_whom="family")
        person = people.register(by=by, full_name="Adik Wati")
        intake.link_person(by=by, request=Request.objects.get(), person=person)
        intake.accept(by=by, request=Request.objects.get(), text="Kami dampingi.", no_conflict=True)
    assert "Kontak aman: belum ditanyakan" in beside(signed_in(cast.ayu), taken)


def test_it_costs_one_statement_and_no_more_when_all_is_known(case, taken, cast, signed_in, request):
    browser = signed_in(cast.ayu)
    beside(browser, taken)
    with CaptureQueriesContext(connection) as found:
        beside(browser, taken)
    asked = [one["sql"] for one in found if "people_safecontact" in one["sql"]]
    assert len(asked) == 1
    before = len(found)
    request.getfixturevalue("known")
    with CaptureQueriesContext(connection) as found:
        beside(browser, taken)
    assert len(found) == before


def test_who_does_not_see_the_room_reads_nothing_of_it(known, taken, cast, signed_in):
    assert signed_in(cast.budi).get(f"/kerja/konseling/{taken.pk}/").status_code == 404

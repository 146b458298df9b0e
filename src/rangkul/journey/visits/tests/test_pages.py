"""The pages of a visit: planned in five fields, used at a door, closed to others."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base import clock
from rangkul.journey.visits.models import Visit
from rangkul.journey.visits.pages.forms import BackForm, PlanForm
from rangkul.journey.visits.tests.conftest import PLAN

STEPS = ["leave", "later", "help", "back", "safe", "cancel"]


def at(moment):
    return clock.local(moment).strftime("%Y-%m-%dT%H:%M")


def typed(**more):
    now = clock.now()
    return {"once": str(uuid4()), "leaves_at": at(now), "back_by": at(now + timedelta(hours=2)), **PLAN, **more}


def address(name, visit):
    return reverse(f"visits:{name}", args=[visit.case_id, visit.pk])


def test_an_empty_page_says_how_to_begin(case, cast, signed_in):
    page = signed_in(cast.ayu).get(reverse("visits:of_case", args=[case.pk])).content.decode()
    assert "Belum ada kunjungan" in page
    assert "tidak melacak lokasi" in page


def test_a_plan_asks_five_things_and_a_result_three():
    assert sum(field.required for field in PlanForm().fields.values()) == 5
    assert sum(field.required for field in BackForm().fields.values()) == 3


def test_a_visit_is_planned_once(case, cast, signed_in, asking):
    browser, words = signed_in(cast.ayu), typed()
    for _ in range(2):
        assert browser.post(reverse("visits:of_case", args=[case.pk]), words).status_code == 302
    with asking(cast.ayu):
        assert Visit.objects.count() == 1


def test_a_wrong_time_keeps_what_was_typed(case, cast, signed_in):
    words = typed(back_by=at(clock.now() - timedelta(hours=3)))
    answer = signed_in(cast.ayu).post(reverse("visits:of_case", args=[case.pk]), words)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert PLAN["risk_note"] in page
    assert "sudah lewat" in page


def test_the_worker_leaves_and_comes_back(planned, cast, signed_in, asking):
    browser = signed_in(cast.ayu)
    assert "Saya berangkat" in browser.get(address("visit", planned)).content.decode()
    browser.post(address("leave", planned), {"once": str(uuid4())})
    page = browser.get(address("visit", planned)).content.decode()
    assert "Saya kembali lebih lama" in page
    words = {"once": str(uuid4()), "met": "met", "result": "Anak sehat", "minutes": 40}
    browser.post(address("back", planned), words)
    page = browser.get(address("visit", planned)).content.decode()
    assert "Anak sehat" in page
    assert "Saya butuh bantuan" not in page


def test_an_empty_result_keeps_the_visit_open(planned, cast, signed_in, asking):
    answer = signed_in(cast.ayu).post(address("back", planned), {"once": str(uuid4()), "met": "met", "minutes": 40})
    assert answer.status_code == 422
    with asking(cast.ayu):
        assert Visit.objects.get().state == "planned"


def test_the_supervisor_sees_the_alarm_and_takes_it(planned, run_late, cast, signed_in):
    run_late()
    browser = signed_in(cast.sari)
    page = browser.get(address("visit", planned)).content.decode()
    assert "Belum ada kabar dari Ayu" in page
    assert "Saya tangani" in page
    browser.post(reverse("cases:acknowledge", args=[planned.case_id]), {"once": str(uuid4())})
    assert "Ditangani Sari" in browser.get(address("visit", planned)).content.decode()


def test_who_is_out_stands_on_one_page(planned, cast, signed_in):
    for who in (cast.ayu, cast.sari):
        assert "Wati Contoh" in signed_in(who).get(reverse("visits:today")).content.decode()
    assert "Wati" not in signed_in(cast.budi).get(reverse("visits:today")).content.decode()


def test_a_line_says_what_is_due_next(planned, cast, signed_in, asking):
    with asking(cast.ayu):
        planned.leaves_at = clock.now() + timedelta(hours=1)
        assert planned.next_at == planned.leaves_at
        planned.leaves_at = clock.now() - timedelta(minutes=1)
        assert planned.next_at == planned.back_by
    page = signed_in(cast.ayu).get(reverse("visits:today")).content.decode()
    assert "kembali paling lambat" in page


def test_the_plan_is_changed_before_leaving_only(planned, cast, signed_in):
    browser = signed_in(cast.ayu)
    assert PLAN["place"] in browser.get(address("change", planned)).content.decode()
    assert browser.post(address("change", planned), typed(place="Balai RW")).status_code == 302
    browser.post(address("leave", planned), {"once": str(uuid4())})
    assert browser.get(address("change", planned)).status_code == 404


@pytest.mark.parametrize("name", STEPS)
def test_steps_refuse_get(planned, cast, signed_in, name):
    assert signed_in(cast.ayu).get(address(name, planned)).status_code == 405


@pytest.mark.parametrize("name", ["visit", "change"])
@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_finds_nothing(planned, cast, signed_in, name, who):
    assert signed_in(getattr(cast, who)).get(address(name, planned)).status_code == 404


@pytest.mark.parametrize("name", STEPS)
def test_strangers_do_nothing(planned, cast, signed_in, name):
    assert signed_in(cast.budi).post(address(name, planned), {"once": str(uuid4())}).status_code == 404


def test_a_visit_of_another_case_is_not_found(planned, cast, signed_in):
    assert signed_in(cast.ayu).get(reverse("visits:visit", args=[uuid4(), planned.pk])).status_code == 404


def test_the_lists_ask_few_questions(planned, cast, signed_in):
    browser = signed_in(cast.ayu)
    for address_, most in ((reverse("visits:today"), 11), (reverse("visits:of_case", args=[planned.case_id]), 21)):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(address_)
        assert len(asked) <= most, [one["sql"][:90] for one in asked]


def test_a_call_for_help_stands_first_on_the_day_of_the_supervisor(planned, cast, signed_in):
    signed_in(cast.ayu).post(address("help", planned), {"once": str(uuid4())})
    page = signed_in(cast.sari).get(reverse("desks:today")).content.decode()
    first = page[page.index('class="todo"') :].partition("</li>")[0]
    assert "perlu dicari atau ditolong" in first
    assert "Merah" in first
    assert reverse("visits:of_case", args=[planned.case_id]) in first

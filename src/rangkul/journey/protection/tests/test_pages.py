"""The tab Perlindungan: what runs, what is proposed, closed to others."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import localtime

from rangkul.base import clock
from rangkul.commons.people.actions import register
from rangkul.entry.intake.actions import accept, link_person
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.assessment.models import Risk
from rangkul.journey.protection.models import LegalClock


def at(moment):
    return clock.local(moment).strftime("%Y-%m-%dT%H:%M")


def typed(cast, **more):
    return {
        "once": str(uuid4()), "law": "tpks_police_72h", "began_at": at(clock.now() - timedelta(hours=50)),
        "because": "Wati menceritakan kejadiannya", "owner_id": str(cast.ayu.pk), **more,
    }  # fmt: skip


@pytest.fixture
def tab(case):
    return reverse("protection:of_case", args=[case.pk])


@pytest.fixture
def running(case, cast, signed_in, tab, asking):
    signed_in(cast.ayu).post(tab, typed(cast))
    with asking(cast.ayu):
        return LegalClock.objects.get()


def test_an_empty_page_says_how_to_begin(tab, cast, signed_in):
    page = signed_in(cast.ayu).get(tab).content.decode()
    assert "Tidak ada batas waktu yang berjalan" in page
    assert "Tidak diketahui bukan berarti rendah" in page


def test_a_known_risk_proposes_a_clock_with_its_source(case, tab, cast, signed_in, asking):
    with asking(cast.ayu):
        Risk.objects.create(case=case, key=case.key, kind="sexual_violence")
    browser = signed_in(cast.ayu)
    assert "Laporkan kekerasan seksual ke polisi" in browser.get(tab).content.decode()
    page = browser.get(f"{tab}?jenis=tpks_police_72h").content.decode()
    assert 'value="tpks_police_72h" selected' in page


def test_a_clock_is_begun_once_and_met(tab, cast, signed_in, asking):
    browser, words = signed_in(cast.ayu), typed(cast)
    for _ in range(2):
        assert browser.post(tab, words).status_code == 302
    with asking(cast.ayu):
        row = LegalClock.objects.get()
    page = browser.get(tab).content.decode()
    assert "UU 12/2022 Pasal 41" in page
    assert "Hampir habis atau lewat" in page
    meet = reverse("protection:meet", args=[row.case_id, row.pk])
    answer = browser.post(meet, {"once": str(uuid4()), "met_at": at(clock.now()), "how": ""})
    assert answer.status_code == 422
    browser.post(meet, {"once": str(uuid4()), "met_at": at(clock.now()), "how": "Diterima Unit PPA", "receipt": "LP/1"})
    assert "Dipenuhi:" in browser.get(tab).content.decode()


def test_the_supervisor_alone_finds_the_way_to_stop_it(running, tab, cast, signed_in):
    assert "Hentikan batas waktu" not in signed_in(cast.ayu).get(tab).content.decode()
    assert "Hentikan batas waktu" in signed_in(cast.sari).get(tab).content.decode()


@pytest.mark.parametrize("name", ["meet", "stop"])
def test_steps_refuse_get_and_strangers(running, cast, signed_in, name):
    address = reverse(f"protection:{name}", args=[running.case_id, running.pk])
    assert signed_in(cast.ayu).get(address).status_code == 405
    assert signed_in(cast.budi).post(address, {"once": str(uuid4())}).status_code == 404


@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_finds_nothing(tab, cast, signed_in, who):
    assert signed_in(getattr(cast, who)).get(tab).status_code == 404


def test_the_tab_asks_few_questions(running, tab, cast, signed_in):
    browser = signed_in(cast.ayu)
    with CaptureQueriesContext(connection) as asked:
        browser.get(tab)
    # One of them: which requests joined the case.
    assert len(asked) <= 23, [one["sql"][:90] for one in asked]


def test_it_stands_on_the_timeline(running, cast, signed_in):
    page = signed_in(cast.ayu).get(reverse("cases:case", args=[running.case_id])).content.decode()
    assert "Batas waktu hukum dimulai: Laporkan kekerasan seksual ke polisi" in page


def test_the_wish_for_a_companion_of_the_same_sex_is_seen(cast, signed_in, asking):
    asked = handed_in(wants_sex="P")
    with asking(cast.ayu) as by:
        wati = register(by=by, full_name="Wati Contoh")
        link_person(by=by, request=asked, person=wati)
        case = accept(by=by, request=asked, text="Kami dampingi.", no_conflict=True)
    page = signed_in(cast.ayu).get(reverse("protection:of_case", args=[case.pk])).content.decode()
    assert "Klien meminta didampingi: Perempuan" in page


@pytest.fixture
def asked_earlier(cast, asking):
    """Wati told us ten hours before Ayu opened the case."""
    with time_machine.travel(clock.now() - timedelta(hours=10), tick=False):
        request = handed_in()
    with asking(cast.ayu) as by:
        link_person(by=by, request=request, person=register(by=by, full_name="Wati Contoh"))
        request.refresh_from_db()
        return accept(by=by, request=request, text="Kami dampingi.", no_conflict=True), request.received_at


def began_on(page):
    return re.search(r'<input type="datetime-local" name="began_at"[^>]*>', page)[0]


def test_the_report_to_the_police_is_counted_from_the_request_and_says_so(asked_earlier, cast, signed_in):
    case, asked = asked_earlier
    tab, said = reverse("protection:of_case", args=[case.pk]), localtime(asked)
    page = signed_in(cast.ayu).get(f"{tab}?jenis=tpks_police_72h").content.decode()
    assert f'value="{said:%Y-%m-%dT%H:%M}"' in began_on(page)
    assert f"permintaannya masuk {said.day} " in page
    assert f"{said:%H.%M}. Ubah bila" in page


def test_before_a_duty_is_chosen_no_hour_is_taken_for_granted(asked_earlier, cast, signed_in):
    case, _asked = asked_earlier
    page = signed_in(cast.ayu).get(reverse("protection:of_case", args=[case.pk])).content.decode()
    assert "value=" not in began_on(page)
    assert "dihitung sejak korban melapor kepada kami" in page


def test_another_duty_and_a_case_without_a_request_begin_now(asked_earlier, tab, cast, signed_in):
    case, _asked = asked_earlier
    other = reverse("protection:of_case", args=[case.pk])
    for where in (f"{other}?jenis=kdrt_protection_24h", f"{tab}?jenis=tpks_police_72h"):
        with time_machine.travel(clock.now(), tick=False):
            page = signed_in(cast.ayu).get(where).content.decode()
            assert f'value="{at(clock.now())}"' in began_on(page)
        assert "permintaannya masuk" not in page

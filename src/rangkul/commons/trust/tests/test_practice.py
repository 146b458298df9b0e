"""Rules on technology: published in versions, signed every year and at each version; a supervisor sees who has not."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.commons.trust import actions, practising
from rangkul.commons.trust.models import PracticePolicy, PracticeSignature
from rangkul.commons.trust.practice_text import START
from rangkul.commons.trust.states import PracticePart

DAY, RULES = "/kerja/", "/kerja/kepercayaan/pedoman/"
WAITS = "Pedoman teknologi menunggu Anda"


@pytest.fixture(autouse=True)
def _fresh():
    practising.forget_kept()
    yield
    practising.forget_kept()


def publish(cast, asking, seen=0, who="rini", **changed):
    with asking(getattr(cast, who)) as by:
        return actions.publish_practice(by=by, parts={**START, **changed}, seen=seen)


def sign(staff, asking, row):
    with asking(staff) as by:
        return actions.sign_practice(by=by, policy=row)


def due_of(staff, asking):
    with asking(staff) as by:
        return practising.own(by)


def day(browser):
    practising.forget_kept()
    return browser.get(DAY).text


def test_the_text_to_begin_with_says_something_of_each_part():
    assert set(START) == set(PracticePart)
    assert all(len(words) > 200 for words in START.values())


def test_the_head_begins_with_our_text_and_everybody_reads_what_was_published(cast, signed_in, asking):
    browser = signed_in(cast.rini)
    assert "Lembaga belum menetapkan pedoman" in signed_in(cast.ayu).get(RULES).text
    page = browser.get(f"{RULES}tulis/").text
    assert "Itu penyimpangan yang dicatat" in page
    sent = {**START, "boundaries": "Batas kami sendiri.", "seen": "0"}
    assert browser.post(f"{RULES}tulis/", sent).status_code == 302
    assert "Batas kami sendiri." in signed_in(cast.ayu).get(RULES).text
    with asking(cast.rini):
        assert PracticePolicy.objects.get().version == 1
        assert Event.objects.filter(name="practice.published").count() == 1


@pytest.mark.parametrize("who", ["ayu", "sari"])
def test_who_does_not_lead_the_agency_writes_no_rules(cast, signed_in, asking, who):
    assert signed_in(getattr(cast, who)).get(f"{RULES}tulis/").status_code == 403
    with pytest.raises(PermissionDenied):
        publish(cast, asking, who=who)


def test_a_part_left_empty_is_refused_with_its_name_and_nothing_is_lost(cast, signed_in, asking):
    sent = {**START, "ai": " ", "friends": "Kata kami", "seen": "0"}
    answer = signed_in(cast.adi).post(f"{RULES}tulis/", sent)
    assert answer.status_code == 422
    assert "Kata kami" in answer.text
    with asking(cast.adi):
        assert not PracticePolicy.objects.exists()


def test_two_who_write_at_once_overwrite_nobody_and_the_same_words_are_no_version(cast, asking):
    first = publish(cast, asking)
    assert publish(cast, asking, seen=1) == first
    with pytest.raises(Refused, match="diubah orang lain"):
        publish(cast, asking, seen=0, ai="Lain")
    assert publish(cast, asking, seen=1, ai="Lain").version == 2


def test_each_is_asked_within_two_weeks_and_signs_once(cast, signed_in, asking):
    publish(cast, asking)
    browser = signed_in(cast.ayu)
    assert WAITS in day(browser)
    assert browser.post(RULES, {"version": "1"}).status_code == 422
    for _again in range(2):
        assert browser.post(RULES, {"version": "1", "read": "on"}).status_code == 302
    assert WAITS not in day(browser)
    assert "berlaku sampai" in browser.get(RULES).text
    with asking(cast.ayu):
        assert PracticeSignature.objects.filter(staff=cast.ayu).count() == 1
        assert Event.objects.filter(name="practice.signed").count() == 1


def test_after_a_year_it_is_signed_anew_and_a_month_before_each_is_reminded(cast, signed_in, asking):
    row = publish(cast, asking)
    sign(cast.ayu, asking, row)
    browser = signed_in(cast.ayu)
    with time_machine.travel(now() + timedelta(days=334), tick=False):
        assert not due_of(cast.ayu, asking).must_sign
    with time_machine.travel(now() + timedelta(days=336), tick=False):
        one = due_of(cast.ayu, asking)
        assert (one.must_sign, one.is_late) == (True, False)
        sign(cast.ayu, asking, row)
        assert not due_of(cast.ayu, asking).must_sign
    with asking(cast.ayu):
        assert PracticeSignature.objects.filter(staff=cast.ayu).count() == 2
    assert browser.get(RULES).status_code == 200


def test_a_new_version_asks_everybody_anew_and_the_old_one_stays_to_be_read(cast, signed_in, asking):
    old = publish(cast, asking)
    sign(cast.ayu, asking, old)
    new = publish(cast, asking, seen=1, ai="Tanpa mesin sama sekali.")
    assert WAITS in day(signed_in(cast.ayu))
    with pytest.raises(Refused, match="lebih baru"):
        sign(cast.ayu, asking, old)
    sign(cast.ayu, asking, new)
    page = signed_in(cast.ayu).get(f"{RULES}versi/1/").text
    assert "Yang ditulis mesin saya baca" in page
    assert signed_in(cast.ayu).get(f"{RULES}versi/9/").status_code == 404


def test_the_supervisor_sees_who_has_not_and_reads_of_it_on_the_first_page(cast, signed_in, asking):
    row = publish(cast, asking)
    sign(cast.sari, asking, row)
    assert "terlambat menandatangani" not in day(signed_in(cast.sari))
    with time_machine.travel(now() + timedelta(days=15), tick=False):
        sari = signed_in(cast.sari)
        assert "terlambat menandatangani pedoman" in day(sari)
        page = sari.get(f"{RULES}petugas/").text
        table = page.partition("<tbody>")[2]
        assert table.index("Ayu Peksos") < table.index("Sari Supervisor")
        assert "terlambat" in page
        assert "Budi Peksos" not in page
    assert signed_in(cast.ayu).get(f"{RULES}petugas/").status_code == 403


def test_another_agency_neither_reads_nor_signs(cast, signed_in, asking):
    row = publish(cast, asking)
    assert "Lembaga belum menetapkan pedoman" in signed_in(cast.budi).get(RULES).text
    with pytest.raises(PermissionDenied):
        sign(cast.budi, asking, row)
    with asking(cast.budi):
        assert not PracticePolicy.objects.exists()


def test_nobody_signs_for_another_and_nothing_is_changed_afterwards(cast, asking):
    row = publish(cast, asking)
    signed = sign(cast.ayu, asking, row)
    with asking(cast.sari), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        PracticeSignature.objects.create(policy=row, staff=cast.ayu, agency=cast.ayu.agency)
    for table, pk in (("trust_practicepolicy", row.pk), ("trust_practicesignature", signed.pk)):
        refused = pytest.raises(ProgrammingError, match="permission denied")
        with asking(cast.rini), refused, transaction.atomic(), connection.cursor() as run:
            run.execute(f"UPDATE {table} SET made_at = now() WHERE id = %s", [pk])


def test_the_first_page_asks_nothing_for_it_within_a_minute(cast, asking, django_assert_num_queries):
    publish(cast, asking)
    with asking(cast.ayu) as by:
        practising.practice_waits(by)
        with django_assert_num_queries(0):
            assert practising.practice_waits(by)["mine"].must_sign


def test_a_visitor_reads_nothing(visitor):
    assert visitor.get(RULES).status_code == 302
    assert reverse("trust:practice") == RULES

"""Who calls the help lines now and then, and what the public sees of it."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.clock import WIB
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.entry.crisis import actions, queries
from rangkul.entry.crisis.models import Hotline

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_list(db):
    queries.forget_kept()
    yield
    queries.forget_kept()


@pytest.fixture
def line(db):
    return Hotline.objects.get(key="bnn184")


def post(browser, line, verb):
    return browser.post(reverse("lines:found_out", args=[line.pk, verb]))


def shown():
    return {offer.line.key: offer for offer in queries.every_line(WIB)}


@pytest.mark.parametrize("who", ["sari", "adi", "rini"])
def test_who_answers_for_the_place_sees_what_has_to_be_called(cast, signed_in, who):
    page = signed_in(getattr(cast, who)).get(reverse("lines:keep"))
    assert page.status_code == 200
    assert "belum ditelepon dalam 90 hari" in page.content.decode()


@pytest.mark.parametrize("who", ["ayu", "budi", "agus"])
def test_others_do_not_keep_the_list(cast, signed_in, line, who):
    browser = signed_in(getattr(cast, who))
    assert browser.get(reverse("lines:keep")).status_code == 403
    assert post(browser, line, "tutup").status_code == 403
    assert Hotline.objects.get(pk=line.pk).status == "unconfirmed"


def test_a_line_that_answered_is_confirmed_from_today(cast, signed_in, line, asking):
    assert post(signed_in(cast.adi), line, "dijawab").status_code == 302
    kept = Hotline.objects.get(pk=line.pk)
    assert (kept.status, kept.verified_on) == ("active", today())
    assert not shown()["bnn184"].warn


def test_the_second_press_of_a_day_is_no_second_event(cast, signed_in, line, asking):
    browser = signed_in(cast.adi)
    for _again in range(2):
        post(browser, line, "dijawab")
    with asking(cast.adi):
        assert Event.objects.filter(name="hotline.checked").count() == 1


def test_a_line_that_did_not_answer_is_no_longer_sure(cast, signed_in):
    police = Hotline.objects.get(key="polri110")
    post(signed_in(cast.adi), police, "tidak-dijawab")
    kept = Hotline.objects.get(pk=police.pk)
    assert (kept.status, kept.verified_on) == ("unconfirmed", police.verified_on)
    assert not shown()["polri110"].sure


def test_a_dead_number_goes_from_every_page_and_stays_dead(cast, signed_in, line, visitor):
    browser = signed_in(cast.adi)
    for _again in range(2):
        assert post(browser, line, "tutup").status_code == 302
    assert "bnn184" not in shown()
    assert 'href="tel:184"' not in visitor.get("/layanan-darurat/").content.decode()
    assert post(browser, line, "dijawab").status_code == 409


OWN = {"name": "Jaga Yayasan Harapan", "number": "0812-3456-7890", "whatsapp": "on", "always": "on"}


def test_the_own_line_comes_before_all_others(cast, signed_in, visitor):
    once = str(uuid4())
    for _again in range(2):
        assert signed_in(cast.adi).post(reverse("lines:own"), {**OWN, "once": once}).status_code == 302
    own = Hotline.objects.get(own=True)
    assert (own.dial, own.whatsapp, own.hours, own.status) == ("+6281234567890", "+6281234567890", "24/7", "active")
    text = visitor.get("/").content.decode()
    assert text.index("Jaga Yayasan Harapan") < text.index("tel:110")


def test_its_hours_are_those_that_were_written(cast, signed_in):
    given = {**OWN, "always": "", "from_time": "08:00", "to_time": "20:00"}
    signed_in(cast.adi).post(reverse("lines:own"), given)
    assert Hotline.objects.get(own=True).hours == "Mo-Fr 08:00-20:00; PH off"


@pytest.mark.parametrize(
    "change",
    [{"number": "500-454"}, {"number": "<b>"}, {"name": ""}, {"always": "", "from_time": "20:00", "to_time": "08:00"}],
)
def test_what_would_fail_people_is_refused_and_kept_on_the_page(cast, signed_in, change):
    page = signed_in(cast.adi).post(reverse("lines:own"), {**OWN, **change})
    assert page.status_code == 422
    assert not Hotline.objects.filter(own=True).exists()


def test_nothing_is_done_by_looking(cast, signed_in, line):
    browser = signed_in(cast.adi)
    assert browser.get(reverse("lines:found_out", args=[line.pk, "tutup"])).status_code == 405
    assert browser.get(reverse("lines:own")).status_code == 405
    assert browser.post(reverse("lines:found_out", args=[line.pk, "hapus"])).status_code == 404


def test_what_was_closed_by_mistake_comes_back_with_a_warning(cast, signed_in, asking, line):
    browser, where = signed_in(cast.adi), reverse("lines:found_out", args=[line.pk, "buka-lagi"])
    with asking(cast.adi) as adi:
        actions.close_line(by=adi, line=line)
    assert where in browser.get(reverse("lines:keep")).content.decode()
    assert browser.get(where).status_code == 405
    for _again in range(2):
        browser.post(where)
        line.refresh_from_db()
        assert line.status == Hotline.Status.UNCONFIRMED
    assert where not in browser.get(reverse("lines:keep")).content.decode()
    with asking(cast.adi):
        assert Event.objects.filter(name="hotline.reopened").count() == 1


def test_a_number_that_is_dead_everywhere_never_comes_back(cast, signed_in, asking):
    dead = Hotline.objects.get(number="500-454")
    where = reverse("lines:found_out", args=[dead.pk, "buka-lagi"])
    browser = signed_in(cast.adi)
    assert where not in browser.get(reverse("lines:keep")).content.decode()
    assert browser.post(where).status_code == 409
    dead.refresh_from_db()
    assert dead.status == Hotline.Status.CLOSED


def test_the_public_keeps_no_list(asking, line):
    with asking(None) as public, pytest.raises(PermissionDenied):
        actions.reopen_line(by=public, line=line)
    with asking(None) as public, pytest.raises(PermissionDenied):
        actions.close_line(by=public, line=line)


def test_hours_that_nobody_could_read_are_refused(asking, cast):
    with asking(cast.adi) as adi, pytest.raises(Refused):
        actions.keep_own_line(by=adi, name="X", number="110", hours="kapan saja")


def test_a_named_person_calls_each_month_and_learns_of_it(cast, signed_in, asking):
    board = "/kerja/krisis/"
    assert "menunggu Anda telepon" in signed_in(cast.rini).get(board).content.decode()
    assert "menunggu Anda telepon" not in signed_in(cast.ayu).get(board).content.decode()
    signed_in(cast.sari).post("/kerja/nomor-bantuan/penelepon/", {"petugas": str(cast.ayu.pk)})
    assert "menunggu Anda telepon" in signed_in(cast.ayu).get(board).content.decode()
    assert "menunggu Anda telepon" not in signed_in(cast.rini).get(board).content.decode()
    assert signed_in(cast.ayu).get("/kerja/nomor-bantuan/").status_code == 200


def test_a_line_that_answered_this_month_waits_no_longer(cast, asking):
    with asking(cast.sari) as by:
        before = queries.not_called_this_month()
        actions.check_line(by=by, line=Hotline.objects.get(key="polri110"), answered=True)
        assert queries.not_called_this_month() == before - 1


def test_only_who_answers_for_a_team_names_the_caller(cast, signed_in):
    assert signed_in(cast.ayu).post("/kerja/nomor-bantuan/penelepon/", {"petugas": str(cast.ayu.pk)}).status_code in (
        403,
        404,
    )


def test_what_came_of_a_call_is_written_down_and_stands_on_the_page(cast, signed_in, line):
    browser = signed_in(cast.adi)
    assert "Belum ditelepon bulan ini" in browser.get(reverse("lines:keep")).content.decode()
    for verb, result in (("tidak-dijawab", "silent"), ("dijawab", "answered"), ("tutup", "wrong")):
        post(browser, line, verb)
        line.refresh_from_db()
        assert (line.called_on, line.result) == (today(), result)
    assert "salah sambung atau mati" in browser.get(reverse("lines:keep")).content.decode()


def test_a_line_that_did_not_answer_was_called_this_month(cast, asking, line):
    with asking(cast.sari) as by:
        before = queries.not_called_this_month()
        actions.check_line(by=by, line=line, answered=False)
        assert queries.not_called_this_month() == before - 1


def test_a_wrong_number_is_blocked_for_whoever_enters_it_again(cast, signed_in, asking):
    browser = signed_in(cast.adi)
    assert browser.post(reverse("lines:own"), OWN).status_code == 302
    own = Hotline.objects.get(own=True)
    post(browser, own, "tutup")
    answer = browser.post(reverse("lines:own"), {**OWN, "number": "+62 812 3456 7890"})
    assert answer.status_code == 422
    assert "mati atau salah sambung" in answer.content.decode()
    own.refresh_from_db()
    assert own.status == Hotline.Status.CLOSED
    assert browser.post(reverse("lines:own"), {**OWN, "number": "0812-3456-7899"}).status_code == 302


def test_a_result_without_its_day_is_refused_by_the_database(cast, asking, line):
    with asking(cast.adi), pytest.raises(IntegrityError, match="crisis_hotline_call_has_result"), transaction.atomic():
        Hotline.objects.filter(pk=line.pk).update(result="silent")

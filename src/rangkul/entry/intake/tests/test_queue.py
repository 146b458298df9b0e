"""The queue page."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base.clock import now
from rangkul.commons.people import actions as people
from rangkul.entry.intake import actions, policy, queries
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import Wanted
from rangkul.entry.intake.tests.situations import HUNGRY, IN_DANGER, handed_in

pytestmark = pytest.mark.django_db

QUEUE = "/kerja/antrean/"


def test_what_is_due_first_stands_first(cast, signed_in):
    calm, red = handed_in(), handed_in(IN_DANGER)
    text = signed_in(cast.ayu).get(QUEUE).content.decode()
    assert text.index(str(red.pk)) < text.index(str(calm.pk))
    assert "“Dia mendobrak pintu, tolong cepat”" in text
    assert "Merah" in text
    assert "TIDAK ADA" not in text


@pytest.mark.parametrize("name", ["candra", "budi", "hana", "adi", "agus", "putri", "rini"])
def test_others_see_none_of_it(cast, signed_in, name):
    made = handed_in()
    assert str(made.pk) not in signed_in(getattr(cast, name)).get(QUEUE).content.decode()


def test_a_visitor_is_sent_away(visitor):
    assert visitor.get(QUEUE).status_code == 302


def test_a_live_change_fetches_only_the_list(cast, signed_in):
    handed_in()
    text = signed_in(cast.ayu).get(QUEUE, headers={"X-Rangkul-Live": "true"}).content.decode()
    for part in ("antrean-kepala", "naik", "antrean-keadaan", "antrean", "antrean-kaki"):
        assert f'id="{part}"' in text
    assert 'data-rangkul-live-list="request"' in text
    assert "<html" not in text


def test_a_later_page_is_kept_up_to_date_as_that_page(cast, signed_in):
    place = f"{now().isoformat()}~{handed_in().pk}".replace("+", "%2B")
    text = signed_in(cast.ayu).get(f"{QUEUE}?sesudah={place}").content.decode()
    assert 'data-rangkul-src="/kerja/antrean/?sesudah=' in text


def test_it_stays_within_its_query_budget(cast, signed_in, django_assert_max_num_queries):
    for _one in range(5):
        handed_in()
    browser = signed_in(cast.ayu)
    browser.get(QUEUE)
    with django_assert_max_num_queries(16) as asked:
        browser.get(QUEUE)
    own = [one for one in asked.captured_queries if "intake_" in one["sql"]]
    assert len(own) <= 4


def test_filters_narrow_it_down(cast, asking):
    handed_in()
    red = handed_in(IN_DANGER, via="web")
    by = cast.ayu.asker()
    with asking(cast.ayu):
        assert [one.pk for one in queries.queue(by, Wanted(level="merah")).rows] == [red.pk]
        assert len(queries.queue(by, Wanted(mine=True)).rows) == 2
        assert queries.queue(by, Wanted(via="letter")).rows == []
        assert queries.queue(by, Wanted(view="wait")).rows == []
        wati = people.register(by=by, full_name="Wati Contoh")
        actions.give_ticket(by=by, person=wati, behind=actions.Behind(cast.ayu))
        assert queries.queue(by, Wanted(view="closed")).rows == [], "nobody asked: a ticket was given"


def test_pages_follow_each_other_without_gap_or_repetition(cast, asking):
    made = [handed_in() for _one in range(5)]
    by, seen, after = cast.ayu.asker(), [], None
    with asking(cast.ayu):
        while True:
            page = queries.queue(by, Wanted(after=after), limit=2)
            seen += [one.pk for one in page.rows]
            if (after := page.more) is None:
                break
    assert sorted(seen) == sorted(one.pk for one in made)
    assert len(seen) == len(set(seen))


def test_counts_tell_what_is_late_and_mine(cast, asking):
    handed_in(received_at=now() - timedelta(days=30))
    handed_in()
    with asking(cast.ayu):
        told = queries.counts(cast.ayu.asker())
    assert (told["open"], told["new"], told["mine"], told["late"]) == (2, 2, 2, 1)


def test_a_strange_address_is_an_ordinary_queue(cast, signed_in):
    browser = signed_in(cast.ayu)
    for words in ("tampil=x&tingkat=%00&lewat=<b>", "sesudah=kemarin~1", "sesudah=2026-01-01~" + "z" * 500):
        assert browser.get(f"{QUEUE}?{words}").status_code == 200


def test_search_finds_ticket_phone_and_any_spelling(cast, asking):
    made = handed_in()
    ways = HUNGRY.ways.__class__(channels=("call",), phone="+6281234567890")
    called = handed_in(ways=ways, asked=HUNGRY.asked.__class__(name="Djoko Tjahjono"))
    by = cast.ayu.asker()
    with asking(cast.ayu):
        assert queries.search(by, made.ticket_words.lower())[0].request.pk == made.pk
        assert queries.search(by, "0812 3456 7890")[0].request.pk == called.pk
        assert queries.search(by, "Joko Cahyono")[0].name == "Djoko Tjahjono"
        assert queries.search(by, "Siapa Saja") == []


@pytest.mark.parametrize("name", ["candra", "budi", "adi", "rini"])
def test_search_gives_others_no_hint(cast, asking, name):
    made = handed_in()
    staff = getattr(cast, name)
    with asking(staff):
        assert queries.search(staff.asker(), made.ticket) == []
        assert queries.search(staff.asker(), "Wati Contoh") == []


def test_opening_a_request_is_noted_and_shown(cast, signed_in, asking):
    made = handed_in()
    page = signed_in(cast.ayu).get(reverse("intake:request", args=[made.pk]))
    text = page.content.decode()
    assert HUNGRY.narrative in text
    assert "Mesin hanya menaikkan" in text
    assert "TIDAK ADA" not in text
    with asking(cast.sari):
        from rangkul.base.events import Event

        assert Event.objects.get(name="file.opened").payload == {"why": "owner"}


def test_the_reasons_say_when_a_person_thought_otherwise(cast, signed_in, asking):
    made, browser = handed_in(), signed_in(cast.sari)
    address = reverse("intake:request", args=[made.pk])
    assert "bebannya paling ringan: 0 permintaan dan kasus." in browser.get(address).content.decode()
    with asking(cast.sari):
        actions.change_level(by=cast.sari.asker(), request=made, level="oranye", reason="Anaknya sakit.")
        actions.assign(by=cast.sari.asker(), request=made, owner=cast.dimas)
    page = browser.get(address).content.decode()
    assert "Tingkatnya kemudian diubah seseorang" in page
    assert "Penanggung jawabnya kemudian dipilih seseorang." in page
    assert "bebannya paling ringan" not in page


@pytest.mark.parametrize("name", ["candra", "budi", "adi", "agus"])
def test_a_request_out_of_sight_is_not_found(cast, signed_in, name):
    made = handed_in()
    browser = signed_in(getattr(cast, name))
    assert browser.get(reverse("intake:request", args=[made.pk])).status_code == 404
    assert browser.post(reverse("intake:decide", args=[made.pk, "tolak"])).status_code == 404


def test_the_list_shows_what_rose_to_the_supervisor(cast, asking, signed_in):
    made = handed_in(received_at=now() - timedelta(days=30))
    from rangkul.base.asking import asking_as, job

    with asking_as(job("intake.clock")) as by:
        actions.escalate(by=by, request=Request.objects.get(pk=made.pk))
    text = signed_in(cast.sari).get(QUEUE).content.decode()
    assert "Anda diberi tahu" in text
    assert "Batas waktunya lewat" in text
    assert "Saya tangani" in text
    assert "Anda diberi tahu" not in signed_in(cast.ayu).get(QUEUE).content.decode()


def test_each_worker_begins_and_ends_to_be_on_duty(cast, signed_in, asking):
    from rangkul.base.events import Event

    browser, address = signed_in(cast.ayu), "/kerja/antrean/bertugas/"
    assert "Anda bertugas" in browser.get(QUEUE).content.decode()
    assert browser.get(address).status_code == 405
    for _again in range(2):
        browser.post(address, {"bertugas": "0"})
    assert "Anda tidak bertugas" in browser.get(QUEUE).content.decode()
    with asking(cast.ayu):
        assert Event.objects.filter(name="staff.duty_changed").count() == 1
    assert handed_in().owner_id == cast.sari.pk


@pytest.mark.parametrize("name", ["rini", "adi", "agus", "putri"])
def test_who_does_not_practise_is_never_on_duty(cast, signed_in, name):
    assert signed_in(getattr(cast, name)).post("/kerja/antrean/bertugas/", {"bertugas": "1"}).status_code == 403


@pytest.mark.parametrize("name", ["rini", "adi", "agus", "putri"])
def test_who_does_not_practise_is_offered_no_form_that_would_be_refused(cast, signed_in, name):
    browser = signed_in(getattr(cast, name))
    assert browser.get(reverse("intake:enter")).status_code == 403
    assert reverse("intake:enter") not in browser.get(reverse("intake:queue")).content.decode()


@pytest.mark.parametrize(("name", "answer"), [("rini", 200), ("adi", 403), ("agus", 403), ("putri", 403)])
def test_who_may_work_on_no_request_is_told_so_and_shown_no_empty_queue(cast, signed_in, name, answer):
    """A head has it for what rises to her; a student is nobody of the cast, and has no role that opens it."""
    page = signed_in(getattr(cast, name)).get(QUEUE)
    assert page.status_code == answer
    assert ("Kode 403" in page.text) is (answer == 403)
    assert not policy.may_see_queue(by=replace(cast.adi.asker(), roles=frozenset({"praktikan"})))

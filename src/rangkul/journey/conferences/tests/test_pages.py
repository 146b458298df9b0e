"""The pages: the team sets the table, a colleague and a guest sit at it, everybody else finds nothing."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.asking import Asker, asking_as
from rangkul.base.days import today
from rangkul.base.models import DataKey
from rangkul.commons.trust.actions import grant
from rangkul.commons.trust.queries import readings_of
from rangkul.commons.trust.states import Basis
from rangkul.journey.conferences import actions, queries
from rangkul.journey.conferences.actions import Called
from rangkul.journey.conferences.door import pin_of
from rangkul.journey.conferences.models import Conference, Decision, Dissent, Invitation
from rangkul.journey.conferences.tests.conftest import WORDS, in_days

WRITES = ["invite_colleague", "invite_guest", "decide", "dissent", "hold", "cancel"]


def typed(**more):
    return {"once": str(uuid4()), **more}


def call(**more):
    at = clock.local(in_days(3)).strftime("%Y-%m-%dT%H:%M")
    return typed(at=at, **WORDS, **more)


def address(name, conference):
    return reverse(f"conferences:{name}", args=[conference.case_id, conference.pk])


def open_guest(seat):
    browser = Client()
    return browser, browser.post(reverse("guests:door", args=[seat.code]), typed(pin=pin_of(seat.pk)))


def test_an_empty_page_says_how_to_begin(case, cast, signed_in):
    page = signed_in(cast.ayu).get(reverse("conferences:of_case", args=[case.pk])).content.decode()
    assert "Belum ada pembahasan" in page


def test_a_conference_is_called_once(case, cast, signed_in, asking):
    browser, words = signed_in(cast.ayu), call()
    for _ in range(2):
        assert browser.post(reverse("conferences:of_case", args=[case.pk]), words).status_code == 302
    with asking(cast.ayu):
        assert Conference.objects.count() == 1


def test_a_wrong_time_keeps_what_was_typed(case, cast, signed_in):
    answer = signed_in(cast.ayu).post(
        reverse("conferences:of_case", args=[case.pk]), call() | {"at": "2020-01-01T10:00"}
    )
    assert answer.status_code == 422
    assert WORDS["brief"] in answer.content.decode()


def test_the_worker_reads_link_and_pin_of_a_guest(called, seat, cast, signed_in):
    page = signed_in(cast.ayu).get(address("conference", called)).content.decode()
    assert reverse("guests:door", args=[seat.code]) in page
    assert pin_of(seat.pk) in page


def test_the_team_decides_and_closes(called, seat, cast, signed_in, asking):
    browser = signed_in(cast.ayu)
    owner = str(cast.ayu.pk)
    browser.post(address("decide", called), typed(text="Rumah aman", owner=owner, due=today().isoformat()))
    browser.post(address("dissent", called), typed(words="Terlalu cepat"))
    answer = browser.post(address("hold", called), typed(minutes="Semua hadir", came=[str(seat.pk)]))
    assert answer.status_code == 302
    page = browser.get(address("conference", called)).content.decode()
    for words in ("Rumah aman", "Terlalu cepat", "Semua hadir"):
        assert words in page
    assert "Undang rekan" not in page
    with asking(cast.ayu):
        assert (Decision.objects.count(), Dissent.objects.count()) == (1, 1)


def test_a_decision_without_words_keeps_the_rest(called, cast, signed_in):
    answer = signed_in(cast.ayu).post(
        address("decide", called), typed(owner=str(cast.ayu.pk), due=today().isoformat(), reason="Karena sepi")
    )
    assert answer.status_code == 422
    assert "Karena sepi" in answer.content.decode()


def test_an_invited_colleague_answers(called, cast, signed_in, asking):
    with asking(cast.ayu):
        actions.invite_colleague(by=cast.ayu.asker(), conference=called, staff=cast.dimas)
    browser = signed_in(cast.dimas)
    assert WORDS["question"] in browser.get(reverse("conferences:invited")).content.decode()
    table = reverse("conferences:table", args=[called.pk])
    page = browser.get(table).content.decode()
    assert WORDS["brief"] in page
    assert "Wati" not in page
    browser.post(reverse("conferences:answer", args=[called.pk]), {"jawab": "hadir"})
    assert "Akan hadir" in browser.get(table).content.decode()
    assert browser.get(address("conference", called)).status_code == 404


def test_a_guest_comes_by_link_and_pin(seat):
    browser, answer = open_guest(seat)
    assert answer.url == reverse("guests:room")
    page = browser.get(answer.url).content.decode()
    assert WORDS["brief"] in page
    assert "Wati" not in page
    assert "Ayu" in page


def test_a_look_through_the_letter_changes_nothing(seat, cast, asking):
    for _ in range(2):
        assert Client().get(reverse("guests:door", args=[seat.code])).status_code == 200
    with asking(cast.ayu):
        assert Invitation.objects.get(pk=seat.pk).opened_at is None


def test_a_guest_answers_and_disagrees(seat, cast, asking):
    browser, _answer = open_guest(seat)
    browser.post(reverse("guests:answer"), {"jawab": "tidak"})
    browser.post(reverse("guests:disagree"), typed(words="Perlu visum dulu"))
    assert "Perlu visum dulu" in browser.get(reverse("guests:room")).content.decode()
    with asking(cast.ayu):
        row = Invitation.objects.get(pk=seat.pk)
        assert row.reply == "declined"
        assert row.opened_at is not None


def test_a_wrong_pin_and_a_link_that_never_was_read_the_same(seat):
    wrong = Client().post(reverse("guests:door", args=[seat.code]), typed(pin="1"))
    never = Client().post(reverse("guests:door", args=["BCDFGHJK"]), typed(pin="1"))
    assert wrong.status_code == never.status_code == 422
    assert "tidak cocok" in wrong.content.decode()
    assert "tidak cocok" in never.content.decode()


def test_a_guest_whose_seat_ended_finds_the_door_closed(seat, cast, asking):
    browser, _answer = open_guest(seat)
    with asking(cast.ayu):
        actions.end_seat(by=cast.ayu.asker(), invitation=seat)
    answer = browser.get(reverse("guests:room"))
    assert answer.status_code == 404
    assert "Pintu ini tertutup" in answer.content.decode()


def test_a_guest_leaves(seat):
    browser, _answer = open_guest(seat)
    assert "Anda sudah keluar" in browser.post(reverse("guests:leave")).content.decode()
    assert browser.get(reverse("guests:room")).status_code == 404


def test_a_signed_in_worker_is_no_guest(seat, cast, signed_in):
    answer = signed_in(cast.budi).post(reverse("guests:door", args=[seat.code]), typed(pin=pin_of(seat.pk)))
    assert answer.status_code == 409


@pytest.mark.parametrize("name", WRITES)
def test_writing_addresses_refuse_get_and_strangers(called, cast, signed_in, name):
    assert signed_in(cast.ayu).get(address(name, called)).status_code == 405
    assert signed_in(cast.budi).post(address(name, called), typed()).status_code == 404


@pytest.mark.parametrize("who", ["budi", "candra", "adi", "dimas"])
def test_who_does_not_see_the_case_finds_nothing(called, cast, signed_in, who):
    browser = signed_in(getattr(cast, who))
    assert browser.get(address("conference", called)).status_code == 404
    assert browser.get(address("change", called)).status_code == 404
    assert browser.get(reverse("conferences:table", args=[called.pk])).status_code == 404


def test_the_page_asks_few_questions(called, seat, cast, signed_in):
    browser = signed_in(cast.ayu)
    with CaptureQueriesContext(connection) as asked:
        browser.get(address("conference", called))
    assert len(asked) <= 26, [one["sql"][:90] for one in asked]


def readings_for(asker, case):
    with asking_as(asker):
        return [(row.by, row.because) for row in readings_of(("case", case.pk))]


@pytest.fixture
def client(case, asking, cast):
    """Wati, with a right to her own case."""
    by = Asker("ticket", ticket_id=uuid4())
    with asking(cast.ayu) as ayu:
        grant(by=ayu, subject=("case", case.pk), grantee=("ticket", by.ticket_id), basis=Basis.CLIENT)
    return by


def test_a_guests_reading_stands_where_the_client_and_the_team_read_who_opened_the_file(
    case, seat, client, cast, signed_in
):
    browser, answer = open_guest(seat)
    browser.get(answer.url)
    line = ("Tamu pembahasan: dr. Contoh, Dokter puskesmas", "undangan pembahasan kasus")
    assert line in readings_for(client, case)
    assert line in readings_for(cast.ayu.asker(), case)
    assert line in readings_for(cast.sari.asker(), case)
    assert line in readings_for(cast.agus.asker(), case)
    team = signed_in(cast.ayu).get(reverse("cases:team", args=[case.pk])).content.decode()
    assert line[0] in team


def test_a_door_that_stayed_closed_is_no_reading(case, seat, client):
    Client().post(reverse("guests:door", args=[seat.code]), typed(pin="1"))
    assert readings_for(client, case) == []


def test_an_invited_colleagues_reading_stands_there_too(case, called, client, cast, signed_in, asking):
    with asking(cast.ayu):
        actions.invite_colleague(by=cast.ayu.asker(), conference=called, staff=cast.dimas)
    signed_in(cast.dimas).get(reverse("conferences:table", args=[called.pk]))
    assert readings_for(client, case) == [("Dimas, Yayasan Harapan Contoh", "undangan pembahasan kasus")]


def test_a_reading_outlives_the_invitation(case, seat, client, cast, asking):
    browser, answer = open_guest(seat)
    browser.get(answer.url)
    with asking(cast.ayu) as ayu:
        actions.end_seat(by=ayu, invitation=seat)
    assert len(readings_for(client, case)) == 1


def test_who_may_not_read_the_list_learns_no_name(case, seat, doctor, cast):
    browser, answer = open_guest(seat)
    browser.get(answer.url)
    for other in (cast.budi, cast.candra, cast.dewi, cast.rini, cast.adi):
        assert readings_for(other.asker(), case) == []
        with asking_as(other.asker()):
            assert queries.guests_named([seat.pk]) == {}
    with asking_as(doctor):
        assert queries.guests_named([seat.pk]) == {}


def test_a_name_that_was_erased_leaves_a_guest_without_one(case, seat, client, cast, asking):
    browser, answer = open_guest(seat)
    browser.get(answer.url)
    with asking(cast.ayu):
        DataKey.objects.filter(pk=case.key_id).update(wrapped=None, destroyed_at=clock.now())
    assert readings_for(client, case) == [("Tamu pembahasan kasus", "undangan pembahasan kasus")]


def test_the_timeline_leads_to_the_table(called, seat, cast, asking, signed_in):
    with asking(cast.ayu):
        actions.decide(
            by=cast.ayu.asker(), conference=called, text="Tinggal di rumah bibi", due=today(), owner_kind="client"
        )
    page = signed_in(cast.ayu).get(reverse("cases:case", args=[called.case_id])).content.decode()
    for told in ("diundang ke pembahasan kasus", "Pembahasan kasus memutuskan"):
        entry = page[: page.index(told)].rpartition("<li")[2]
        assert address("conference", called) in entry + page.partition(told)[2].partition("</li>")[0]


def test_the_form_that_ends_it_opens_when_it_has_begun(called, cast, asking, signed_in):
    page = signed_in(cast.ayu).get(address("conference", called)).content.decode()
    assert page[: page.index("Selesaikan pembahasan")].rpartition("<details")[2].startswith(' class="more"><summary>')
    with asking(cast.ayu):
        Conference.objects.filter(pk=called.pk).update(at=in_days(-1))
    page = signed_in(cast.ayu).get(address("conference", called)).content.decode()
    assert page[: page.index("Selesaikan pembahasan")].rpartition("<details")[2].startswith(' class="more" open>')


def test_whoever_calls_it_is_not_offered_as_a_guest_at_their_own_table(called, cast, signed_in):
    page = signed_in(cast.ayu).get(address("conference", called))
    offered = page.context["forms"]["colleague"].colleagues
    assert str(cast.sari.pk) in offered
    assert str(cast.ayu.pk) not in offered


def test_what_lies_ahead_stands_before_what_has_been(called, case, cast, asking, signed_in):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        later = actions.call_conference(by=by, case=case, called=Called(at=in_days(9), **WORDS))
        for one in (called, later):
            actions.invite_colleague(by=by, conference=one, staff=cast.sari)
        actions.hold(
            by=by, conference=called, minutes="Semua sepakat", came=[one.pk for one in called.invitations.all()]
        )
    page = signed_in(cast.sari).get(reverse("conferences:invited"))
    assert [seat.conference_id for seat in page.context["seats"]] == [later.pk, called.pk]
    assert "hadir" in page.content.decode().partition(str(called.pk))[2]

"""The two sides of a room over HTTP, with and without scripts."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.asking import TICKET_SESSION_KEY, asking_as, job
from rangkul.commons.people.actions import register
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.frame import pin_of
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.cases.actions import add_member
from rangkul.journey.cases.models import Case
from rangkul.support.counselling import actions
from rangkul.support.counselling.models import Message, Room
from rangkul.support.counselling.tests.conftest import CAME, begun, fresh

SCRIPT = {"X-Rangkul-Room": "1"}
ANSWERS = {
    "cara": {"kind": "live"},
    "aman": {"safe": "yes"},
    "dimana": {"place": "Cicendo", "region_code": "32.73.02", "place_words": "Rumah kakak, belakang pasar"},
    "siapa": {"nearby": "Kakak saya"},
    "kata": {"code_word": "mangga muda"},
    "cerita": {"called_name": "Wati", "first_words": "Saya takut pulang."},
    "setuju": {"agreed": "on"},
}


@pytest.fixture
def at_the_door(visitor):
    """A visitor of the door; `answer(slug, **more)` answers one question."""

    def answer(slug, **more):
        page = visitor.get(reverse("room:step", args=[slug]))
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode())[1]
        given = {**ANSWERS[slug], **more, "csrfmiddlewaretoken": token}
        return visitor.post(reverse("room:step", args=[slug]), given)

    return answer


@pytest.fixture
def inside(room, visitor):
    """Wati's browser, in which the ticket is open."""
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(room.request_id)
    session.save()
    return visitor


@pytest.fixture
def at_work(taken, signed_in, cast):
    return signed_in(cast.ayu)


def test_the_door_says_when_somebody_answers(visitor, room):
    page = visitor.get(reverse("room:start")).content.decode()
    assert "Di seluruh layanan ini, di semua lembaga bersama: 3 petugas sedang bertugas" in page
    assert "1 orang sedang menunggu" in page
    assert "Keluar cepat" in page


def test_from_the_first_question_to_the_waiting_room(at_the_door, visitor, cast, asking):
    for slug in ANSWERS:
        answer = at_the_door(slug)
        assert answer.status_code == 302, answer.content.decode()
    ticket = visitor.get(answer.headers["Location"]).content.decode()
    assert re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", ticket)
    page = visitor.get(reverse("room:room")).content.decode()
    assert "Anda di ruang tunggu" in page
    assert "Anda yang berikutnya" in page
    assert "Saya takut pulang." in page
    with asking(cast.ayu):
        request = Request.objects.get()
        assert (request.via, Room.objects.get().called_name) == ("chat", "Wati")


def test_sent_twice_it_is_one_request_and_one_room(at_the_door, visitor, cast, asking):
    for slug in ANSWERS:
        last = at_the_door(slug)
    visitor.post(reverse("room:step", args=["setuju"]), ANSWERS["setuju"])
    assert last.headers["Location"] == reverse("room:ticket")
    with asking(cast.ayu):
        assert (Request.objects.count(), Room.objects.count()) == (1, 1)


def test_nobody_begins_without_saying_where_they_are(at_the_door):
    at_the_door("cara")
    assert at_the_door("dimana", place="", region_code="", place_words="").status_code == 422


def test_in_danger_the_numbers_come_first(at_the_door, visitor):
    at_the_door("cara")
    at_the_door("aman", safe="no")
    assert "call-now" in visitor.get(reverse("room:step", args=["dimana"])).content.decode()


def test_whoever_has_a_ticket_already_opens_a_room_of_it(visitor, at_the_door, cast, asking):
    request = handed_in()
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(request.pk)
    session.save()
    for slug in ANSWERS:
        last = at_the_door(slug)
    assert last.headers["Location"] == reverse("room:room")
    with asking(cast.ayu):
        assert Request.objects.count() == 1
        assert Room.objects.get().request_id == request.pk


def test_without_scripts_a_message_is_a_form_and_a_page(inside, cast, asking):
    answer = inside.post(reverse("room:send"), {"text": "Ada orang?"})
    assert answer.headers["Location"] == reverse("room:room")
    assert "Ada orang?" in inside.get(reverse("room:room")).content.decode()


def test_the_same_post_is_the_same_message(inside, cast, asking):
    key = "6f1c1f0e-6d0c-4d0c-8f3a-2f6d1b0a7c11"
    for _twice in range(2):
        inside.post(reverse("room:send"), {"text": "Ada orang?", "once": key})
    with asking(cast.ayu):
        assert Message.objects.count() == 2


def test_by_script_the_answer_is_everything_behind_the_place_of_the_page(inside):
    answer = inside.post(reverse("room:send"), {"text": "Ada orang?", "setelah": "0-0"}, headers=SCRIPT)
    said = json.loads(answer.content)["messages"]
    assert [(one["number"], one["mine"], one["lane"]) for one in said] == [(1, True, "room"), (2, True, "room")]


def test_a_million_letters_are_given_back(inside):
    letters = "a" * 1_000_000
    by_page = inside.post(reverse("room:send"), {"text": letters})
    assert by_page.status_code == 422
    assert letters in by_page.content.decode()
    by_script = inside.post(reverse("room:send"), {"text": letters}, headers=SCRIPT)
    assert by_script.status_code == 422
    assert "4000" in json.loads(by_script.content)["error"]


def test_the_code_word_leads_away_and_forgets_the_ticket(inside, room, cast, asking):
    answer = inside.post(reverse("room:send"), {"text": "mangga muda"}, headers=SCRIPT)
    assert json.loads(answer.content) == {"away": reverse("look:exit")}
    assert inside.get(reverse("room:room")).headers["Location"] == reverse("portal:door")
    with asking(cast.ayu):
        assert fresh(room).hushed_at is not None


def test_after_quick_exit_the_room_is_there_again_by_ticket(inside, room, wati, asking):
    inside.get(reverse("look:exit"))
    assert inside.get(reverse("room:room")).headers["Location"] == reverse("portal:door")
    with asking(wati):
        ticket = Request.objects.get().ticket
    other = Client()
    other.post(reverse("portal:door"), {"ticket": ticket, "pin": pin_of(room.request_id, 1)})
    assert "Anda di ruang tunggu" in other.get(reverse("room:room")).content.decode()


def test_a_room_that_closed_itself_keeps_the_words_on_the_page(visitor):
    page = visitor.post(reverse("room:send"), {"text": "Sudah saya tulis panjang"})
    assert page.status_code == 403
    assert "Sudah saya tulis panjang" in page.content.decode()
    assert visitor.post(reverse("room:send"), {"text": "x"}, headers=SCRIPT).status_code == 401


def test_what_is_said_beside_the_room_is_on_no_page_of_the_client(inside, taken, talk, cast):
    talk.aside(cast.ayu, "Dia menyebut pisau.")
    talk.ayu("Halo")
    for address in ("room:room", "room:news", "room:state"):
        assert "pisau" not in inside.get(reverse(address)).content.decode()
    assert "Sari" not in inside.get(reverse("room:room")).content.decode()


def test_a_supervisor_who_reads_along_is_named_nowhere(inside, taken, talk, cast):
    talk.aside(cast.sari, "Saya ikut membaca.")
    for address in ("room:room", "room:state"):
        assert "Sari" not in inside.get(reverse(address)).content.decode()


def test_names_and_words_are_never_markup(inside, taken, talk):
    talk.wati("<script>alert(1)</script>")
    assert "<script>alert" not in inside.get(reverse("room:room")).content.decode()


def test_who_has_not_come_in_listens_at_no_stream_that_would_refuse_them(room, signed_in, cast):
    ayu, at = signed_in(cast.ayu), reverse("counselling:room", args=[room.pk])
    before = ayu.get(at).content.decode()
    assert 'data-stream=""' in before
    assert " data-asks " in before
    assert ayu.get(reverse("counselling:news", args=[room.pk]), **SCRIPT).status_code == 200
    ayu.post(reverse("counselling:take", args=[room.pk]))
    inside = ayu.get(at).content.decode()
    assert f"?ruang={room.pk}" in inside
    assert " data-asks " not in inside


def test_the_worker_sees_who_waits_and_takes_it(room, signed_in, cast):
    browser = signed_in(cast.ayu)
    assert "Wati" in browser.get(reverse("counselling:home")).content.decode()
    assert browser.post(reverse("counselling:take", args=[room.pk])).status_code == 302
    page = browser.get(reverse("counselling:room", args=[room.pk])).content.decode()
    assert "Rumah kakak, belakang pasar" in page
    assert "Saya tidak tahu harus mulai dari mana." in page


def test_the_worker_answers_whispers_and_ends(at_work, taken, cast, asking):
    where = {"pk": taken.pk}
    assert at_work.post(reverse("counselling:send", kwargs=where), {"text": "Halo Wati"}).status_code == 302
    assert at_work.post(reverse("counselling:aside", kwargs=where), {"samping-text": "Mbak?"}).status_code == 302
    page = at_work.get(reverse("counselling:room", kwargs=where)).content.decode()
    assert "Halo Wati" in page
    assert "Mbak?" in page
    refused = at_work.post(reverse("counselling:end", kwargs=where), {"akhir-text": "Tenang", "akhir-ending": "done"})
    assert refused.status_code == 422
    ended = at_work.post(
        reverse("counselling:end", kwargs=where),
        {"akhir-text": "Tenang", "akhir-ending": "done", "akhir-no_next": "Sudah cukup"},
    )
    assert ended.headers["Location"] == reverse("counselling:home")
    with asking(cast.ayu):
        assert fresh(taken).state == "ended"


@pytest.mark.parametrize("name", ["call_in", "hand_over"])
def test_a_colleague_is_chosen_from_those_who_practise(at_work, taken, cast, name):
    prefix = {"call_in": "ajak", "hand_over": "serah"}[name]
    where = reverse(f"counselling:{name}", args=[taken.pk])
    assert at_work.post(where, {f"{prefix}-staff": str(cast.budi.pk)}).status_code == 422
    assert at_work.post(where, {f"{prefix}-staff": str(cast.candra.pk)}).status_code == 302


def test_opening_it_is_noted_for_the_client_to_read(at_work, taken, wati):
    from rangkul.commons.trust.queries import readings_of

    at_work.get(reverse("counselling:room", args=[taken.pk]))
    with asking_as(wati):
        assert [one.by for one in readings_of(("request", taken.request_id), limit=5)]


@pytest.mark.parametrize("name", ["dimas", "candra", "budi", "rini", "adi"])
def test_whoever_does_not_sit_there_finds_no_room(taken, signed_in, cast, name):
    browser = signed_in(getattr(cast, name))
    assert browser.get(reverse("counselling:room", args=[taken.pk])).status_code == 404
    for verb in ("send", "aside", "take", "leave", "mark", "typing", "draft", "end"):
        assert browser.post(reverse(f"counselling:{verb}", args=[taken.pk]), {"text": "x"}).status_code == 404


def test_no_verb_follows_a_link(at_work, inside, taken):
    for verb in ("send", "aside", "take", "leave", "mark", "typing", "draft", "end", "call_in", "hand_over", "block"):
        assert at_work.get(reverse(f"counselling:{verb}", args=[taken.pk])).status_code == 405
    for verb in ("send", "mark", "typing", "draft", "resume", "transcript", "end"):
        assert inside.get(reverse(f"room:{verb}")).status_code == 405


def test_a_worker_is_no_client(signed_in, cast, room):
    assert signed_in(cast.ayu).get(reverse("room:room")).status_code == 302


def test_the_client_ends_and_reads_until_when_the_words_stay(inside, taken, cast, asking):
    inside.post(reverse("room:end"))
    page = inside.get(reverse("room:room")).content.decode()
    assert "Percakapan ini sudah berakhir" in page
    assert "sesudah itu kata-katanya dihapus" in page
    inside.post(reverse("room:transcript"), {"simpan": "1"})
    assert "disimpan di berkas Anda" in inside.get(reverse("room:room")).content.decode()


def test_a_list_of_many_costs_no_more_questions(signed_in, cast, django_assert_max_num_queries):
    for _one in range(3):
        begun(handed_in())
    browser = signed_in(cast.ayu)
    browser.get(reverse("counselling:home"))
    with django_assert_max_num_queries(30):
        browser.get(reverse("counselling:home"))


def test_prepared_answers_are_brought_by_their_shortcut(at_work, taken, cast):
    at_work.post(reverse("counselling:prepare"), {"siap-shortcut": "sapa", "siap-text": "Halo, saya Ayu."})
    page = at_work.get(reverse("counselling:room", args=[taken.pk]), {"siap": "sapa"}).content.decode()
    assert ">\nHalo, saya Ayu.</textarea>" in page.replace("\r", "")


def test_who_is_away_is_read_by_whoever_waits(inside, cast, asking):
    with asking(cast.ayu) as by:
        actions.set_desk(by=by, most=2, away_until=clock.now() + timedelta(hours=2), away_words="Saya kembali sore.")
    assert "Saya kembali sore." in inside.get(reverse("room:room")).content.decode()


def test_in_an_open_letter_room_too(request_, cast, asking, client):
    letter = begun(request_, kind="letter")
    with asking(cast.ayu) as by:
        actions.take(by=by, room=fresh(letter))
        actions.set_desk(by=by, most=2, away_until=clock.now() + timedelta(hours=2), away_words="Saya kembali sore.")
    session = client.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    for page in ("room:room", "room:state"):
        assert "Saya kembali sore." in client.get(reverse(page)).content.decode()


def test_the_agency_sets_how_long_words_stay(signed_in, cast, taken, asking):
    head = signed_in(cast.rini)
    assert head.post(reverse("counselling:terms"), {"keep_days": 7, "letter_hours": 12}).status_code == 302
    assert signed_in(cast.ayu).get(reverse("counselling:terms")).status_code == 403
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=CAME)
        room = fresh(taken)
        assert (room.erase_at - room.ended_at).days == 7


def test_another_ticket_withdraws_nothing(taken, talk, visitor):
    said = talk.wati("Kata-kata saya")
    session = visitor.session
    other = begun(handed_in())
    session[TICKET_SESSION_KEY] = str(other.request_id)
    session.save()
    assert visitor.post(reverse("room:withdraw", args=[said.pk])).status_code == 404


def test_the_request_leads_to_its_conversation(room, signed_in, cast):
    page = signed_in(cast.ayu).get(reverse("intake:request", args=[room.request_id])).content.decode()
    assert reverse("counselling:room", args=[room.pk]) in page


@pytest.fixture
def case(taken, cast, asking):
    """Wati's request became a case of Ayu's, while they talked."""
    with asking(cast.ayu) as by:
        request = Request.objects.get()
        intake.link_person(by=by, request=request, person=register(by=by, full_name="Wati Contoh"))
        return intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True)


def test_the_case_lists_its_conversations(case, taken, signed_in, cast):
    page = signed_in(cast.ayu).get(reverse("counselling:of_case", args=[case.pk])).content.decode()
    assert reverse("counselling:room", args=[taken.pk]) in page
    assert signed_in(cast.dimas).get(reverse("counselling:of_case", args=[case.pk])).status_code == 404


@pytest.mark.parametrize("in_file", [True, False])
def test_whoever_joins_the_team_reads_what_the_client_wants_kept(case, taken, wati, cast, asking, signed_in, in_file):
    with asking(wati) as by:
        actions.choose_transcript(by=by, room=fresh(taken), in_file=in_file)
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=CAME)
        add_member(by=by, case=case, staff=cast.candra)
    page = signed_in(cast.candra).get(reverse("counselling:of_case", args=[case.pk])).content.decode()
    assert (reverse("counselling:room", args=[taken.pk]) in page) is in_file


def test_what_came_of_it_is_read_on_the_room_and_on_the_request(taken, signed_in, cast, asking):
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=CAME)
    browser = signed_in(cast.ayu)
    for address in (reverse("counselling:room", args=[taken.pk]), reverse("intake:request", args=[taken.request_id])):
        assert CAME.text in browser.get(address).content.decode()


def test_the_door_tells_what_the_agency_promises_itself(client, cast, asking):
    assert "paling lambat 24 jam" in client.get("/konseling/").content.decode()
    with asking(cast.rini) as by:
        actions.set_terms(by=by, keep_days=10, letter_hours=48)
    assert "paling lambat 48 jam" in client.get("/konseling/").content.decode()


def test_before_somebody_is_routed_it_tells_what_holds_at_every_agency(client, cast, asking):
    with asking(cast.rini) as by:
        actions.set_terms(by=by, keep_days=10, letter_hours=12)
    assert "paling lambat 24 jam" in client.get("/konseling/").content.decode()


def test_the_room_leads_to_another_helper_without_a_case(at_work, taken):
    page = at_work.get(reverse("counselling:room", args=[taken.pk])).text
    there = reverse("referrals:of_case", args=[taken.request_id])
    assert f'href="{there}"' in page
    assert "Rujukan dari permintaan" in at_work.get(there).text


def test_from_the_room_to_a_draft_of_a_referral(at_work, taken, cast, asking):
    """Chat, need, receiver, by what the pages themselves link to; nobody opens a case for it."""
    page = at_work.get(reverse("counselling:room", args=[taken.pk])).text
    start = re.findall(r'<a href="([^"]+)">', page.partition("Rujuk ke lembaga lain")[0])[-1]
    noted = at_work.post(start, {"kind": "food", "words": "Tiga hari tidak makan."})
    there = noted.headers["Location"]
    drafting = re.search(r'action="([^"]+/siapkan/)"', at_work.get(there).text)[1]
    receiver = {"name": "Bank Pangan Contoh", "contact": "0812-3456-7890", "link_by": "whatsapp", "code_by": "phone"}
    prepared = at_work.post(drafting, receiver)
    draft = at_work.get(prepared.headers["Location"]).text
    assert "Rujukan ke Bank Pangan Contoh" in draft
    assert "Disiapkan" in draft
    assert str(taken.request_id) in prepared.headers["Location"]
    assert "Bank Pangan Contoh" in at_work.get(start).text
    with asking(cast.ayu):
        assert not Case.objects.exists()


def test_where_nothing_was_typed_no_place_is_doubted(at_the_door, visitor):
    answer = at_the_door
    answer("cara")
    answer("aman")
    assert "Tempat mana yang Anda maksud?" not in visitor.get(reverse("room:step", args=["dimana"])).content.decode()
    doubted = answer("dimana", place="Cipaganti", region_code="")
    assert "Tempat mana yang Anda maksud?" in doubted.content.decode()


def test_who_is_in_danger_is_not_told_to_stand_in_line(inside, room):
    waiting = reverse("room:state")
    first = begun(handed_in())
    with asking_as(job("uji")):
        Room.objects.filter(pk=first.pk).update(began_at=room.began_at - timedelta(hours=1))
    assert "Ada 1 orang sebelum Anda." in inside.get(waiting).content.decode()
    with asking_as(job("uji")):
        Room.objects.filter(pk=room.pk).update(red=True)
    assert "sebelum Anda" not in inside.get(waiting).content.decode()


def test_a_client_who_waits_too_long_in_a_talk_reads_that_it_is_late_and_who_knows(inside, taken, talk):
    late = "Belum dijawab pada waktunya"
    talk.wati("Halo?")
    state = inside.get(reverse("room:state")).text
    assert late not in state
    assert 'data-waits="1"' in state, "the page asks again while an answer is due"
    with time_machine.travel(clock.now() + timedelta(minutes=16), tick=False):
        assert late in inside.get(reverse("room:state")).text
        talk.ayu("Maaf, saya di sini.")
        state = inside.get(reverse("room:state")).text
        assert late not in state
        assert 'data-waits="0"' in state


def test_the_first_step_promises_another_way_in_the_same_room_and_a_new_room_has_the_same_ticket(
    inside, room, at_the_door
):
    assert "Caranya bisa diganti nanti, di ruang yang sama." in inside.get(reverse("room:step", args=["cara"])).text
    page = inside.get(reverse("room:room")).text
    assert f'href="{reverse("room:kind")}"' in page
    assert f'action="{reverse("room:end")}"' in page
    assert inside.post(reverse("room:end")).status_code == 302
    assert (
        f'<p data-room-over ><a class="btn btn-primary" href="{reverse("room:step", args=["cara"])}"'
        in inside.get(reverse("room:room")).text
    )
    for slug in ANSWERS:
        assert at_the_door(slug, **({"kind": "letter"} if slug == "cara" else {})).status_code == 302
    with asking_as(job("uji")):
        rooms = Room.objects.filter(request_id=room.request_id).order_by("began_at")
        assert [(one.kind, one.lives) for one in rooms] == [("live", False), ("letter", True)]

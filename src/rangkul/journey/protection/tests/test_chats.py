"""A chat that Wati brings: kept as it came, read by a job, searched, marked; nothing half kept."""

import hashlib
import io
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.journey.cases.models import Document
from rangkul.journey.protection import actions, jobs, queries
from rangkul.journey.protection.actions import Brought
from rangkul.journey.protection.models import Chat, ChatSheet, Evidence
from rangkul.journey.protection.states import CHAT, ChatState, Found

SURE = """23/05/24 21.15 - Wati: Jangan datang ke sini
23/05/24 21.16 - B: Aku tahu di mana kamu kerja
24/05/24 06.00 - Wati: <Media tidak disertakan>
24/05/24 06.02 - Wati: Café di ujung jalan
"""
UNSURE = "03/05/24 21.15 - Wati: satu\n04/06/24 21.15 - B: dua\n"
LONG = "".join(f"23/05/24 21.15 - Wati: pesan {n}\n" for n in range(950))


@pytest.fixture
def bring(case, cast, asking):
    def run(text=SURE, basis="consent"):
        raw = text.encode() if isinstance(text, str) else text
        brought = Brought("Percakapan dengan B", "Wati", basis, clock.now())
        with asking(cast.ayu) as by:
            return actions.bring_chat(
                by=by, folder=case, brought=brought, purpose="Bukti ancaman", file=io.BytesIO(raw), size=len(raw)
            )

    return run


def unfold(chat):
    with asking_as(job("protection.unfold")):
        jobs.unfold_chat(chat_id=str(chat.pk))


@pytest.fixture
def ready(bring, case, cast, asking):
    def run(text=SURE):
        chat = bring(text)
        unfold(chat)
        with asking(cast.ayu):
            return queries.chat_of(case, chat.pk)

    return run


def test_the_original_is_evidence_with_its_hash(bring, case, cast, asking):
    chat = bring()
    with asking(cast.ayu):
        row = Evidence.objects.get()
        assert (row.kind, row.sha) == ("chat", hashlib.sha256(SURE.encode()).hexdigest())
        assert [one.found for one in queries.checked(case)] == [Found.WHOLE]
        assert (chat.state, chat.order) == ("waiting", "dmy")


def test_a_job_seals_the_messages_once(ready, cast, asking):
    chat = ready()
    unfold(chat)
    with asking(cast.ayu):
        assert (chat.state, chat.messages) == ("ready", 4)
        assert ChatSheet.objects.count() == 1
        with connection.cursor() as cursor:
            cursor.execute("SELECT body FROM protection_chatsheet")
            assert b"Jangan" not in bytes(cursor.fetchone()[0])


def test_long_ones_lie_in_sheets_and_are_read_in_pages(ready, cast, asking):
    chat = ready(LONG)
    with asking(cast.ayu):
        assert ChatSheet.objects.count() == 3
        page = queries.opened(chat, 390)
        assert [page.lines[0].text, page.lines[-1].text, page.more] == ["pesan 390", "pesan 489", True]
        assert [line.text for line in queries.opened(chat, 940).lines][-1] == "pesan 949"


def test_days_are_there_to_jump_to(ready, cast, asking):
    with asking(cast.ayu):
        days = queries.opened(ready()).days
        assert [(str(day), place) for day, place in days] == [("2024-05-23", 0), ("2024-05-24", 2)]


@pytest.mark.parametrize(
    ("words", "places"),
    [("KERJA", [1]), ("cafe ujung", [3]), ("jangan kerja", []), ("x", []), ("", []), ("' OR 1=1", [])],
)
def test_words_are_found_whatever_their_case(ready, cast, asking, words, places):
    with asking(cast.ayu):
        assert [line.place for line in queries.searched(ready(), words).lines] == places


def test_unsure_days_are_asked_of_a_person(bring, case, cast, asking):
    chat = bring(UNSURE)
    with asking(cast.ayu) as by:
        assert (chat.state, chat.order) == ("asking", "")
        assert not ChatSheet.objects.exists()
        with pytest.raises(Refused):
            actions.say_order(by=by, chat=chat, order="ymd")
        actions.say_order(by=by, chat=chat, order="mdy")
    unfold(chat)
    with asking(cast.ayu):
        held = queries.chat_of(case, chat.pk)
        assert held.ordered_by_id == cast.ayu.pk
        assert queries.opened(held).lines[0].at.month == 3


@pytest.mark.parametrize(
    "raw", [b"halo", b"PK\x03\x04rusak", b"\xff\xfe\x00", b"13/05/24 1.00 - A: x\n05/13/24 1.00 - A: y"]
)
def test_nothing_is_kept_of_what_is_no_chat(bring, cast, asking, raw):
    with pytest.raises(Refused) as refused:
        bring(raw)
    assert refused.value.field == "file"
    with asking(cast.ayu):
        assert not (Evidence.objects.exists())
        assert not (Chat.objects.exists())
        assert not (Document.objects.exists())


def test_no_chat_without_the_consent_of_whoever_brings_it(bring):
    with pytest.raises(Refused) as refused:
        bring(basis="duty")
    assert refused.value.field == "basis"


def test_the_same_export_is_kept_once(bring):
    bring()
    with pytest.raises(Refused, match="nomor 1"):
        bring()


def test_a_mark_says_why_and_can_be_taken_back(ready, case, cast, asking):
    chat = ready()
    with asking(cast.ayu) as by:
        row = actions.mark(by=by, chat=chat, place=1, why="Ancaman")
        with pytest.raises(Refused):
            actions.mark(by=by, chat=chat, place=1, why="Lagi")
        assert [line.place for line in queries.searched(chat, "", only_marked=True).lines] == [1]
        row = queries.mark_of(chat, row.pk)
        actions.unmark(by=by, mark=row)
        assert queries.searched(chat, "", only_marked=True).lines == []
        row.refresh_from_db()
        assert row.lifted_by_id == cast.ayu.pk


def test_people_do_not_unfold_and_machines_do_not_mark(bring, ready, cast, asking):
    chat = bring()
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.unfold(by=by, chat=chat, messages=iter(()))
    machine = job("protection.unfold")
    with asking_as(machine), pytest.raises(PermissionDenied):
        actions.mark(by=machine, chat=chat, place=0, why="x")


@pytest.mark.parametrize("verb", CHAT.steps)
@pytest.mark.parametrize("state", ChatState.values)
def test_every_step_of_the_table(verb, state):
    row = Chat(state=state)
    if CHAT.allows(verb, state):
        CHAT.step(row, verb)
        assert row.state == CHAT.steps[verb][1]
    else:
        with pytest.raises(Refused):
            CHAT.step(row, verb)


@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_sees_no_chat(ready, cast, asking, who):
    ready()
    with asking(getattr(cast, who)):
        assert not (Chat.objects.exists())
        assert not (ChatSheet.objects.exists())


def address(name, chat, *more):
    return reverse(f"protection:{name}", args=[chat.case_id, chat.pk, *more])


def test_it_is_brought_on_the_page_once(case, cast, signed_in, asking):
    browser, place = signed_in(cast.ayu), reverse("protection:chats", args=[case.pk])
    assert "Belum ada percakapan" in browser.get(place).content.decode()
    words = {
        "once": str(uuid4()), "title": "Dengan B", "brought_by": "Wati", "basis": "consent", "purpose": "Bukti",
        "came_at": clock.local(clock.now()).strftime("%Y-%m-%dT%H:%M"),
    }  # fmt: skip
    for _ in range(2):
        file = SimpleUploadedFile("WhatsApp Chat.txt", SURE.encode())
        assert browser.post(place, {**words, "file": file}).status_code == 302
    with asking(cast.ayu):
        chat = Chat.objects.get()
    assert "sedang dibaca" in browser.get(address("chat", chat)).content.decode()
    file = SimpleUploadedFile("foto.txt", b"bukan percakapan")
    answer = browser.post(place, {**words, "once": str(uuid4()), "file": file})
    assert answer.status_code == 422
    assert "bukan ekspor percakapan" in answer.content.decode()


def test_the_page_asks_for_the_order_of_the_day(bring, cast, signed_in):
    chat, browser = bring(UNSURE), signed_in(cast.ayu)
    page = browser.get(address("chat", chat)).content.decode()
    assert "Kami tidak menebak" in page
    assert "3 Mei 2024" in page
    assert "5 Maret 2024" in page
    browser.post(address("order", chat), {"once": str(uuid4()), "order": "dmy"})
    assert "dipastikan Ayu" in browser.get(address("chat", chat)).content.decode()


def test_it_is_read_searched_and_marked_on_the_page(ready, cast, signed_in):
    chat, browser = ready(), signed_in(cast.ayu)
    page = browser.get(address("chat", chat)).content.decode()
    assert "Aku tahu di mana kamu kerja" in page
    assert "(media tidak ikut diekspor)" in page
    found = browser.post(address("search", chat), {"words": "kerja"}).content.decode()
    assert "1 pesan ditemukan" in found
    assert "Jangan datang" not in found
    browser.post(address("mark", chat, 1), {"once": str(uuid4()), "why": "Ancaman"})
    page = browser.get(address("chat", chat)).content.decode()
    assert "Cabut tanda" in page


@pytest.mark.parametrize("name", ["search", "order"])
def test_steps_refuse_get_and_strangers(ready, cast, signed_in, name):
    chat = ready()
    assert signed_in(cast.ayu).get(address(name, chat)).status_code == 405
    assert signed_in(cast.budi).post(address(name, chat), {"once": str(uuid4())}).status_code == 404
    assert signed_in(cast.budi).get(address("chat", chat)).status_code == 404


@pytest.mark.parametrize("since", ["-1", "x", "99999999999", "١"])
def test_an_odd_place_begins_at_the_start(ready, cast, signed_in, since):
    assert "Jangan datang" in signed_in(cast.ayu).get(address("chat", ready()), {"dari": since}).content.decode()


def test_a_chat_asks_few_questions(ready, cast, signed_in):
    chat, browser = ready(LONG), signed_in(cast.ayu)
    with CaptureQueriesContext(connection) as asked:
        browser.get(address("chat", chat))
    assert len(asked) <= 21, [one["sql"][:90] for one in asked]

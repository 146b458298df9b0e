"""Files beside sealed letters: a browser seals them, the server keeps what it cannot read and never shows it."""

import io
import json
import os
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import TICKET_SESSION_KEY, asking_as, job
from rangkul.base.files import vault
from rangkul.support.counselling import actions, jobs, queries
from rangkul.support.counselling.models import Enclosure, Message, Room
from rangkul.support.counselling.states import FILE_STEP
from rangkul.support.counselling.tests import browsers
from rangkul.support.counselling.tests.browsers import Pair, place
from rangkul.support.counselling.tests.conftest import CAME, begun, fresh
from rangkul.support.counselling.tests.test_files import PDF, photo
from rangkul.support.counselling.tests.test_sealing import WORDS, seal

SCRIPT = {"headers": {"X-Rangkul-Room": "1"}}
NAME = "visum Wati.pdf"


@pytest.fixture
def secret():
    return os.urandom(32)


@pytest.fixture
def locked(request_, wati, secret, cast, asking):
    """Sealed, and taken by Ayu."""
    with asking(cast.rini) as by:
        actions.set_terms(by=by, keep_days=30, letter_hours=24, seal_letters=True)
    pair = Pair()
    with asking(cast.ayu) as by:
        actions.make_key(by=by, public=pair.public, wrapped=pair.wrapped(WORDS, cast.ayu.pk))
    letter = seal(begun(request_, kind="letter", first_words=""), wati, secret)
    with asking(cast.ayu) as by:
        return actions.take(by=by, room=fresh(letter))


@pytest.fixture
def inside(locked, client):
    session = client.session
    session[TICKET_SESSION_KEY] = str(locked.request_id)
    session.save()
    return client


def where(room, by, once) -> str:
    with asking_as(by):
        seat = next(one for one in queries.seats_of(fresh(room)) if one.is_client == (by.kind == "ticket"))
    return place(room.pk, once, seat.pk, seat.is_client)


def packed(room, by, secret, data=PDF):
    """(once, the sealed file, the sealed words) as a browser would hand them in."""
    once = uuid4()
    context = where(room, by, once)
    return once, browsers.sealed_file(secret, NAME, data, context), browsers.sealed(secret, NAME, context)


def send(by, room, data, words, once):
    with asking_as(by):
        return actions.enclose(
            by=by, room=fresh(room), file=io.BytesIO(data), size=len(data), name=NAME, text=words, client_id=once
        )


def only(by) -> Enclosure:
    with asking_as(by):
        return Enclosure.objects.select_related("key").get()


def kept(row) -> bytes:
    return b"".join(vault.read(row.pk, row.key))


def test_the_other_browser_opens_what_the_server_cannot_read(locked, wati, secret, cast):
    once, data, words = packed(locked, wati, secret)
    send(wati, locked, data, words, once)
    row = only(cast.ayu.asker())
    assert (row.media_type, row.cipher, row.shows) == ("application/octet-stream", 1, "")
    assert "visum" not in row.name
    assert (len(data) - 29) % FILE_STEP == 0
    assert PDF not in kept(row)
    assert browsers.opened_file(secret, kept(row), where(locked, wati, once)) == (NAME, PDF)


def test_it_opens_under_no_other_number_and_for_no_other_side(locked, wati, secret, cast):
    from cryptography.exceptions import InvalidTag

    once, data, _words = packed(locked, wati, secret)
    for context in (where(locked, wati, uuid4()), where(locked, cast.ayu.asker(), once)):
        with pytest.raises(InvalidTag):
            browsers.opened_file(secret, data, context)


@pytest.mark.parametrize("what", ["photo", "pdf", "short", "version", "empty"])
def test_what_no_browser_sealed_is_refused_and_leaves_no_message(locked, wati, secret, what):
    once, good, words = packed(locked, wati, secret)
    data = {"photo": photo(), "pdf": PDF, "short": good[:-1], "version": b"\2" + good[1:], "empty": b""}[what]
    with pytest.raises(Refused, match="terkunci"):
        send(wati, locked, data, words, once)
    with asking_as(wati):
        assert not Enclosure.objects.exists()
        assert not Message.objects.filter(line="").exists()


def test_plain_words_beside_a_sealed_file_are_refused_too(locked, wati, secret):
    once, data, _words = packed(locked, wati, secret)
    with pytest.raises(Refused):
        send(wati, locked, data, "Ini visum saya", once)


def test_an_open_room_takes_no_sealed_file(taken, wati, secret):
    with pytest.raises(Refused):
        send(wati, taken, browsers.sealed_file(secret, NAME, PDF, "x"), "", uuid4())


def test_the_database_keeps_no_open_file_beside_a_sealed_letter(locked, wati, secret):
    once, _data, words = packed(locked, wati, secret)
    with asking_as(wati) as by:
        message = actions.send_message(by=by, room=fresh(locked), text=words, client_id=once)
        row = Enclosure(message=message, key=message.key, media_type="image/png", size=1)
        row.name = "x.png"
        with pytest.raises(IntegrityError, match="counselling_only_sealed_file"), transaction.atomic():
            row.save(force_insert=True)


def test_the_page_sends_it_and_shows_it_as_a_button_alone(inside, locked, wati, secret, cast, signed_in):
    page = inside.get(reverse("room:room")).content.decode()
    assert "data-room-enclose hidden" in page
    once, data, words = packed(locked, wati, secret, photo())
    sent = {"lampir-file": SimpleUploadedFile("terkunci", data), "lampir-text": words, "lampir-once": str(once)}
    answer = inside.post(reverse("room:enclose"), {**sent, "setelah": "0-0"}, **SCRIPT)
    (file,) = [one["file"] for one in answer.json()["messages"] if one["file"]]
    assert (file["sealed"], file["shows"]) == (True, "")
    page = inside.get(reverse("room:room")).content.decode()
    assert f'data-sealed-file="{file["url"]}"' in page
    assert f'src="{file["url"]}"' not in page
    assert f'href="{file["url"]}"' not in page
    ayu = signed_in(cast.ayu)
    there = ayu.get(f"/kerja/konseling/{locked.pk}/lampiran/{only(wati).pk}/")
    assert there["Content-Type"] == "application/octet-stream"
    assert there["Content-Disposition"].startswith("attachment")
    assert "sandbox" in there["Content-Security-Policy"]
    name, opened = browsers.opened_file(secret, b"".join(there.streaming_content), where(locked, wati, once))
    assert (name, opened[:3]) == (NAME, b"\xff\xd8\xff")
    plain = {"lampir-file": SimpleUploadedFile("a.pdf", PDF), "lampir-text": words, "lampir-once": str(uuid4())}
    assert inside.post(reverse("room:enclose"), plain, **SCRIPT).status_code == 422
    assert json.loads(inside.post(reverse("room:enclose"), plain, **SCRIPT).content)["error"]


def test_it_goes_with_the_words(locked, wati, secret, cast, django_capture_on_commit_callbacks):
    once, data, words = packed(locked, wati, secret)
    send(wati, locked, data, words, once)
    row = only(wati)
    with asking_as(cast.ayu.asker()) as by:
        actions.end(by=by, room=fresh(locked), came=CAME)
    with asking_as(job("counselling.erase")), django_capture_on_commit_callbacks(execute=True):
        Room.objects.filter(pk=locked.pk).update(erase_at=clock.now() - timedelta(minutes=1))
        jobs.erase_words()
    assert not vault.path_of(row.pk).exists()

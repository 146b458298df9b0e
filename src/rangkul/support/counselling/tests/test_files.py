"""Files in a room: looked at, cleaned, sealed with the room, sent once, gone with the words."""

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from PIL import Image

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.files import vault
from rangkul.base.files.sound import voice_of, without_tags
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.support.counselling import actions, jobs, queries
from rangkul.support.counselling.models import Enclosure, Message, Room
from rangkul.support.counselling.tests.conftest import CAME, fresh

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
VOICE = b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm" + bytes(200)


def photo(place=b"GPS-RUMAH-WATI"):
    picture = Image.new("RGB", (60, 40), "red")
    told = Image.Exif()
    told[0x010E] = place.decode()
    file = io.BytesIO()
    picture.save(file, "JPEG", exif=told)
    return file.getvalue()


def send(by, room, data, name="foto.jpg", **how):
    with asking_as(by):
        return actions.enclose(by=by, room=fresh(room), file=io.BytesIO(data), size=len(data), name=name, **how)


def opened(by, room):
    with asking_as(by):
        row = Enclosure.objects.select_related("key").order_by("made_at").last()
        return row, b"".join(vault.read(row.pk, row.key))


def test_a_photo_arrives_without_the_place_where_it_was_taken(taken, wati, cast):
    assert b"GPS-RUMAH-WATI" in photo()
    send(wati, taken, photo(), text="Ini suratnya")
    row, data = opened(cast.ayu.asker(), taken)
    assert (row.name, row.media_type, row.shows) == ("foto.jpg", "image/jpeg", "picture")
    assert b"GPS-RUMAH-WATI" not in data
    assert Image.open(io.BytesIO(data)).size == (60, 40)


@pytest.mark.parametrize(
    ("data", "name", "kind"), [(PDF, "surat.pdf", "application/pdf"), (VOICE, "a.webm", "audio/webm")]
)
def test_a_pdf_and_a_voice_arrive_from_either_side(taken, cast, data, name, kind):
    send(cast.ayu.asker(), taken, data, name)
    assert opened(cast.ayu.asker(), taken)[0].media_type == kind


def test_sent_again_under_its_number_it_is_one_message_with_one_file(taken, wati, cast):
    key = uuid4()
    first, second = (send(wati, taken, PDF, "surat.pdf", client_id=key) for _ in range(2))
    assert first.pk == second.pk
    with asking_as(cast.ayu.asker()):
        assert Enclosure.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<html><script>", "foto.jpg"),
        (b"MZ\x90\x00" + bytes(40), "foto.exe"),
        (b"", "kosong.pdf"),
        (b"halo", "catatan.txt"),
    ],
    ids=["page", "program", "empty", "text"],
)
def test_what_is_none_of_the_three_is_refused_and_leaves_no_message(taken, wati, cast, data, name):
    with pytest.raises(Refused):
        send(wati, taken, data, name)
    with asking_as(cast.ayu.asker()):
        assert not Enclosure.objects.exists()
        assert not Message.objects.filter(seat__role="client", number__gt=2).exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\foto\\surat.pdf.exe", "surat.pdf.pdf"),
        ("foto\u202egpj.exe", "fotogpj.pdf"),
        ("...", "lampiran.pdf"),
        ("a" * 500 + ".pdf", "a" * 80 + ".pdf"),
    ],
)
def test_a_hostile_name_becomes_a_plain_one(taken, wati, cast, name, kept):
    send(wati, taken, PDF, name)
    assert opened(cast.ayu.asker(), taken)[0].name == kept


def test_another_ticket_and_another_agency_open_nothing(taken, wati, cast):
    send(wati, taken, PDF, "surat.pdf")
    row, _data = opened(cast.ayu.asker(), taken)
    for by in (holder(handed_in()), cast.budi.asker()):
        with asking_as(by), pytest.raises(Http404):
            queries.enclosure_of(Room(pk=taken.pk), row.pk)


def test_a_withdrawn_message_takes_its_file_out_of_sight(taken, wati, cast):
    message = send(wati, taken, PDF, "surat.pdf")
    row, _data = opened(cast.ayu.asker(), taken)
    with asking_as(wati) as by:
        actions.withdraw_message(by=by, message=Message.objects.select_related("room__key").get(pk=message.pk))
    with asking_as(cast.ayu.asker()) as by:
        assert queries.said(queries.newest(fresh(taken)), by, taken.pk)[-2].file is None
        with pytest.raises(Http404):
            queries.enclosure_of(fresh(taken), row.pk)


def test_it_goes_with_the_words_and_the_file_is_gone_too(taken, wati, cast, django_capture_on_commit_callbacks):
    send(wati, taken, PDF, "surat.pdf")
    row, _data = opened(cast.ayu.asker(), taken)
    with asking_as(cast.ayu.asker()) as by:
        actions.end(by=by, room=fresh(taken), came=CAME)
    with asking_as(job("counselling.erase")), django_capture_on_commit_callbacks(execute=True):
        Room.objects.filter(pk=taken.pk).update(erase_at=clock.now() - timedelta(minutes=1))
        jobs.erase_words()
        assert not Enclosure.objects.exists()
    assert not vault.path_of(row.pk).exists()


def test_a_telephone_tells_no_place_in_its_recording():
    told = b"\xa9xyz-6.9-107.6/"
    udta = (8 + len(told)).to_bytes(4, "big") + b"udta" + told
    moov = (8 + len(udta)).to_bytes(4, "big") + b"moov" + udta
    data = (16).to_bytes(4, "big") + b"ftypM4A " + bytes(4) + moov
    kind = voice_of(data[:64])
    clean = without_tags(io.BytesIO(data), kind).read()
    assert (kind.media_type, len(clean)) == ("audio/mp4", len(data))
    assert b"6.9" not in clean


def test_the_page_sends_and_shows_it_without_scripts(taken, cast, signed_in):
    ayu = signed_in(cast.ayu)
    at = f"/kerja/konseling/{taken.pk}/"
    file = SimpleUploadedFile("surat.jpg", photo(), content_type="text/html")
    assert ayu.post(f"{at}lampiran/", {"lampir-file": file, "lampir-text": "Ini formulirnya"}).status_code == 302
    page = ayu.get(at).content.decode()
    row, _data = opened(cast.ayu.asker(), taken)
    assert f"{at}lampiran/{row.pk}/" in page
    answer = ayu.get(f"{at}lampiran/{row.pk}/")
    assert answer["Content-Type"] == "image/jpeg"
    assert b"".join(answer.streaming_content)[:3] == b"\xff\xd8\xff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    refused = ayu.post(f"{at}lampiran/", {"lampir-file": SimpleUploadedFile("x.html", b"<html>")})
    assert (refused.status_code, "belum terkirim" in refused.content.decode()) == (422, True)
    assert ayu.get(f"{at}lampiran/").status_code == 405
    assert signed_in(cast.budi).get(f"{at}lampiran/{row.pk}/").status_code == 404


def test_a_room_that_ended_takes_no_file(taken, wati, cast):
    with asking_as(wati) as by:
        actions.end_by_client(by=by, room=fresh(taken))
    with pytest.raises(Refused, match="berakhir"):
        send(wati, taken, PDF, "surat.pdf")

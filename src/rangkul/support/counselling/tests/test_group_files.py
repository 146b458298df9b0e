"""Files in a group: by the verb of a room, read by who reads the message, without what would tell who a member is."""

import io
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.http import Http404

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import TICKET_SESSION_KEY, asking_as, job
from rangkul.base.files import vault
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in, holder
from rangkul.support.counselling import actions, jobs, queries
from rangkul.support.counselling.group_keeping import copy_of_groups
from rangkul.support.counselling.models import Enclosure, GroupMessage, Meeting, Message
from rangkul.support.counselling.tests.gathering import join, say, seat_named
from rangkul.support.counselling.tests.test_files import PDF, VOICE, photo

SCRIPT = {"headers": {"X-Rangkul-Room": "1"}}


def send(by, meeting, data, name="foto Wati Kusuma.jpg", **how):
    with asking_as(by) as asker:
        met = queries.get_meeting(meeting.pk)
        return actions.enclose(by=asker, meeting=met, file=io.BytesIO(data), size=len(data), name=name, **how)


def seen_by(by):
    with asking_as(by):
        return list(Enclosure.objects.select_related("key").order_by("made_at"))


def test_everybody_in_the_group_sees_it_and_nobody_else(met, request_, tini, cast):
    send(holder(request_), met, photo(), text="Ini kebun saya")
    send(cast.ayu.asker(), met, PDF, "bacaan.pdf")
    for by in (holder(request_), holder(tini), cast.ayu.asker()):
        assert [row.media_type for row in seen_by(by)] == ["image/jpeg", "application/pdf"]
    for by in (holder(handed_in(HUNGRY)), cast.budi.asker()):
        assert seen_by(by) == []


def test_neither_a_name_nor_a_pdf_tells_who_a_member_is(met, request_, cast):
    send(holder(request_), met, photo())
    send(holder(request_), met, VOICE, "suara Wati.webm")
    names = [row.name for row in seen_by(cast.ayu.asker())]
    assert names == ["lampiran.jpg", "lampiran.webm"]
    with pytest.raises(Refused, match="nama Anda"):
        send(holder(request_), met, PDF, "surat.pdf")


def test_whoever_joined_later_does_not_see_what_was_sent_before(met, group, request_, cast):
    send(holder(request_), met, photo())
    late = handed_in(HUNGRY)
    join(late, group, "Anggrek")
    assert seen_by(holder(late)) == []
    (row,) = seen_by(cast.ayu.asker())
    with asking_as(holder(late)), pytest.raises(Http404):
        queries.enclosure_in(group, row.pk)


def test_sent_again_it_is_one_and_taken_back_it_is_out_of_sight(met, group, request_, cast):
    key = uuid4()
    first, second = (send(holder(request_), met, photo(), client_id=key) for _ in range(2))
    assert first.pk == second.pk
    (row,) = seen_by(cast.ayu.asker())
    with asking_as(cast.ayu.asker()) as by:
        message = GroupMessage.objects.select_related("meeting__group").get(pk=first.pk)
        actions.take_back(by=by, message=message)
        with pytest.raises(Http404):
            queries.enclosure_in(group, row.pk)


def test_a_hushed_member_and_an_ended_meeting_take_none(met, group, request_, cast):
    say(request_, group, "Halo.")
    with asking_as(cast.ayu.asker()) as by:
        actions.hush_member(by=by, seat=seat_named(cast.ayu, group, "Melati"))
    with pytest.raises(Refused, match="mendengarkan"):
        send(holder(request_), met, photo())
    with asking_as(cast.ayu.asker()) as by:
        actions.end_meeting(by=by, meeting=queries.get_meeting(met.pk), text="Semua hadir.")
    with pytest.raises(Refused, match="berakhir"):
        send(cast.ayu.asker(), met, PDF, "bacaan.pdf")
    assert seen_by(cast.ayu.asker()) == []


def test_it_goes_with_the_words_and_the_file_is_gone_too(met, request_, cast, django_capture_on_commit_callbacks):
    send(holder(request_), met, photo())
    (row,) = seen_by(cast.ayu.asker())
    assert vault.path_of(row.pk).exists()
    with asking_as(cast.ayu.asker()) as by:
        actions.end_meeting(by=by, meeting=queries.get_meeting(met.pk), text="Semua hadir.")
    with asking_as(job("counselling.erase")), django_capture_on_commit_callbacks(execute=True):
        Meeting.objects.filter(pk=met.pk).update(erase_at=clock.now() - timedelta(minutes=1))
        jobs.erase_words()
        assert not Enclosure.objects.exists()
    assert not vault.path_of(row.pk).exists()


def test_a_file_belongs_to_one_message(met, group, request_, cast, room):
    message = say(request_, group, "Halo.")
    with asking_as(job("uji")):
        words = Message.objects.filter(room=room, line="").first()
        row = Enclosure(message=words, said=message, key=message.key, media_type="image/png", size=1)
        row.name = "x.png"
        with pytest.raises(IntegrityError, match="counselling_enclosure_of_one_message"), transaction.atomic():
            row.save(force_insert=True)


def test_the_copy_of_a_member_names_their_file(met, request_, cast):
    from types import SimpleNamespace

    send(holder(request_), met, photo(), text="Ini kebun saya")
    with asking_as(job("uji")):
        (section,) = copy_of_groups(SimpleNamespace(person_ids=[], request_id=request_.pk))
    assert any("Lampiran: lampiran.jpg" in words for _name, words in section.rows)


def test_both_pages_send_and_open_it_with_and_without_a_script(met, group, request_, cast, client, signed_in):
    session = client.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    room = f"/konseling/kelompok/{group.pk}/ruang/"
    client.post(f"{room}masuk/")
    assert "data-room-enclose" in client.get(room).content.decode()
    file = SimpleUploadedFile("kebun.jpg", photo())
    assert client.post(f"{room}lampiran/", {"lampir-file": file}).status_code == 302
    (row,) = seen_by(cast.ayu.asker())
    assert f"{room}lampiran/{row.pk}/" in client.get(room).content.decode()
    answer = client.get(f"{room}lampiran/{row.pk}/")
    assert b"".join(answer.streaming_content)[:3] == b"\xff\xd8\xff"
    assert "sandbox" in answer["Content-Security-Policy"]
    refused = client.post(f"{room}lampiran/", {"lampir-file": SimpleUploadedFile("x.html", b"<html>")})
    assert (refused.status_code, "belum terkirim" in refused.content.decode()) == (422, True)
    ayu, at = signed_in(cast.ayu), f"/kerja/konseling/temu/{met.pk}/"
    assert f"{at}lampiran/{row.pk}/" in ayu.get(at).content.decode()
    assert b"".join(ayu.get(f"{at}lampiran/{row.pk}/").streaming_content)[:3] == b"\xff\xd8\xff"
    again = {"lampir-file": SimpleUploadedFile("bacaan.pdf", PDF), "setelah": "0-0"}
    said = ayu.post(f"{at}lampiran/", again, **SCRIPT).json()["messages"]
    assert [one["file"]["name"] for one in said if one["file"]] == ["lampiran.jpg", "bacaan.pdf"]
    budi = signed_in(cast.budi)
    assert budi.get(f"{at}lampiran/{row.pk}/").status_code in (403, 404)
    assert budi.post(f"{at}lampiran/", {"lampir-file": SimpleUploadedFile("b.pdf", PDF)}).status_code in (403, 404)

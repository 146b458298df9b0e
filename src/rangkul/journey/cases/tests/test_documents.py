"""Attached files: told by their bytes, sealed on the disk, never run."""

import io
import os
import time
import zipfile

import pytest
from django.urls import reverse
from PIL import Image

from rangkul.base import crypto
from rangkul.base.actions import Refused
from rangkul.base.asking import job
from rangkul.base.files import sniff, vault
from rangkul.journey.cases import actions, jobs
from rangkul.journey.cases.models import Document


def picture(kind="PNG", size=(40, 30)) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", size, "teal").save(held, kind)
    return held.getvalue()


def archive(*names: str, mimetype: bytes = b"") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, b"x")
    return held.getvalue()


GOOD = {
    "pdf": b"%PDF-1.7\n...",
    "png": picture(),
    "jpg": picture("JPEG"),
    "webp": picture("WEBP"),
    "docx": archive("[Content_Types].xml", "word/document.xml"),
    "xlsx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "odt": archive("content.xml", mimetype=b"application/vnd.oasis.opendocument.text"),
    "txt": "Catatan biasa, dengan kata “kutip”.\nBaris dua.".encode(),
}
BAD = {
    "html": b"<!DOCTYPE html><script>alert(1)</script>",
    "svg": b'\xef\xbb\xbf <svg xmlns="http://www.w3.org/2000/svg" onload="x"/>',
    "exe": b"MZ\x90\x00\x03",
    "script": b"#!/bin/sh\nrm -rf /",
    "macros": archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    "zip": archive("a.txt"),
    "broken picture": picture()[:60],
    "half a zip": GOOD["docx"][:50],
    "gif": b"GIF89a" + b"\x00" * 20,
    "binary": bytes(range(256)),
}


@pytest.mark.parametrize("kind", GOOD)
def test_these_are_accepted_and_called_what_they_are(kind):
    assert sniff.kind_of(io.BytesIO(GOOD[kind]), len(GOOD[kind])).extension == kind


@pytest.mark.parametrize("kind", BAD)
def test_these_are_refused_in_plain_words(kind):
    with pytest.raises(Refused, match="tidak diterima"):
        sniff.kind_of(io.BytesIO(BAD[kind]), len(BAD[kind]))


def test_size_is_bounded_and_empty_is_nothing():
    with pytest.raises(Refused, match="15 MB"):
        sniff.kind_of(io.BytesIO(b"%PDF-"), sniff.LARGEST + 1)
    with pytest.raises(Refused, match="kosong"):
        sniff.kind_of(io.BytesIO(b""), 0)


def test_a_picture_that_would_exhaust_memory_is_refused(monkeypatch):
    monkeypatch.setattr(sniff, "MOST_PIXELS", 100)
    with pytest.raises(Refused, match="terlalu besar"):
        sniff.kind_of(io.BytesIO(GOOD["png"]), len(GOOD["png"]))


def attach(cast, case, plain=GOOD["png"], **more) -> Document:
    return actions.attach_document(by=cast.ayu.asker(), case=case, file=io.BytesIO(plain), size=len(plain), **more)


def test_the_bytes_on_the_disk_are_sealed_and_come_back_whole(case, cast, asking):
    long = b"%PDF-" + os.urandom(vault.CHUNK * 2 + 17)
    with asking(cast.ayu):
        kept = attach(cast, case, long, name="Surat rumah sakit.pdf")
        assert long[:64] not in vault.path_of(kept.pk).read_bytes()
        assert b"".join(vault.read(kept.pk, kept.key)) == long


@pytest.mark.parametrize("hurt", ["cut", "swap", "flip"])
def test_a_file_that_was_tampered_with_does_not_open(case, cast, asking, hurt):
    with asking(cast.ayu):
        kept = attach(cast, case, b"%PDF-" + bytes(vault.CHUNK * 2))
        path, step = vault.path_of(kept.pk), vault.CHUNK + 29
        sealed = path.read_bytes()
        path.write_bytes(
            {
                "cut": sealed[:step],
                "swap": sealed[step : 2 * step] + sealed[:step] + sealed[2 * step :],
                "flip": sealed[:100] + bytes([sealed[100] ^ 1]) + sealed[101:],
            }[hurt]
        )
        with pytest.raises(crypto.Unreadable):
            list(vault.read(kept.pk, kept.key))


def test_the_same_file_twice_is_one_document(case, cast, asking):
    with asking(cast.ayu):
        assert attach(cast, case).pk == attach(cast, case, name="lagi.png").pk
        assert len([path for path in vault.all_files() if path.stem == Document.objects.get().pk.hex]) == 2


def test_a_name_ends_in_what_the_file_is(case, cast, asking):
    with asking(cast.ayu):
        assert attach(cast, case, name="../../etc/passwd.php").name == "passwd.png"


def test_a_preview_is_drawn_anew_without_what_the_photo_told(case, cast, asking):
    held = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "tempat rahasia"
    Image.new("RGB", (3000, 2000), "teal").save(held, "JPEG", exif=exif)
    with asking(cast.ayu):
        kept = attach(cast, case, held.getvalue())
        drawn = b"".join(vault.read(kept.pk, kept.key, "preview"))
    assert b"rahasia" not in drawn
    assert max(Image.open(io.BytesIO(drawn)).size) == 1280


def test_files_that_nobody_acknowledged_are_swept(case, cast, asking):
    with asking(cast.ayu):
        kept = attach(cast, case)
    lost = vault.path_of(case.pk)
    lost.parent.mkdir(exist_ok=True)
    lost.write_bytes(b"x")
    with asking(job("attachments")):
        assert jobs.sweep(time.time() + 5) >= 1
    assert not lost.exists()
    assert vault.path_of(kept.pk).exists()


def test_it_leaves_as_a_download_that_nothing_runs(case, cast, asking, signed_in):
    with asking(cast.ayu):
        kept = attach(cast, case, GOOD["txt"], name='kabar "baik".txt')
    answer = signed_in(cast.ayu).get(reverse("cases:document", args=[case.pk, kept.pk]))
    assert b"".join(answer.streaming_content) == GOOD["txt"]
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store"


def test_it_is_not_there_for_others_nor_under_another_case(case, juniors_case, cast, asking, signed_in):
    with asking(cast.ayu):
        kept = attach(cast, case)
    there = reverse("cases:document", args=[case.pk, kept.pk])
    assert signed_in(cast.budi).get(there).status_code == 404
    foreign = reverse("cases:document", args=[juniors_case.pk, kept.pk])
    assert signed_in(cast.sari).get(foreign).status_code == 404

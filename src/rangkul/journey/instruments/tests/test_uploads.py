"""A form is checked in the background: the page says how it stands, the faults stay, a hostile file harms nobody."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils.translation import override
from procrastinate.contrib.django.models import ProcrastinateJob

from rangkul.base.actions import Refused
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.journey.instruments import actions, jobs, parcel
from rangkul.journey.instruments.models import FormUpload, Instrument, InstrumentVersion
from rangkul.journey.instruments.tests.books import HOME, check_all, workbook, zipped

BROKEN = ("survey", [["type", "name", "label"], ["select_one tidak_ada", "pilih", "Pilih"]])


@pytest.fixture
def hand_in(cast, asking):
    def give(*files, by=None, language="id"):
        admin = by or cast.adi
        with asking(admin), override(language):
            return actions.hand_in(by=admin.asker(), files=files, licence="Disusun sendiri")

    return give


def test_the_page_answers_before_anything_is_checked(signed_in, cast, asking, monkeypatch):
    def never(*_args, **_more):
        raise AssertionError("checked while the page waits")

    monkeypatch.setattr("rangkul.journey.instruments.receiving.check", never)
    browser = signed_in(cast.adi)
    file = SimpleUploadedFile("kabar.xlsx", workbook(HOME))
    answer = browser.post(reverse("instruments:forms"), {"files": [file], "licence": "Sendiri"})
    page = browser.get(answer.headers["Location"]).content.decode()
    assert "Sedang diperiksa" in page
    assert 'hx-trigger="every 1s"' in page
    with asking(cast.adi):
        assert ProcrastinateJob.objects.filter(task_name="rangkul.instruments.check").count() == 1


def test_the_same_page_sent_twice_is_one_upload(signed_in, cast, asking):
    browser, once = signed_in(cast.adi), "01900000-0000-7000-8000-00000000c0de"
    for _turn in range(2):
        file = SimpleUploadedFile("kabar.xlsx", workbook(HOME))
        browser.post(reverse("instruments:forms"), {"files": [file], "licence": "Sendiri", "once": once})
    with asking(cast.adi):
        assert FormUpload.objects.count() == 1


def test_a_sound_form_becomes_a_version_of_who_handed_it_in(hand_in, cast, asking):
    hand_in(("kabar.xlsx", workbook(HOME)))
    upload = check_all(asking, cast.adi)
    assert (upload.state, upload.version.uploaded_by, bytes(upload.parcel)) == ("sound", cast.adi, b"")
    with asking(cast.agus):
        assert Event.objects.filter(name="form.checked", subject_id=upload.pk, by_kind="job").exists()
        assert Event.objects.filter(name="form.uploaded", by_id=cast.adi.pk).exists()


def test_checked_twice_is_checked_once(hand_in, cast, asking):
    upload = hand_in(("kabar.xlsx", workbook(HOME)))
    for _turn in range(2):
        jobs.check_upload(upload_id=str(upload.pk))
    with asking(cast.adi):
        assert InstrumentVersion.objects.filter(instrument__agency=cast.adi.agency).count() == 1


def test_faults_can_still_be_read_later_and_are_put_away_by_hand(hand_in, signed_in, cast, asking):
    upload = hand_in(("pilih.xlsx", workbook(BROKEN)))
    check_all(asking, cast.adi)
    browser, url = signed_in(cast.adi), reverse("instruments:upload", args=[upload.pk])
    page = browser.get(reverse("instruments:forms")).content.decode()
    assert "pilih.xlsx" in page
    assert ">Disusun sendiri</textarea>" in page.replace("\n", "").replace("\r", "")
    for _turn in range(2):
        page = browser.get(url).content.decode()
        assert "Daftar pilihan “tidak_ada” tidak ada di lembar choices." in page
    assert browser.get(reverse("instruments:forget_upload", args=[upload.pk])).status_code == 405
    browser.post(reverse("instruments:forget_upload", args=[upload.pk]))
    assert browser.get(url).status_code == 404


def test_faults_are_told_in_the_language_of_who_handed_in(hand_in, cast, asking):
    for language, told in (("id", "tidak ada di lembar choices"), ("en", "is not on the choices sheet")):
        hand_in(("pilih.xlsx", workbook(BROKEN)), language=language)
        assert told in str(check_all(asking, cast.adi).faults)


def test_a_part_of_the_page_is_enough_while_it_waits(hand_in, signed_in, cast):
    upload = hand_in(("kabar.xlsx", workbook(HOME)))
    part = signed_in(cast.adi).get(reverse("instruments:upload", args=[upload.pk]), headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()


@pytest.mark.parametrize("who", ["ayu", "sari", "hana"])
def test_others_do_not_see_what_was_handed_in(hand_in, signed_in, cast, asking, who):
    upload = hand_in(("kabar.xlsx", workbook(HOME)))
    other = getattr(cast, who)
    assert signed_in(other).get(reverse("instruments:upload", args=[upload.pk])).status_code in {403, 404}
    with asking(other):
        assert not FormUpload.objects.filter(pk=upload.pk).exists()


def test_a_worker_hands_nothing_in(hand_in, cast):
    with pytest.raises(PermissionDenied):
        hand_in(("kabar.xlsx", workbook(HOME)), by=cast.ayu)


def test_who_is_no_admin_any_more_when_it_is_checked_gets_no_version(hand_in, cast, asking, monkeypatch):
    upload = hand_in(("kabar.xlsx", workbook(HOME)))
    left = replace(cast.adi.asker(), roles=frozenset({"pimpinan"}))
    monkeypatch.setattr(type(cast.adi), "asker", lambda _staff: left)
    jobs.check_upload(upload_id=str(upload.pk))
    monkeypatch.undo()
    with asking(cast.adi):
        assert not Instrument.objects.filter(agency=cast.adi.agency).exists()
        assert "bukan admin lagi" in str(FormUpload.objects.get().faults)


def test_only_so_many_wait_at_once(hand_in):
    for _turn in range(5):
        hand_in(("kabar.xlsx", workbook(HOME)))
    with pytest.raises(Refused) as refused:
        hand_in(("kabar.xlsx", workbook(HOME)))
    assert refused.value.code == "waiting"


def test_too_much_at_once_is_refused_before_it_is_kept(hand_in):
    with pytest.raises(Refused) as refused:
        hand_in(("kabar.xlsx", bytes(parcel.LARGEST + 1)))
    assert refused.value.code == "size"


def test_what_a_check_said_is_not_rewritten_by_a_worker(hand_in, cast, asking):
    upload = hand_in(("kabar.xlsx", workbook(HOME)))
    with asking(cast.ayu):
        assert FormUpload.objects.filter(pk=upload.pk).update(state="faulty") == 0
    with asking(cast.adi), pytest.raises(DatabaseError), transaction.atomic():
        FormUpload.objects.filter(pk=upload.pk).update(name="lain.xlsx")


HOSTILE = {
    "no workbook": [("gambar.png", b"\x89PNG")],
    "two workbooks": [("a.xlsx", workbook(HOME)), ("b.xlsx", workbook(HOME))],
    "broken zip": [("a.zip", b"PK\x03\x04" + bytes(200))],
    "zip without a workbook": [("a.zip", zipped(("media/a.png", b"x")))],
    "zip in a zip": [("a.zip", zipped(("a.xlsx", workbook(HOME)), ("b.zip", zipped(("c", b"x")))))],
    "zip bomb": [("a.zip", zipped(("a.xlsx", workbook(HOME)), ("b.png", bytes(60_000_000))))],
    "thousands of files": [("a.zip", zipped(*((f"{n}.png", b"x") for n in range(2_000))))],
    "zip beside another file": [("a.zip", zipped(("a.xlsx", workbook(HOME)))), ("b.xlsx", workbook(HOME))],
    "names that climb": [("a.zip", zipped(("../../etc/passwd", b"root"), ("../a.md", b"| survey |")))],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_uploads_leave_a_sentence_and_nothing_else(hand_in, cast, asking, name):
    started = time.process_time()
    hand_in(*HOSTILE[name])
    upload = check_all(asking, cast.adi)
    assert time.process_time() - started < 8
    assert upload.state == "faulty"
    assert upload.faults
    assert "passwd" not in str(upload.faults)
    with asking(cast.adi):
        assert not Instrument.objects.filter(agency=cast.adi.agency).exists()


def test_the_folders_of_a_zip_do_not_matter(hand_in, cast, asking):
    packed = zipped(
        ("proyek/kabar.xlsx", workbook(HOME)), ("__MACOSX/proyek/._kabar.xlsx", b"x"), ("proyek/.DS_Store", b"x")
    )
    hand_in(("proyek.zip", packed))
    assert check_all(asking, cast.adi).state == "sound"


def test_a_form_too_long_for_a_page_is_refused_before_any_page_draws_it(hand_in, cast, asking):
    survey = [["type", "name", "label"], *(["select_one panjang", f"q{n}", "Pilih"] for n in range(130))]
    choices = [["list_name", "name", "label"], *(["panjang", f"c{n}", f"Pilihan {n}"] for n in range(100))]
    hand_in(("panjang.xlsx", workbook(("survey", survey), ("choices", choices))))
    upload = check_all(asking, cast.adi)
    assert "13130 pertanyaan dan pilihan, paling banyak 12000" in upload.faults[0]["message"]


def test_what_nobody_checked_says_so_and_makes_room(hand_in, signed_in, cast, asking):
    """The queue gave it up, or it killed what checked it."""
    upload = hand_in(("kabar.xlsx", workbook(HOME)))
    assert jobs.give_up() == 0
    with time_machine.travel(now() + jobs.PATIENCE + timedelta(minutes=1)):
        assert jobs.give_up() == 1
        assert jobs.give_up() == 0
        page = signed_in(cast.adi).get(reverse("instruments:upload", args=[upload.pk])).content.decode()
    assert "tidak pernah selesai" in page
    assert "Unggah lagi" in page
    jobs.check_upload(upload_id=str(upload.pk))
    with asking(cast.adi):
        assert not InstrumentVersion.objects.filter(instrument__agency=cast.adi.agency).exists()

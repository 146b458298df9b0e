"""A form printed from data comes back once, to where its code belongs, and nothing is asked or typed twice (A100)."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Activity, Document, Sheet
from rangkul.journey.cases.queries.sheets import sheet_of

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def sheet(case, cast, asking):
    with asking(cast.ayu) as by:
        return actions.print_sheet(by=by, case=case, kind="contact")


def scanned(more: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile("IMG_2041.pdf", PDF + more, "application/pdf")


def said(**more) -> dict:
    words = {"result": "Bertemu di posyandu.", "channel": "place", "minutes": "40", "once": str(uuid4())}
    return words | {"file": scanned()} | more


def filing(sheet) -> str:
    return reverse("cases:sheet_filing", args=[sheet.code_words])


def test_a_sheet_is_printed_with_a_code_that_says_nothing_of_anybody(case, cast, signed_in, asking):
    ayu = signed_in(cast.ayu)
    given = {"kind": "contact", "once": str(uuid4())}
    gone = ayu.post(reverse("cases:sheet_print", args=[case.pk]), given)
    with asking(cast.ayu):
        row = Sheet.objects.get()
    assert gone.headers["Location"] == reverse("cases:sheet", args=[case.pk, row.pk])
    text = ayu.get(gone.headers["Location"]).content.decode()
    assert row.code_words in text
    assert "<svg" in text
    # What is known is printed or stands behind the code, and is not asked again; who it is about is not on paper.
    assert case.number in text
    assert cast.ayu.full_name in text
    assert "Wati" not in text
    for known in ("Nama klien", "NIK", "Alamat", "Nomor kasus"):
        assert known not in text


def test_the_page_comes_back_to_its_case_and_is_typed_once(case, cast, signed_in, asking, sheet):
    ayu = signed_in(cast.ayu)
    assert sheet.code_words in ayu.get(filing(sheet)).content.decode()
    assert ayu.post(filing(sheet), said()).status_code == 302
    with asking(cast.ayu):
        row = Sheet.objects.select_related("document__key").get()
        assert row.filed_by_id == cast.ayu.pk
        assert row.document.case_id == case.pk
        assert row.document.name == f"Lembar kontak {sheet.code_words}.pdf"
        assert [(one.channel, one.minutes) for one in Activity.objects.all()] == [("place", 40)]
        assert Event.objects.filter(name="sheet.filed", subject_id=case.pk).count() == 1
    assert "sudah dimasukkan" in ayu.get(filing(sheet)).content.decode()


def test_the_same_sheet_comes_back_once(cast, signed_in, asking, sheet):
    ayu = signed_in(cast.ayu)
    first = said()
    ayu.post(filing(sheet), first)
    ayu.post(filing(sheet), {**first, "file": scanned()})
    answer = ayu.post(filing(sheet), said(file=scanned(b"lagi")))
    assert answer.status_code == 422
    with asking(cast.ayu):
        assert (Activity.objects.count(), Document.objects.count()) == (1, 1)


def test_one_scan_is_not_filed_under_two_sheets(case, cast, signed_in, asking, sheet):
    with asking(cast.ayu) as by:
        other = actions.print_sheet(by=by, case=case, kind="contact")
    ayu = signed_in(cast.ayu)
    # Even where its name, which holds the code, would tell them apart.
    assert ayu.post(filing(sheet), said()).status_code == 302
    assert ayu.post(filing(other), said()).status_code == 422
    with asking(cast.ayu):
        assert Activity.objects.count() == 1


def test_what_was_typed_stays_when_something_is_missing(cast, signed_in, asking, sheet):
    answer = signed_in(cast.ayu).post(filing(sheet), said(minutes="", result="Panjang sekali."))
    assert answer.status_code == 422
    assert "Panjang sekali." in answer.content.decode()
    with asking(cast.ayu):
        assert not Document.objects.exists()


@pytest.mark.parametrize("typed", ["{code}", "{low}", " {spaced} "])
def test_a_code_is_found_however_it_is_typed(cast, signed_in, sheet, typed):
    words = {"code": sheet.code_words, "low": sheet.code.lower(), "spaced": sheet.code_words.replace("-", " ")}
    given = {"code": typed.format(**words), "once": str(uuid4())}
    gone = signed_in(cast.ayu).post(reverse("cases:sheet_find"), given)
    assert gone.headers["Location"] == filing(sheet)


def test_a_code_of_others_is_as_unknown_as_one_that_never_was(cast, signed_in, asking, sheet):
    budi = signed_in(cast.budi)
    answers = [
        budi.post(reverse("cases:sheet_find"), {"code": code, "once": str(uuid4())}).content.decode()
        for code in (sheet.code_words, "BCDF-GHJK")
    ]
    assert all("Kode ini tidak kami kenal" in text for text in answers)
    assert budi.get(filing(sheet)).status_code == 404
    assert budi.post(filing(sheet), said()).status_code == 404
    with asking(cast.budi):
        assert sheet_of(sheet.code) is None


@pytest.mark.parametrize("who", ["candra", "budi", "adi"])
def test_who_is_not_of_the_team_prints_nothing(case, cast, asking, who):
    with asking(getattr(cast, who)) as by, pytest.raises(PermissionDenied):
        actions.print_sheet(by=by, case=case, kind="contact")


def test_a_contract_is_printed_in_its_words_and_comes_back_beside_it(case, cast, signed_in, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused):
            actions.print_sheet(by=by, case=case, kind="contract")
        contract = actions.draft_contract(by=by, case=case)
        sheet = actions.print_sheet(by=by, case=case, kind="contract")
    ayu = signed_in(cast.ayu)
    text = ayu.get(reverse("cases:sheet", args=[case.pk, sheet.pk])).content.decode()
    assert contract.complaint_route.split(".")[0] in text
    gone = ayu.post(filing(sheet), {"file": scanned(), "once": str(uuid4())})
    assert gone.headers["Location"] == reverse("cases:contract", args=[case.pk])
    with asking(cast.ayu):
        assert not Activity.objects.exists()
        assert Document.objects.count() == 1


def test_an_ended_case_prints_and_files_nothing(case, cast, asking, sheet):
    with asking(cast.ayu) as by:
        case.state, case.closed_at = "closed", now()
        case.save(update_fields=["state", "closed_at"])
        with pytest.raises(Refused):
            actions.print_sheet(by=by, case=case, kind="contact")
        with pytest.raises(Refused):
            actions.file_sheet(by=by, sheet=sheet, file=scanned().file, size=len(PDF), contact={})


def test_reading_prints_nothing(case, cast, signed_in):
    assert signed_in(cast.ayu).get(reverse("cases:sheet_print", args=[case.pk])).status_code == 405
    text = signed_in(cast.ayu).get(reverse("cases:sheets", args=[case.pk])).content.decode()
    assert "Belum ada lembar yang dicetak" in text


def test_the_database_holds_a_filed_sheet_together_and_its_code_fast(cast, asking, sheet, refused_by_the_database):
    with asking(cast.ayu):
        with pytest.raises(IntegrityError, match="cases_sheet_filed_paired"), transaction.atomic():
            Sheet.objects.filter(pk=sheet.pk).update(filed_at=now())
        with refused_by_the_database():
            Sheet.objects.filter(pk=sheet.pk).update(code="BCDFGHJK")

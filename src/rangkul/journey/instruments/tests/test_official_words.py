"""The makers' words of the screener: brought once, as a form of the agency, and asked with on the crisis page."""

import io

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from rangkul.base.asking import PUBLIC, asking_as
from rangkul.entry.crisis import actions as crisis
from rangkul.entry.crisis import hooks
from rangkul.entry.crisis.models import Screening
from rangkul.entry.intake.actions import HandedIn
from rangkul.journey.instruments import actions
from rangkul.journey.instruments.models import Instrument, InstrumentVersion
from rangkul.journey.instruments.parcel import Parcel
from rangkul.journey.instruments.receiving import received
from rangkul.journey.instruments.scoring.fitting import EMPTY_SLOT
from rangkul.journey.instruments.scoring.shipped import shipped
from rangkul.journey.instruments.tests.books import check_all, zipped

EMPTY = shipped("cssrs_screen").form
OWN_WORDS = "Di bawah ini hanya hal yang ditanyakan"


def filled(words="Kalimat resmi", version="2026-11-26"):
    return EMPTY.replace(EMPTY_SLOT, words).replace("2026-11-26", version).encode()


@pytest.fixture
def bring(cast, asking):
    """A pack that Adi checked and published."""

    def keep(words="Kalimat resmi", version="2026-11-26"):
        with asking(cast.adi) as adi:
            ready = received(Parcel("cssrs.md", filled(words, version)), "Columbia, izin 2026")
            return actions.publish_version(by=adi, version=actions.keep_upload(by=adi, ready=ready))

    return keep


@pytest.fixture
def page(cast, signed_in):
    with asking_as(PUBLIC) as by:
        given = HandedIn(narrative="Dia menulis mau pamit", for_whom="other", via="report", region_code="32.73")
        request = crisis.report(by=by, given=given).request

    def show(who=cast.ayu):
        return signed_in(who).get(reverse("danger:person", args=[request.pk])).content.decode()

    show.request = request
    return show


def posted(page, signed_in, cast, **given):
    answers = {"tanya-wish": "yes", "tanya-thoughts": "no", "tanya-ever": "no", **given}
    return signed_in(cast.ayu).post(reverse("danger:screen", args=[page.request.pk]), answers)


def screenings(asking, cast):
    with asking(cast.ayu):
        return list(Screening.objects.order_by("made_at"))


def test_without_a_pack_the_page_says_what_is_asked_in_our_own_words(page, signed_in, cast, asking):
    assert OWN_WORDS in page()
    assert posted(page, signed_in, cast).status_code == 302
    (row,) = screenings(asking, cast)
    assert (row.wording, row.wording_name, row.wording_language) == (None, "", "")
    assert "kata-kata petugas sendiri" in page()


def test_the_words_of_a_published_pack_are_asked_and_kept_with_the_answer(page, bring, signed_in, cast, asking):
    version = bring("Kalimat A")
    said = page()
    assert "Kalimat A (keinginan mati)" in said
    assert "C-SSRS 2026-11-26" in said
    assert "Columbia, izin 2026" in said
    assert OWN_WORDS not in said
    sent = {"tanya-wording": str(version.pk), "tanya-language": "id"}
    assert posted(page, signed_in, cast, **sent).status_code == 302
    (row,) = screenings(asking, cast)
    assert (row.wording, row.wording_name, row.wording_language) == (version.pk, "C-SSRS 2026-11-26", "id")


def test_an_answer_keeps_the_version_that_was_read_aloud(page, bring, signed_in, cast, asking):
    """Also where a newer one was published between the page and the answer."""
    first, second = bring("Kalimat A"), bring("Kalimat B", "2027-01-01")
    posted(page, signed_in, cast, **{"tanya-wording": str(first.pk), "tanya-language": "en"})
    (row,) = screenings(asking, cast)
    assert (row.wording, row.wording_language) == (first.pk, "en")
    shown = page()
    assert "Kalimat A (wish to be dead)" in shown
    assert "Kalimat B (keinginan mati)" in shown
    assert row.wording != second.pk


def test_a_pack_that_is_not_published_or_switched_off_is_not_asked_with(page, bring, cast, asking):
    with asking(cast.adi) as adi:
        ready = received(Parcel("cssrs.md", filled("Kalimat draf")), "Columbia")
        actions.keep_upload(by=adi, ready=ready)
    assert OWN_WORDS in page()
    version = bring("Kalimat terbit")
    assert "Kalimat terbit" in page()
    with asking(cast.adi) as adi:
        actions.switch(by=adi, instrument=Instrument.objects.get(pk=version.instrument_id), on=False)
    assert OWN_WORDS in page()


@pytest.mark.parametrize("forged", ["", "x", "6b1cfd6c-2b84-4a5b-9e0a-3d8a1f7f1f00"])
def test_a_wording_that_the_agency_does_not_have_is_not_written_down(page, bring, signed_in, cast, asking, forged):
    bring()
    posted(page, signed_in, cast, **{"tanya-wording": forged, "tanya-language": "id"})
    assert [row.wording for row in screenings(asking, cast)] in ([None], [])


def test_another_agency_asks_in_its_own_words(bring, cast, asking):
    bring()
    with asking(cast.budi):
        assert hooks.words_in_use(cast.budi.agency_id) is None
        assert not InstrumentVersion.objects.filter(instrument__agency=cast.ayu.agency).exists()
    with asking(cast.ayu):
        assert hooks.words_in_use(cast.ayu.agency_id).words["recent"].startswith("6b. Kalimat resmi")


def test_only_the_admin_brings_a_pack(cast, asking):
    ready = received(Parcel("cssrs.md", filled()), "Columbia")
    with asking(cast.ayu) as ayu, pytest.raises(PermissionDenied):
        actions.keep_upload(by=ayu, ready=ready)


HOSTILE = {
    "half": EMPTY.replace(EMPTY_SLOT, "Kalimat", 5).encode(),
    "a question less": "\n".join(row for row in filled().decode().splitlines() if "cssrs_5" not in row).encode(),
    "other answers": filled().replace(b"| ya | Ya | Yes |", b"| mungkin | Mungkin | Maybe |"),
    "no workbook": b"MZ\x90\x00" * 100,
    "a bomb": zipped(*[(f"{n}.md", b"\0" * 9_000_000) for n in range(6)]),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_broken_pack_is_refused_in_words_and_the_one_in_use_stays(kind, page, bring, signed_in, cast, asking):
    bring("Kalimat lama")
    name = "cssrs.zip" if kind == "a bomb" else "cssrs.xlsx" if kind == "no workbook" else "cssrs.md"
    browser = signed_in(cast.adi)
    sent = {"files": [SimpleUploadedFile(name, HOSTILE[kind])], "licence": "Columbia"}
    answer = browser.post(reverse("instruments:forms"), sent)
    if answer.status_code == 302:
        upload = check_all(asking, cast.adi)
        assert upload.faults
        assert "Formulir ini belum bisa dipakai" in browser.get(answer.headers["Location"]).content.decode()
    else:
        assert answer.status_code == 422
    assert "Kalimat lama" in page()


def test_the_admin_finds_what_waits_and_an_empty_workbook(signed_in, cast, bring):
    browser, forms = signed_in(cast.adi), reverse("instruments:forms")
    assert "Belum dimuat." in browser.get(forms).content.decode()
    answer = browser.get(reverse("instruments:empty_place", args=["cssrs_screen"]))
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert [sheet.title for sheet in book] == ["survey", "choices", "settings"]
    assert [row[1].value for row in book["survey"].iter_rows()][3:5] == ["cssrs_1", "cssrs_2"]
    bring()
    assert "Dipakai: versi 2026-11-26, dimuat Adi" in browser.get(forms).content.decode()


def test_the_empty_workbook_filled_in_stands_the_check(signed_in, cast):
    answer = signed_in(cast.adi).get(reverse("instruments:empty_place", args=["cssrs_screen"]))
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    for row in book["survey"].iter_rows():
        for cell in row:
            cell.value = cell.value.replace(EMPTY_SLOT, "Kalimat") if isinstance(cell.value, str) else cell.value
    out = io.BytesIO()
    book.save(out)
    ready = received(Parcel("cssrs.xlsx", out.getvalue()), "Columbia")
    assert ready.form.key == "cssrs_screen"


@pytest.mark.parametrize(("who", "key", "status"), [("ayu", "cssrs_screen", 403), ("adi", "phq9", 404)])
def test_others_and_other_instruments_have_no_empty_workbook(signed_in, cast, who, key, status):
    assert signed_in(getattr(cast, who)).get(reverse("instruments:empty_place", args=[key])).status_code == status

"""An agency's admin keeps its forms: checked, looked at, published once, never changed; a pack is read first."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.journey.instruments import actions, queries, reading
from rangkul.journey.instruments.models import Administration, Instrument, InstrumentVersion, PackChoice
from rangkul.journey.instruments.parcel import Parcel
from rangkul.journey.instruments.receiving import received
from rangkul.journey.instruments.scoring.fitting import EMPTY_SLOT
from rangkul.journey.instruments.scoring.shipped import shipped
from rangkul.journey.instruments.tests.books import HOME, check_all, workbook


@pytest.fixture
def upload(signed_in, cast, asking):
    """Hands files in as Adi, the admin, has them checked, and gives the page that says what became of them."""

    def send(data, name="kabar.xlsx", licence="Disusun lembaga sendiri"):
        browser = signed_in(cast.adi)
        answer = browser.post(
            reverse("instruments:forms"), {"files": [SimpleUploadedFile(name, data)], "licence": licence}
        )
        if answer.status_code != 302:
            return answer
        check_all(asking, cast.adi)
        return browser.get(answer.headers["Location"])

    return send


@pytest.fixture
def uploaded(cast, asking):
    """A version that was uploaded and not yet published."""

    def keep(**given):
        with asking(cast.adi):
            ready = received(Parcel("kabar.xlsx", workbook(HOME, **given)), "Sendiri")
            return actions.keep_upload(by=cast.adi.asker(), ready=ready)

    return keep


def versions(cast, asking):
    with asking(cast.adi):
        return list(InstrumentVersion.objects.filter(instrument__agency=cast.adi.agency))


def test_a_sound_form_is_looked_at_before_it_is_published(upload, signed_in, cast, asking):
    page = upload(workbook(HOME)).content.decode()
    (version,) = versions(cast, asking)
    preview = reverse("instruments:preview", args=[version.pk])
    assert "Lolos pemeriksaan" in page
    assert preview in page
    assert version.published_at is None
    page = signed_in(cast.adi).get(preview).content.decode()
    assert "Bagaimana kabar Anda?" in page
    assert "Terbitkan versi" in page


def test_what_must_be_mended_stands_with_sheet_row_and_column(upload, cast, asking):
    rows = [["type", "name", "label"], ["select_one tidak_ada", "pilih", "Pilih"]]
    choices = [["list_name", "name", "label"], ["ya_tidak", "1", "Ya"]]
    page = upload(workbook(("survey", rows), ("choices", choices))).content.decode()
    assert '<td data-label="Lembar">survey</td>' in page
    assert '<td class="number" data-label="Baris">2</td>' in page
    assert versions(cast, asking) == []


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"MZ\x90\x00" * 100, "formulir.xlsx"),
        (b"PK\x03\x04" + b"\x00" * 200, "formulir.xlsx"),
        (b"=cmd|' /C calc'!A0", "formulir.csv"),
        (workbook(HOME), "formulir.xlsm"),
        (b"", "kosong.xlsx"),
    ],
)
def test_hostile_files_leave_nothing(upload, cast, asking, data, name):
    answer = upload(data, name)
    assert answer.status_code == 422 or "belum bisa dipakai" in answer.content.decode()
    assert versions(cast, asking) == []
    with asking(cast.adi):
        assert not Instrument.objects.filter(agency=cast.adi.agency).exists()


def test_without_a_word_on_its_licence_it_is_not_taken(upload, cast, asking):
    assert upload(workbook(HOME), licence=" ").status_code == 422
    assert versions(cast, asking) == []


def test_the_name_of_a_house_instrument_is_taken(upload):
    assert "instrumen bawaan" in upload(workbook(HOME, key="phq9")).content.decode()


def test_published_it_can_be_chosen_by_the_agency_alone(uploaded, cast, asking):
    version = uploaded()
    with asking(cast.adi):
        actions.publish_version(by=cast.adi.asker(), version=version)
    with asking(cast.ayu) as ayu:
        assert "kabar_contoh" in {choice.instrument.key for choice in queries.choices(ayu)}
    with asking(cast.budi) as budi:
        assert "kabar_contoh" not in {choice.instrument.key for choice in queries.choices(budi)}
        assert not InstrumentVersion.objects.filter(pk=version.pk).exists()


def test_publishing_twice_is_told_once(uploaded, cast, asking):
    version = uploaded()
    with asking(cast.adi):
        for _ in range(2):
            actions.publish_version(by=cast.adi.asker(), version=version)
        assert Event.objects.filter(name="form.published", subject_id=version.instrument_id).count() == 1


def test_a_published_version_never_changes(uploaded, cast, asking):
    version = uploaded()
    with asking(cast.adi):
        actions.publish_version(by=cast.adi.asker(), version=version)
        for statement in (
            "UPDATE instruments_instrumentversion SET published_at = now() WHERE id = %s",
            "DELETE FROM instruments_instrumentversion WHERE id = %s",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [version.pk])


def test_the_same_number_is_published_once(uploaded, upload, cast, asking):
    version = uploaded()
    with asking(cast.adi):
        actions.publish_version(by=cast.adi.asker(), version=version)
    assert "sudah terbit" in upload(workbook(HOME)).content.decode()


def test_what_was_never_published_is_taken_back(uploaded, signed_in, cast, asking):
    version = uploaded()
    signed_in(cast.adi).post(reverse("instruments:discard", args=[version.pk]))
    assert versions(cast, asking) == []


@pytest.mark.parametrize("who", ["ayu", "sari", "rini", "putri"])
def test_only_the_admin_keeps_forms(signed_in, cast, who):
    browser = signed_in(getattr(cast, who))
    assert browser.get(reverse("instruments:forms")).status_code == 403
    assert browser.post(reverse("instruments:pack"), {"on": "1", "read": "1"}).status_code == 403


def test_another_agencys_admin_finds_no_such_version(uploaded, cast, asking):
    version = uploaded()
    with asking(cast.hana):
        assert not InstrumentVersion.objects.filter(pk=version.pk).exists()


def test_a_worker_does_not_publish(uploaded, cast, asking):
    version = uploaded()
    with asking(cast.ayu), pytest.raises(PermissionDenied):
        actions.publish_version(by=cast.ayu.asker(), version=version)


def test_the_pack_is_off_until_its_notice_was_read(signed_in, cast, asking):
    browser, url = signed_in(cast.adi), reverse("instruments:pack")
    browser.post(url, {"on": "1"})
    with asking(cast.ayu) as ayu:
        assert "who5" not in {choice.instrument.key for choice in queries.choices(ayu)}
    browser.post(url, {"on": "1", "read": "1"})
    browser.post(url, {"on": "1", "read": "1"})
    with asking(cast.ayu) as ayu:
        assert "who5" in {choice.instrument.key for choice in queries.choices(ayu)}
    with asking(cast.budi) as budi:
        assert "who5" not in {choice.instrument.key for choice in queries.choices(budi)}
    with asking(cast.adi):
        assert PackChoice.objects.count() == 1
        assert Event.objects.filter(name="pack.chosen", subject_id=cast.adi.agency_id).count() == 1
    browser.post(url, {"on": "0"})
    with asking(cast.ayu) as ayu:
        assert "who5" not in {choice.instrument.key for choice in queries.choices(ayu)}


def test_an_own_form_is_answered_without_a_score(uploaded, cast, asking, case):
    version = uploaded()
    with asking(cast.adi):
        actions.publish_version(by=cast.adi.asker(), version=version)
    with asking(cast.ayu):
        held = queries.newest_version(Instrument.objects.get(key="kabar_contoh"))
        answer = reading.form_of(held).answer_from({"kabar": "Lebih baik dari kemarin"})
        given = actions.Given(answer=answer, person=case.person)
        actions.record(by=cast.ayu.asker(), case=case, version=held, given=given)
        assert Administration.objects.count() == 1
        assert queries.results(case)[0].scored is None


def test_forms_are_asked_for_by_get_and_kept_by_post(signed_in, cast, uploaded):
    version = uploaded()
    for name in ("publish", "discard"):
        assert signed_in(cast.adi).get(reverse(f"instruments:{name}", args=[version.pk])).status_code == 405


def test_official_words_fill_a_place_that_waits_for_them(cast, asking, upload):
    """The C-SSRS comes without words, which are its holders' to give; its rules are ours."""
    empty = shipped("cssrs_screen").form
    assert "teks resmi" in upload(empty.encode(), "cssrs.md").content.decode().lower()
    assert not versions(cast, asking)
    upload(empty.replace(EMPTY_SLOT, "Kalimat resmi").encode(), "cssrs.md", "Izin pemegang hak, 2026")
    kept = versions(cast, asking)
    assert [one.rules["key"] for one in kept] == ["cssrs_screen"]


def test_nobody_replaces_an_instrument_that_has_its_words(cast, asking, upload):
    upload(shipped("phq9").form.encode(), "phq9.md")
    assert not versions(cast, asking)

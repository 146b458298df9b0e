"""Pages of PIE, institutions and the service: they write once, keep what was typed, and are closed to others."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.assessment import actions
from rangkul.journey.assessment.models import Institution, PieCoding, PieFinding
from rangkul.journey.cases.models import Case


def address(name, case, *more):
    return reverse(f"assessment:{name}", args=[case.pk, *more])


ROLE = {"role": "parent", "trouble": "responsibility", "severity": "4", "duration": "2", "coping": "3"}
PLACE = {"place": "education:school_cost", "severity": "3", "duration": "4"}
FOUND = {
    "factor": "3",
    "finding": "Depresi sedang",
    "found_by": "dr. Rina",
    "profession": "psychiatrist",
    "via": "told_by_client",
    "found_on": today().isoformat(),
}


@pytest.mark.parametrize("what", ["peran", "lingkungan", "temuan"])
def test_each_form_opens_with_the_meaning_of_its_words(case, cast, signed_in, what):
    page = signed_in(cast.ayu).get(address("pie", case) + f"?isi={what}").content.decode()
    assert "Arti setiap pilihan" in page
    assert "TIDAK ADA:" not in page


@pytest.mark.parametrize(
    ("what", "words", "model"),
    [("peran", ROLE, PieCoding), ("lingkungan", PLACE, PieCoding), ("temuan", FOUND, PieFinding)],
)
def test_what_was_typed_twice_is_written_once(case, cast, asking, signed_in, what, words, model):
    browser, once = signed_in(cast.ayu), str(uuid4())
    for _ in range(2):
        assert browser.post(address("write_pie", case, what), words | {"once": once}).status_code == 302
    with asking(cast.ayu):
        assert model.objects.count() == 1
    page = browser.get(address("pie", case)).content.decode()
    assert "Dalam satu kalimat" in page


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("peran", ROLE | {"severity": "", "because": "Mengurus sendiri"}),
        ("lingkungan", PLACE | {"place": "education:discrimination", "because": "Mengurus sendiri"}),
        ("temuan", FOUND | {"found_by": "Ayu", "finding": "Mengurus sendiri"}),
        ("temuan", FOUND | {"profession": "peksos", "finding": "Mengurus sendiri"}),
    ],
)
def test_what_does_not_fit_comes_back_with_its_words(case, cast, asking, signed_in, what, words):
    answer = signed_in(cast.ayu).post(address("write_pie", case, what), words)
    assert answer.status_code == 422
    assert "Mengurus sendiri" in answer.content.decode()
    with asking(cast.ayu):
        assert not PieCoding.objects.exists()
        assert not PieFinding.objects.exists()


def test_the_form_offers_no_way_to_find_illness_oneself(case, cast, signed_in):
    page = signed_in(cast.ayu).get(address("pie", case) + "?isi=temuan").content.decode()
    form = page.partition('id="isi"')[2].partition("</form>")[0]
    assert "Psikolog klinis" in form
    assert "ekerja sosial" not in form


def test_a_coding_is_corrected_and_carried_on(case, cast, asking, signed_in, fill):
    browser = signed_in(cast.ayu)
    browser.post(address("write_pie", case, "peran"), ROLE)
    with asking(cast.ayu):
        row = PieCoding.objects.get()
    place = address("correct_pie", case, row.pk)
    assert "tanggung jawab" in browser.get(place).content.decode()
    assert browser.post(place, {"severity": "2", "duration": "2", "coping": "2"}).status_code == 422
    changed = {"severity": "2", "duration": "2", "coping": "2", "reason": "Salah baca"}
    assert browser.post(place, changed).status_code == 302
    fill()
    with asking(cast.ayu):
        actions.sign_round(by=cast.ayu.asker(), case=case)
        actions.begin_reassessment(by=cast.ayu.asker(), case=case, why="Pindah")
        kept = PieCoding.objects.get(corrects=row)
    page = browser.get(address("pie", case)).content.decode()
    assert "Belum dilihat lagi" in page
    assert browser.post(address("carry_pie", case), {"codings": [str(row.pk)]}).status_code == 422
    assert browser.post(address("carry_pie", case), {"codings": [str(kept.pk)]}).status_code == 302
    page = browser.get(address("pie", case)).content.decode()
    assert "dilanjutkan dari asesmen sebelumnya" in page
    assert "Tetap" in page


def test_a_finding_is_corrected_on_its_page(case, cast, signed_in, asking):
    browser = signed_in(cast.ayu)
    browser.post(address("write_pie", case, "temuan"), FOUND)
    with asking(cast.ayu):
        row = PieFinding.objects.get()
    place = address("correct_finding", case, row.pk)
    assert "dr. Rina" in browser.get(place).content.decode()
    assert browser.post(place, FOUND | {"finding": "Cemas", "reason": "Salah baca"}).status_code == 302
    assert "Cemas" in browser.get(address("pie", case)).content.decode()


INSTITUTION = {
    "kind": "work",
    "effect": "blocks",
    "blocks": "Upah ditahan",
    "source": "client",
    "source_date": today().isoformat(),
}


def test_an_institution_is_noted_once_and_corrected(case, cast, asking, signed_in):
    browser, once = signed_in(cast.ayu), str(uuid4())
    for _ in range(2):
        assert browser.post(address("institutions", case), INSTITUTION | {"once": once}).status_code == 302
    with asking(cast.ayu):
        row = Institution.objects.get()
    assert "Upah ditahan" in browser.get(address("institutions", case)).content.decode()
    bad = browser.post(address("institutions", case), INSTITUTION | {"effect": "helps", "blocks": "Tetap tertulis"})
    assert bad.status_code == 422
    assert "Tetap tertulis" in bad.content.decode()
    place = address("correct_institution", case, row.pk)
    assert "Upah ditahan" in browser.get(place).content.decode()
    assert (
        browser.post(place, INSTITUTION | {"blocks": "Upah dicicil", "reason": "Sudah dibayar sebagian"}).status_code
        == 302
    )
    assert "Upah dicicil" in browser.get(address("institutions", case)).content.decode()


def test_the_service_is_chosen_changed_and_kept(case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    for function in ("rehabilitation", "rehabilitation", "protection"):
        assert browser.post(address("service", case), {"function": function}).status_code == 302
    assert browser.post(address("service", case), {"function": "magic"}).status_code == 422
    with asking(cast.ayu):
        assert Case.objects.get(pk=case.pk).service_function == "protection"
        events = Event.objects.filter(name="case.service_chosen").order_by("at")
        assert [event.payload["after"] for event in events] == ["rehabilitation", "protection"]
    assert "Pelindungan sosial" in browser.get(address("workspace", case)).content.decode()
    assert "Jenis pelayanan: Pelindungan sosial" in browser.get(reverse("cases:case", args=[case.pk])).content.decode()


@pytest.mark.parametrize(("name", "more"), [("write_pie", ["peran"]), ("carry_pie", []), ("service", [])])
def test_writing_addresses_refuse_get_and_strangers(case, cast, signed_in, name, more):
    assert signed_in(cast.ayu).get(address(name, case, *more)).status_code == 405
    assert signed_in(cast.budi).post(address(name, case, *more), {}).status_code == 404
    assert signed_in(cast.sari).post(address("write_pie", case, "peran"), ROLE).status_code == 403


def test_another_word_in_the_address_is_not_found(case, cast, signed_in):
    assert signed_in(cast.ayu).post(address("write_pie", case, "diagnosis"), ROLE).status_code == 404


def test_the_timeline_tells_what_was_coded(case, cast, signed_in):
    browser = signed_in(cast.ayu)
    browser.post(address("write_pie", case, "peran"), ROLE)
    browser.post(address("write_pie", case, "temuan"), FOUND)
    browser.post(address("institutions", case), INSTITUTION)
    page = browser.get(reverse("cases:case", args=[case.pk])).content.decode()
    assert "sebagai orang tua: tanggung jawab" in page
    assert "dr. Rina" in page
    assert "Lembaga di sekitar klien: Tempat kerja" in page


@pytest.mark.parametrize(("name", "most"), [("pie", 24), ("institutions", 22)])
def test_a_page_keeps_its_query_budget(case, cast, signed_in, name, most):
    browser = signed_in(cast.ayu)
    counts = []
    for trouble, kind in (("loss", "school"), ("power", "work"), ("isolation", "faith")):
        browser.post(address("write_pie", case, "peran"), ROLE | {"trouble": trouble})
        browser.post(address("institutions", case), INSTITUTION | {"kind": kind})
        with CaptureQueriesContext(connection) as asked:
            browser.get(address(name, case))
        counts.append(len(asked))
    assert counts[1] == counts[2]
    assert counts[2] <= most, counts

"""A worker's way from the chances to the answer, and the public list; each page closed to who has no business there."""

import pytest
from django.urls import reverse
from tests.support.pdf_words import says, words_of

from rangkul.journey.reports.models import Paper
from rangkul.support.entitlements import actions, queries
from rangkul.support.entitlements.models import Application
from rangkul.support.entitlements.programmes import programmes
from rangkul.support.entitlements.tests.conftest import TODAY, fresh


def of_case(case) -> str:
    return reverse("entitlements:of_case", args=[case.pk])


def one(row) -> str:
    return reverse("entitlements:application", args=[row.case_id, row.pk])


def step(row, word: str) -> str:
    return reverse("entitlements:step", args=[row.case_id, row.pk, word])


def test_from_a_chance_to_an_answer(signed_in, cast, case, at_home, asking):
    browser = signed_in(cast.ayu)
    assert "Belum pasti karena" in browser.get(of_case(case)).content.decode()
    browser.post(of_case(case), {"name": "dtsen", "answer": "yes", "way": "register", "on": TODAY})
    begun = browser.post(reverse("entitlements:consider", args=[case.pk]), {"programme": "sembako"})
    with asking(cast.ayu):
        row = Application.objects.get()
    assert begun.headers["Location"] == one(row)
    browser.post(step(row, "beri-tahu"), {"on": TODAY, "words": "Mau"})
    assert browser.post(step(row, "ajukan"), {"on": TODAY}).status_code == 422
    browser.post(step(row, "ajukan"), {"on": TODAY, "place": "Kelurahan"})
    browser.post(step(row, "belum-dikabulkan"), {"on": TODAY, "reason": "Belum masuk daftar"})
    words = browser.get(one(row)).content.decode()
    for shown in (
        "Putuskan sebelum batasnya lewat",
        "UU 30/2014 Pasal 77",
        "Belum masuk daftar",
        "Penanggung jawab: Ayu",
    ):
        assert shown in words
    assert "Tidak mengajukan keberatan" not in words


def test_a_step_twice_is_one_step(signed_in, cast, begun, asking):
    browser = signed_in(cast.ayu)
    key = browser.get(one(begun)).content.decode().split('name="once" value="')[1].split('"')[0]
    words = {"once": key, "on": TODAY, "words": "Mau"}
    assert [browser.post(step(begun, "beri-tahu"), words).status_code for _ in range(2)] == [302, 302]
    with asking(cast.ayu):
        assert fresh(begun).steps.filter(verb="tell").count() == 1


def test_a_step_that_is_not_due_is_refused_in_words(signed_in, cast, begun):
    answer = signed_in(cast.ayu).post(step(begun, "dikabulkan"), {"on": TODAY})
    assert answer.status_code == 422
    assert "dari keadaan sekarang" in answer.content.decode()


@pytest.mark.parametrize("who", ["budi", "candra", "dimas", "adi"])
def test_others_find_nothing(signed_in, cast, begun, who):
    browser = signed_in(getattr(cast, who))
    assert browser.get(of_case(begun.case)).status_code == 404
    assert browser.get(one(begun)).status_code == 404
    assert browser.post(step(begun, "beri-tahu"), {"on": TODAY, "words": "x"}).status_code == 404


def test_verbs_are_no_gets(signed_in, cast, begun):
    browser = signed_in(cast.ayu)
    assert browser.get(step(begun, "beri-tahu")).status_code == 405
    assert browser.get(reverse("entitlements:consider", args=[begun.case_id])).status_code == 405
    assert browser.post(step(begun, "apa-saja"), {}).status_code == 404


def test_the_supervisor_closes_a_refusal(signed_in, cast, refused, asking):
    browser = signed_in(cast.sari)
    assert "Tidak mengajukan keberatan" in browser.get(one(refused)).content.decode()
    browser.post(step(refused, "relakan"), {"because": "Klien memilih yang lain."})
    with asking(cast.sari):
        assert fresh(refused).state == "let_go"


def test_a_letter_is_drafted_for_the_application_it_was_begun_for(signed_in, cast, case, refused, asking):
    browser = signed_in(cast.ayu)
    with asking(cast.ayu) as by:
        other = actions.consider(by=by, case=case, programme="rumah")
        actions.tell(by=by, application=other, on=TODAY, words="Mau")
        actions.apply(by=by, application=fresh(other), on=TODAY, place="Balai desa")
        actions.refuse(by=by, application=fresh(other), on=TODAY, reason="Tanahnya belum bersertifikat")
    answer = browser.post(reverse("entitlements:letter", args=[case.pk, refused.pk, "entitled_object"]), {})
    words = browser.get(answer.headers["Location"]).content.decode()
    assert "Kuota penuh" in words
    assert "bersertifikat" not in words
    second = browser.post(reverse("entitlements:letter", args=[case.pk, other.pk, "entitled_object"]), {})
    assert second.status_code == 422
    with asking(cast.ayu):
        assert Paper.objects.filter(case=case).count() == 1
    wrong = browser.post(reverse("entitlements:letter", args=[case.pk, refused.pk, "entitled_ask"]), {})
    assert wrong.status_code == 404


def _letter(browser, row, code: str) -> tuple[str, str]:
    """The draft's page, and the words of its PDF."""
    answer = browser.post(reverse("entitlements:letter", args=[row.case_id, row.pk, code]), {})
    assert answer.status_code == 302
    drafted = answer.headers["Location"]
    paper = browser.get(f"{drafted}berkas/pdf/")
    assert paper["Content-Type"] == "application/pdf"
    return browser.get(drafted).content.decode(), words_of(paper.content)


def test_a_letter_goes_along_to_the_office_with_no_more_than_it_needs(signed_in, cast, applied):
    page, paper = _letter(signed_in(cast.ayu), applied, "entitled_intro")
    assert "Apa yang diharapkan dari kantor ini?" in page
    for words in ("Surat pengantar", "Wati", "Program Keluarga Harapan", "di Dinas sosial, nomor 12/CONTOH"):
        assert says(paper, words), words
    # Why they came is between them and their worker.
    assert not says(paper, "Uang sekolah menunggak")


def test_a_letter_asks_for_what_was_talked_over_and_names_what_lies_with_it(signed_in, cast, case, begun, asking):
    browser = signed_in(cast.ayu)
    too_early = browser.post(reverse("entitlements:letter", args=[case.pk, begun.pk, "entitled_ask"]), {})
    assert too_early.status_code == 404
    with asking(cast.ayu) as by:
        actions.tell(by=by, application=begun, on=TODAY, words="Mau, asal ditemani.")
    page, paper = _letter(browser, begun, "entitled_ask")
    assert "Mengapa bantuan ini diperlukan?" in page
    for words in ("Surat permohonan", "Program Keluarga Harapan", "Yang dilampirkan"):
        assert says(paper, words), words
    papers = [str(one) for one in programmes()["pkh"].paper_labels]
    assert papers
    assert [one for one in papers if not says(paper, one)] == []
    assert not says(paper, "Mau, asal ditemani")


def test_the_desk_shows_what_runs_and_the_list(signed_in, cast, refused, asking, django_assert_max_num_queries):
    for who in (cast.ayu, cast.sari):
        browser = signed_in(who)
        with django_assert_max_num_queries(14):
            words = browser.get(reverse("entitlements:board")).content.decode()
        assert "batas keberatan" in words
        assert words.count("belum dipastikan") > 5
    assert signed_in(cast.adi).get(reverse("entitlements:board")).status_code == 403
    assert "Wati" not in signed_in(cast.dimas).get(reverse("entitlements:board")).content.decode()


def test_anybody_reads_what_there_is(visitor):
    listed = visitor.get(reverse("benefits:listed")).content.decode()
    for one_ in programmes().values():
        assert one_.name.split(" (")[0] in listed
    shown = visitor.get(reverse("benefits:shown", args=["pkh"])).content.decode()
    assert "Cara mengajukan" in shown
    assert visitor.get(reverse("benefits:shown", args=["tidak-ada"])).status_code == 404


def test_of_several_conditions_of_which_one_is_enough_each_has_its_line(visitor):
    page = visitor.get("/hak-bantuan/pkh/").content.decode()
    assert page.count("Salah satu dari ini:") == 1
    assert "<li>ada anak sekolah berumur 6–21 tahun</li>" in page


def test_the_list_speaks_english_too(visitor):
    words = visitor.get(reverse("benefits:listed"), headers={"accept-language": "en"}).content.decode()
    assert programmes()["pkh"].words[0][1][:40] in words or "Money in instalments" in words


def test_a_page_of_chances_asks_the_database_a_few_times(
    signed_in, cast, case, at_home, refused, django_assert_max_num_queries
):
    browser = signed_in(cast.ayu)
    with django_assert_max_num_queries(34):
        browser.get(of_case(case))


def test_the_rows_are_of_the_asker(cast, refused, asking):
    with asking(cast.ayu) as by:
        assert [row.pk for row in queries.on_desk(by)] == [refused.pk]
    with asking(cast.budi) as by:
        assert queries.on_desk(by) == []

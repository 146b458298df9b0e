"""A letter on paper says what was chosen for its receiver, and nothing else of the file."""

from rangkul.journey.reports import actions as reports
from rangkul.journey.reports.models import Paper, Passage
from rangkul.support.referral.tests.conftest import ASKED


def words_of(paper: Paper) -> str:
    return "\n".join(one.part.words for one in Passage.objects.filter(paper=paper).select_related("key"))


def written(by, case, addressee: str) -> str:
    paper = reports.start_paper(by=by, case=case, kind="referral", reader="agency", addressee=addressee)
    return words_of(Paper.objects.select_related("key").get(pk=paper.pk))


def test_it_holds_what_was_chosen(cast, case, sent, asking):
    with asking(cast.ayu) as by:
        said = written(by, case, sent.receiver)
    assert "Nama panggilan: Wati" in said
    assert ASKED in said
    assert "Data ini dikirim dengan dasar: Klien setuju." in said
    assert "Wati Contoh" not in said
    assert "Suami sering memukul" not in said


def test_for_somebody_else_it_comes_from_the_record(cast, case, sent, asking):
    with asking(cast.ayu) as by:
        said = written(by, case, "Lembaga Lain")
    assert ASKED not in said
    assert "Nama: Wati Contoh" in said


def test_the_page_of_a_referral_leads_to_its_letter(cast, sent, signed_in):
    ayu = signed_in(cast.ayu)
    page = ayu.get(f"/kerja/rujukan/kasus/{sent.case_id}/{sent.pk}/").text
    assert "jenis=referral&amp;kepada=Rumah%20Aman%20Contoh" in page
    papers = ayu.get(f"/kerja/dokumen/{sent.case_id}/?jenis=referral&kepada=Rumah%20Aman%20Contoh").text
    assert 'value="Rumah Aman Contoh"' in papers

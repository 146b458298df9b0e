"""A person's copy of their data holds what they were asked and what was counted; erasing takes the words for good."""

import pytest

from rangkul.base.clock import now
from rangkul.base.days import today
from rangkul.commons.people.actions import register
from rangkul.commons.trust.erasure import erase
from rangkul.commons.trust.hooks import Whose
from rangkul.journey.cases.actions import add_person
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import queries, reading
from rangkul.journey.instruments.actions import judge, keep_draft, mark_wrong
from rangkul.journey.instruments.copying import copy_of_answers
from rangkul.journey.instruments.models import Administration, AnswerDraft, Judgement

MILD = (1, 1, 1, 1, 1, 0, 0, 0, 0)


def copied(*people):
    return list(copy_of_answers(Whose(tuple(person.pk for person in people))))


def test_the_copy_says_what_was_asked_and_answered_in_words(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(*MILD)
        (section,) = copied(case.person)
    assert section.title.startswith("PHQ-9")
    assert f"{today():%d-%m-%Y}" in section.title
    rows = dict(section.rows)
    assert rows["Catatan"] == "Alat skrining, bukan diagnosis."
    assert rows["Hasil"] == "Tanda ringan"
    assert rows["1. Kurang berminat atau kurang senang melakukan berbagai hal"] == "Beberapa hari"


def test_it_says_in_whose_words_it_was_answered(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(*MILD, answered_by="caregiver", answered_by_words="Nenek")
        (section,) = copied(case.person)
    assert dict(section.rows)["Dijawab oleh"] == "Orang tua, wali, atau pengasuh (Nenek)"


def test_a_question_without_an_answer_is_left_out(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(*MILD[:5])
        (section,) = copied(case.person)
    assert not any(label.startswith("9.") for label, _said in section.rows)


def test_what_was_marked_wrong_and_what_the_team_thinks_stay_out(cast, asking, case, fill):
    with asking(cast.ayu) as ayu:
        mark_wrong(by=ayu, administration=fill(*MILD), reason="Tertukar")
        judge(by=ayu, administration=fill(*MILD), words="Ia menyembunyikan yang berat.")
        (section,) = copied(case.person)
    assert "menyembunyikan" not in str(section)


def test_nobody_else_of_the_case_is_in_it(cast, asking, case, fill):
    with asking(cast.ayu) as ayu:
        sister = register(by=ayu, full_name="Sri Contoh")
        add_person(by=ayu, case=case, person=sister)
        fill(*MILD, person=sister)
        assert copied(case.person) == []
        assert len(copied(sister)) == 1


def test_who_does_not_see_the_case_copies_nothing(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(*MILD)
    with asking(cast.budi):
        assert copied(case.person) == []


@pytest.fixture
def erased(cast, asking, case, fill, phq9):
    with asking(cast.ayu) as ayu:
        row = fill(*MILD, answered_by="other", answered_by_words="Guru kelas")
        judge(by=ayu, administration=row, words="Tampak lelah.")
        keep_draft(by=ayu, case=case, version=phq9, answer="<setengah/>")
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=now())
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=case.person_id, reason="Permintaan tertulis dari orangnya.")
    return row


def test_after_erasing_no_answer_score_or_judgement_can_be_read(cast, asking, erased):
    with asking(cast.ayu):
        row = Administration.objects.select_related("key").get(pk=erased.pk)
        written = [row.answer, row.scored, row.answered_by_words]
        written.append(Judgement.objects.select_related("key").get().words)
        written.append(AnswerDraft.objects.select_related("key").get().answer)
        assert all(text.startswith("(dihapus") for text in written), written
        assert reading.score_of(row) is None
        assert reading.answer_of(row) is None


def test_after_erasing_the_copy_holds_no_answer(cast, asking, case, erased):
    with asking(cast.ayu):
        said = str(copied(case.person))
    assert "Beberapa hari" not in said
    assert "Tanda ringan" not in said
    assert "Guru kelas" not in said


def test_after_erasing_the_pages_stay_calm(cast, asking, case, erased, signed_in):
    with asking(cast.ayu):
        assert [one.scored for one in queries.of_case(case)] == [None]
    for path in (f"/kerja/instrumen/kasus/{case.pk}/", f"/kerja/instrumen/kasus/{case.pk}/hasil/{erased.pk}/"):
        page = signed_in(cast.ayu).get(path)
        assert page.status_code == 200
        assert "Beberapa hari" not in page.content.decode()

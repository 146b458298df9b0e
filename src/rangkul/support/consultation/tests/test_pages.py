"""Asked from a case, read once more, sent, answered, thanked for, kept; each page closed to the wrong person."""

import pytest
from django.urls import reverse

from rangkul.support.consultation import actions
from rangkul.support.consultation.models import Article, Question
from rangkul.support.consultation.tests.conftest import SOON, WORDS, WRITTEN

ASKED = {"topic": "child", "audience": "forum", "title": "Wati ragu", "text": "Wati dan anaknya?", "answer_by": SOON}


def one(row, name: str = "question", *more) -> str:
    return reverse(f"consultation:{name}", args=[row.pk, *more])


def test_from_a_case_to_the_library(signed_in, cast, case, asking):
    ayu, budi, sari = (signed_in(who) for who in (cast.ayu, cast.budi, cast.sari))
    draft = ayu.post(reverse("consultation:of_case", args=[case.pk]), {**ASKED, "facts": ["Klien"]}).headers["Location"]
    words = ayu.get(draft).content.decode()
    assert "Begini orang lain membacanya" in words
    assert "[nama] ragu" in words
    assert budi.get(draft).status_code == 404
    assert ayu.post(f"{draft}kirim/", {}).status_code == 422
    assert ayu.post(f"{draft}kirim/", {"read": "on"}).status_code == 302
    seen = budi.get(draft).content.decode()
    assert "[nama] ragu" in seen
    assert str(case.pk) not in seen
    assert "Wati" not in seen
    budi.post(f"{draft}jawab/", {"text": "Mulai dari surat."})
    with asking(cast.ayu):
        answer = Question.objects.get().answers.get()
    assert "ini menolong" not in ayu.get(draft).content.decode()
    ayu.post(f"{draft}menolong/{answer.pk}/", {})
    assert "ini menolong" in budi.get(draft).content.decode()
    write = reverse("consultation:propose", args=[answer.pk])
    assert "Mulai dari surat." in ayu.get(write).content.decode()
    told = {"title": "Memulai", "topic": "child", "body": "skill", "text": "Dari surat.", "source": "Tim, 2026"}
    article = ayu.post(write, told).headers["Location"]
    assert "Sebagai penyunting" not in ayu.get(article).content.decode()
    assert "Sebagai penyunting" in sari.get(article).content.decode()
    assert budi.get(article).status_code == 404
    sari.post(f"{article}publish/", {"review_on": SOON})
    assert "Dari surat." in budi.get(article).content.decode()
    found = budi.get(reverse("consultation:library"), {"q": "memulay"}).content.decode()
    assert "Memulai" in found


def test_what_still_leads_back_is_shown_before_sending(signed_in, cast, case, draft, asking):
    browser = signed_in(cast.ayu)
    browser.post(one(draft, "change"), {"title": "Soal", "text": "Yang tinggal dekat masjid raya"})
    assert "masjid raya" in browser.get(one(draft)).content.decode()
    with asking(cast.ayu):
        row = Question.objects.select_related("key").get()
        row.title = "Bu Wati"
        row.save(update_fields=["title"])
    assert "Masih ada yang bisa menunjuk orangnya" in browser.get(one(draft)).content.decode()
    assert browser.post(one(draft, "send"), {"read": "on"}).status_code == 422


def test_sent_twice_is_sent_once(signed_in, cast, sent, asking):
    browser = signed_in(cast.budi)
    key = browser.get(one(sent)).content.decode().split('name="once" value="')[1].split('"')[0]
    for _n in range(2):
        browser.post(one(sent, "answer"), {"text": "Mulai dari surat.", "once": key})
    with asking(cast.budi):
        assert sent.answers.count() == 1


@pytest.mark.parametrize("who", ["adi", "agus", "putri"])
def test_who_does_not_practise_has_no_business_here(signed_in, cast, sent, published, who):
    browser = signed_in(getattr(cast, who))
    home, library = reverse("consultation:home"), reverse("consultation:library")
    for address in (home, library, one(sent), one(published, "article")):
        assert browser.get(address).status_code == 403


def test_others_press_nothing(signed_in, cast, draft, proposed):
    budi, dimas = signed_in(cast.budi), signed_in(cast.dimas)
    assert budi.post(one(draft, "send"), {"read": "on"}).status_code == 404
    assert dimas.post(one(proposed, "edit", "publish"), {"review_on": SOON}).status_code == 404
    assert budi.get(one(proposed, "rewrite")).status_code == 404
    assert budi.get(reverse("consultation:of_case", args=["01900000-0000-7000-8000-000000000000"])).status_code == 404


def test_only_the_asker_presses(signed_in, cast, sent):
    browser = signed_in(cast.budi)
    for name in ("close", "withdraw"):
        assert browser.post(one(sent, name), {}).status_code == 403


def test_verbs_are_no_gets(signed_in, cast, sent, published):
    browser = signed_in(cast.ayu)
    for name in ("change", "send", "answer", "close", "withdraw"):
        assert browser.get(one(sent, name)).status_code == 405
    assert browser.get(one(published, "edit", "retire")).status_code == 405


def test_the_desk_costs_a_few_questions(signed_in, cast, sent, published, asking, django_assert_max_num_queries):
    with asking(cast.ayu) as by:
        for _n in range(4):
            actions.send(by=by, question=actions.ask(by=by, to=actions.To("forum"), **WORDS), read=True)
    browser = signed_in(cast.budi)
    with django_assert_max_num_queries(15):
        words = browser.get(reverse("consultation:home")).content.decode()
    assert words.count(WORDS["title"]) == 5
    with django_assert_max_num_queries(13):
        browser.get(reverse("consultation:library"), {"q": "pertemuan ayah"})


def test_an_empty_desk_says_how_to_begin(signed_in, cast):
    words = signed_in(cast.ayu).get(reverse("consultation:home")).content.decode()
    assert "Anda belum pernah bertanya di sini" in words
    assert "Pustaka masih kosong" in signed_in(cast.ayu).get(reverse("consultation:library")).content.decode()


def test_an_editor_is_told_what_was_wrong(signed_in, cast, proposed):
    browser = signed_in(cast.sari)
    assert browser.post(one(proposed, "edit", "publish"), {}).status_code == 422
    assert browser.post(one(proposed, "edit", "send_back"), {"because": ""}).status_code == 422
    assert browser.post(one(proposed, "edit", "apa"), {}).status_code == 404


def test_a_form_keeps_what_was_written(signed_in, cast, case, asking):
    answer = signed_in(cast.ayu).post(reverse("consultation:of_case", args=[case.pk]), {**ASKED, "audience": "unit"})
    assert answer.status_code == 422
    assert "Wati dan anaknya?" in answer.content.decode()
    with asking(cast.ayu):
        assert not Question.objects.exists()


def test_a_title_is_written_by_hand_too(signed_in, cast, asking):
    browser = signed_in(cast.dimas)
    told = {name: getattr(WRITTEN, name) for name in ("title", "topic", "body", "text", "source")}
    browser.post(reverse("consultation:write"), told)
    with asking(cast.dimas):
        assert Article.objects.get().state == "proposed"

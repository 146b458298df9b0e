"""The list of danger words is tried and looked at by people of the field."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.entry.crisis import actions, queries
from rangkul.entry.crisis.models import WordsReview
from rangkul.entry.signals.queries import VERSION, listed

pytestmark = pytest.mark.django_db
AT = "/kerja/krisis/daftar-kata/"


def page(answer):
    return answer.content.decode()


def test_the_page_counts_every_form_that_raises():
    counted = sum(one.red + one.orange + one.weak for one in queries.heard())
    assert counted == sum(listed().values()) > 1_000


def test_a_sentence_is_tried_and_kept_nowhere(cast, signed_in, asking):
    browser = signed_in(cast.ayu)
    heard = browser.post(reverse("danger:try_words"), {"sentence": "Aku pengen mati aja"})
    assert heard.status_code == 200
    assert "Ingin mengakhiri hidup" in page(heard)
    assert "Tidak ada yang didengar." in page(browser.post(reverse("danger:try_words"), {"sentence": "Selamat pagi"}))
    empty = browser.post(reverse("danger:try_words"), {"sentence": " "})
    assert empty.status_code == 422
    with asking(cast.sari):
        assert not Event.objects.filter(name__startswith="danger_words").exists()


def test_whoever_reviews_reads_every_form(cast, signed_in):
    browser, listed_at = signed_in(cast.sari), reverse("danger:forms_listed")
    shown = page(browser.get(listed_at))
    assert "dengan sendirinya" in shown
    assert shown.count('<li id="bentuk-') == 50
    assert page(browser.get(listed_at, {"halaman": 2})).count('<li id="bentuk-') == 100
    found = page(browser.get(listed_at, {"jenis": "shield", "cari": "  Lampu "}))
    assert "mati ketawa/tertawa" in found
    assert "dengan sendirinya" not in found
    assert "kata biasa, hanya bila tiga berdekatan" in page(browser.get(listed_at, {"cari": "percuma"}))


def test_a_word_that_no_form_has_and_a_kind_that_is_none(cast, signed_in):
    browser, listed_at = signed_in(cast.sari), reverse("danger:forms_listed")
    assert "Tidak ada bentuk dengan kata ini" in page(browser.get(listed_at, {"cari": "kelereng"}))
    strange = browser.get(listed_at, {"jenis": "<script>", "cari": "mati"})
    assert strange.status_code == 422
    assert 'value="mati"' in page(strange)
    assert "<script>&" not in page(strange)


def test_a_supervisor_says_what_lacks_and_the_board_asks_until_then(cast, signed_in, asking):
    board = reverse("danger:board")
    browser = signed_in(cast.sari)
    assert "belum ditinjau di lembaga Anda" in page(browser.get(board))
    assert "belum ditinjau" not in page(signed_in(cast.ayu).get(board))
    refused = browser.post(reverse("danger:review_words"), {"verdict": "lacking", "words": " "})
    assert refused.status_code == 422
    assert "Tulis apa yang kurang." in page(refused)
    said = {"verdict": "lacking", "words": "Kulo pun mboten kiat"}
    assert browser.post(reverse("danger:review_words"), said).status_code == 302
    assert "Kulo pun mboten kiat" in page(signed_in(cast.ayu).get(AT))
    assert "belum ditinjau" not in page(browser.get(board)) + page(browser.get(AT))
    with asking(cast.sari):
        event = Event.objects.get(name="danger_words.reviewed")
        assert event.payload == {"version": VERSION, "verdict": "lacking"}


def test_a_new_version_is_looked_at_anew(cast, asking, monkeypatch):
    with asking(cast.sari) as by:
        actions.review_words(by=by, verdict="usable")
        assert not queries.awaits_review(by)
        monkeypatch.setattr("rangkul.entry.crisis.queries.words.VERSION", VERSION + 1)
        assert queries.awaits_review(by)


def test_who_may_not(cast, signed_in, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.review_words(by=by, verdict="usable")
    assert 'name="verdict"' not in page(signed_in(cast.ayu).get(AT))
    assert signed_in(cast.adi).get(AT).status_code == 403
    assert signed_in(cast.adi).get(f"{AT}isi/").status_code == 403
    assert signed_in(cast.adi).post(reverse("danger:try_words"), {"sentence": "mati"}).status_code == 403


def test_another_agency_and_a_visitor_learn_nothing_of_a_review(cast, signed_in, visitor, asking):
    with asking(cast.sari) as by:
        actions.review_words(by=by, verdict="lacking", words="Kulo pun mboten kiat")
    for other in (cast.budi, cast.hana):
        shown = page(signed_in(other).get(AT))
        assert "mboten" not in shown
        assert "Belum ada tinjauan." in shown
    for name in ("words", "forms_listed", "try_words", "review_words"):
        reads = name in ("words", "forms_listed")
        answer = visitor.get(reverse(f"danger:{name}")) if reads else visitor.post(reverse(f"danger:{name}"))
        assert answer.status_code == 302
        assert "/masuk/" in answer.headers["Location"]


def test_a_review_that_is_sent_twice_is_one(cast, signed_in, asking):
    browser = signed_in(cast.sari)
    said = {"verdict": "usable", "once": str(uuid4())}
    for _time in range(2):
        assert browser.post(reverse("danger:review_words"), said).status_code == 302
    with asking(cast.sari):
        assert WordsReview.objects.count() == 1


def test_the_database_keeps_it_to_the_agency_and_unchanged(cast, asking):
    with asking(cast.sari) as by:
        row = actions.review_words(by=by, verdict="usable")
        with pytest.raises(Refused):
            actions.review_words(by=by, verdict="lacking", words="")
        with pytest.raises(DatabaseError), transaction.atomic():
            WordsReview.objects.filter(pk=row.pk).update(words="lain")
        with pytest.raises(DatabaseError), transaction.atomic():
            WordsReview.objects.create(agency_id=by.agency_id, by_id=cast.ayu.pk, version=1, verdict="usable")
    with asking(cast.ayu):
        assert WordsReview.objects.count() == 1
    with asking(cast.hana):
        assert not WordsReview.objects.exists()

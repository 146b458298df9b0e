"""The client rates the working together by ticket and PIN, when they like, and reads it again."""

from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, HandedIn
from rangkul.journey.plans.models import AllianceRating
from rangkul.web.middleware.asking import TICKET_SESSION_KEY
from rangkul.web.portal.tests.test_case_parts import case, page, request_, wati  # noqa: F401  the same Wati


def rate(browser, **words):
    return browser.post(reverse("portal:alliance"), words)


def test_she_answers_when_she_likes_and_reads_it_again(wati, case, cast, asking):  # noqa: F811
    assert "Nilai kerja sama kita" in page(wati)
    assert "Sejauh mana Anda merasa didengarkan" in wati.get(reverse("portal:alliance")).content.decode()
    once = str(uuid4())
    for _again in range(2):
        assert rate(wati, heard="7", words="Terima kasih sudah sabar", once=once).status_code == 302
    assert "Terima kasih sudah sabar" in page(wati)
    with asking(cast.ayu):
        row = AllianceRating.objects.get()
        assert (row.given_by, row.answers()) == ("portal", {"heard": 7})


@pytest.mark.parametrize("words", [{}, {"heard": "12"}])
def test_no_answer_is_said_kindly_and_kept(wati, case, words):  # noqa: F811
    answer = rate(wati, **words, words="Tetap tertulis")
    assert answer.status_code == 422
    assert "Tetap tertulis" in answer.content.decode()


def test_before_anybody_talked_with_them_there_is_nothing_to_rate(visitor, asking, cast):
    with asking(None) as public:
        made = intake.submit(by=public, given=HandedIn(narrative="Lain.", agreed=Agreed({"service": True}, "1")))
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(made.pk)
    session.save()
    assert visitor.get(reverse("portal:alliance")).status_code == 404
    assert "Nilai kerja sama kita" not in page(visitor)


def test_without_a_ticket_everybody_is_shown_the_door(visitor, case):  # noqa: F811
    assert visitor.get(reverse("portal:alliance")).headers["Location"] == reverse("portal:door")
    assert rate(visitor, heard="1").status_code == 403

"""Words of the asker that are a sign of danger raise the request, and the worker sees which."""

import pytest

from rangkul.base.asking import asking_as
from rangkul.entry.intake import actions
from rangkul.entry.intake.models import Ruling
from rangkul.entry.intake.replay import replay
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in, holder
from rangkul.entry.intake.tests.test_replay import SINCE
from rangkul.entry.signals.queries import VERSION

pytestmark = pytest.mark.django_db
WORDS = "Sya mau tanya sekolah. tos teu kiat, hayang paeh wae"


def test_words_in_a_request_raise_it_and_none_of_them_is_kept_with_the_rule(cast, asking):
    request = handed_in(narrative=WORDS)
    assert request.level == "merah"
    with asking(cast.ayu):
        kept = Ruling.objects.get(request=request, rule="triage").decided
    assert (kept["version"], kept["facts"]["lexicon"]) == (2, VERSION)
    assert ["self_harm", "merah", "wish"] in kept["facts"]["signals"]
    assert "paeh" not in str(kept)


def test_what_the_asker_adds_raises_and_says_why(cast):
    request = handed_in()
    with asking_as(holder(request)) as by:
        actions.answer_by_asker(by=by, request=request, text="udh nyiapin surat perpisahan")
        request.refresh_from_db()
    assert request.level == "merah"


def test_nothing_that_is_added_lowers(cast):
    request = handed_in(narrative=WORDS)
    with asking_as(holder(request)) as by:
        actions.answer_by_asker(by=by, request=request, text="tidak jadi, saya tidak mau mati")
        request.refresh_from_db()
    assert request.level == "merah"


def test_the_worker_sees_which_words(cast, signed_in):
    request = handed_in(narrative=WORDS)
    text = signed_in(cast.ayu).get(f"/kerja/antrean/{request.pk}/").content.decode()
    assert "hayang paeh" in text
    assert "menyebut keinginan untuk mati" in text


def test_calm_words_show_no_list(cast, signed_in):
    text = signed_in(cast.ayu).get(f"/kerja/antrean/{handed_in(HUNGRY).pk}/").content.decode()
    assert "Kata-kata yang perlu Anda baca" not in text


def test_the_rule_before_can_still_be_tried(cast):
    handed_in(narrative=WORDS)
    report = replay(1, SINCE)
    assert (report.looked_at, report.moves) == (1, {("Merah", "Kuning"): 1})

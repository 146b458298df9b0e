"""What a worker should not decide alone: goals and rules that stand against each other go to the supervisor (A83)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.asking import job
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.models import Case, Signature, Task
from rangkul.journey.cases.queries.late import late_matters
from rangkul.journey.cases.states import SignatureState

_AGAINST = "Wati ingin pulang ke kampung; ibunya ingin ia tinggal di rumah aman."


@pytest.fixture
def asked(case, cast, asking):
    with asking(cast.ayu):
        return actions.ask_signature(by=cast.ayu.asker(), case=case, subject_kind="goals", note=_AGAINST)


def of(asked) -> Signature:
    return Signature.objects.select_related("case__worker", "key").get(pk=asked.pk)


@pytest.mark.parametrize("kind", ["goals", "rules"])
def test_nothing_goes_up_without_saying_what_stands_against_what(case, cast, asking, kind):
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        actions.ask_signature(by=cast.ayu.asker(), case=case, subject_kind=kind, note="  ")
    assert refused.value.field == "note"


def test_it_waits_with_the_supervisor_and_nobody_elses(asked, cast, asking):
    waiting = {}
    for name in ("sari", "ayu", "budi", "hana"):
        with asking(getattr(cast, name)):
            waiting[name] = [row.asked_note for row in queries.waiting_signatures(getattr(cast, name).asker())]
    assert waiting == {"sari": [_AGAINST], "ayu": [], "budi": [], "hana": []}


def test_who_brought_it_does_not_decide_it(asked, cast, asking):
    with asking(cast.ayu), pytest.raises(PermissionDenied):
        actions.sign(by=cast.ayu.asker(), signature=of(asked), comment="Pulang")


def test_a_decision_has_words(asked, cast, asking):
    with asking(cast.sari), pytest.raises(Refused) as refused:
        actions.sign(by=cast.sari.asker(), signature=of(asked), comment=" ")
    assert refused.value.field == "comment"
    with asking(cast.sari):
        assert of(asked).state == SignatureState.ASKED


def test_what_was_decided_is_a_task_of_the_worker_by_tomorrow(asked, case, cast, asking):
    with asking(cast.sari):
        actions.sign(by=cast.sari.asker(), signature=of(asked), comment="Bicara bertiga dulu, Jumat")
    with asking(cast.ayu):
        task = Task.objects.get(case=case)
        assert task.owner == cast.ayu
        assert task.title == "Jalankan keputusan supervisor: Bicara bertiga dulu, Jumat"
        assert task.due == days.today() + timedelta(days=1)


def test_a_signature_leaves_no_task(juniors_case, cast, asking):
    with asking(cast.dimas):
        row = actions.ask_signature(by=cast.dimas.asker(), case=juniors_case, subject_kind="assessment")
    with asking(cast.sari):
        actions.sign(by=cast.sari.asker(), signature=of(row), comment="Baik")
        assert not Task.objects.exists()


@pytest.mark.parametrize(("level", "hours"), [("merah", 1), ("kuning", 48)])
def test_unanswered_it_climbs_sooner_in_a_red_case(asked, case, cast, asking, level, hours):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(level=level)
    late = asked.asked_at + timedelta(hours=hours)
    with asking(job("cases.clock")):
        before = {one.id for one in late_matters(late - timedelta(minutes=1), 9)}
        after = {one.id for one in late_matters(late + timedelta(seconds=1), 9)}
    assert asked.pk in after - before


def test_the_timeline_tells_who_decided_what(asked, signed_in, cast, case):
    sari = signed_in(cast.sari)
    decide = reverse("cases:signature_decide", args=[case.pk, asked.pk, "setuju"])
    page = sari.get(reverse("cases:signatures", args=[case.pk])).content.decode()
    assert "Putuskan begini" in page
    assert _AGAINST in page
    assert sari.post(decide, {"comment": "Bicara bertiga dulu"}).status_code == 302
    said = signed_in(cast.ayu).get(reverse("cases:timeline", args=[case.pk])).content.decode()
    assert "Diserahkan kepada supervisor: Tujuan yang berseberangan" in said
    assert "Diputuskan supervisor: Tujuan yang berseberangan" in said


def test_an_empty_decision_keeps_the_page_and_says_what_is_missing(asked, signed_in, cast, case):
    decide = reverse("cases:signature_decide", args=[case.pk, asked.pk, "setuju"])
    answer = signed_in(cast.sari).post(decide, {"comment": ""})
    assert answer.status_code == 422
    assert "Tulis apa yang Anda putuskan, dan mengapa." in answer.content.decode()


def test_today_says_that_a_decision_is_wanted(asked, signed_in, cast):
    said = signed_in(cast.sari).get(reverse("desks:today")).content.decode()
    assert "Tujuan yang berseberangan dari Ayu menunggu keputusan Anda" in said


def test_the_form_opens_with_what_the_plan_led_to(case, signed_in, cast):
    page = signed_in(cast.ayu).get(reverse("cases:signatures", args=[case.pk]), {"apa": "goals"}).content.decode()
    assert '<option value="goals" selected>' in page


def test_a_word_that_is_no_choice_chooses_nothing(case, signed_in, cast):
    page = signed_in(cast.ayu).get(reverse("cases:signatures", args=[case.pk]), {"apa": "<x>"}).content.decode()
    assert "<x>" not in page

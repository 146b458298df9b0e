"""An answer that speaks of danger is told at once, to named people; a machine only raises."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.assessment.models import Risk
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.models import Case, Task
from rangkul.journey.instruments.actions import raise_alarm
from rangkul.journey.instruments.models import Administration

GRAVE = (0, 1, 0, 0, 0, 0, 0, 0, 1)


def test_item_nine_makes_the_case_red_and_gives_a_task_for_today(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(*GRAVE)
        assert Case.objects.get(pk=case.pk).level == "merah"
        risk = Risk.objects.get(case=case)
        assert (risk.kind, risk.level) == ("self_harm", "merah")
        task = Task.objects.get(case=case, kind="duty")
        assert (task.owner, task.due, task.state) == (cast.ayu, today(), "open")


def test_the_supervisor_is_told_in_the_same_breath(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(*GRAVE)
    with asking(cast.sari) as sari:
        (told,) = cases.risen_to(sari)
        assert told.case == case
        assert Event.objects.filter(name="alarm.raised", subject_id=case.pk).exists()


def test_an_open_item_nine_asks_for_a_person_and_not_for_the_worst(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(0, 1, 0, 0, 0, 0, 0, 0)
        risk = Risk.objects.get(case=case)
        assert (risk.kind, risk.level) == ("self_harm", "unknown")
        assert Task.objects.get(case=case, kind="duty").due == today()
        assert Case.objects.get(pk=case.pk).level == "hijau"


def test_a_later_low_answer_lowers_nothing(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(*GRAVE)
        fill(0, 0, 0, 0, 0, 0, 0, 0, 0)
        assert Case.objects.get(pk=case.pk).level == "merah"
        assert Risk.objects.get(case=case).level == "merah"


def test_calm_answers_raise_nothing(cast, asking, case, fill):
    with asking(cast.ayu):
        fill(1, 1, 1, 1, 1, 0, 0, 0, 0)
        assert not Task.objects.filter(case=case).exists()
        assert not Risk.objects.filter(case=case).exists()


def test_a_person_does_not_raise_an_alarm_in_the_name_of_a_rule(cast, asking, case, fill):
    with asking(cast.ayu):
        row = fill(*GRAVE)
        with pytest.raises(PermissionDenied):
            raise_alarm(by=cast.ayu.asker(), case=case, administration=row, findings=[])


def test_without_the_alarm_there_is_no_answer(cast, asking, case, fill, monkeypatch):
    """Both or neither: an answer whose danger nobody was told of is not kept."""
    from rangkul.journey.instruments.actions import answering

    def broken(**_):
        raise RuntimeError

    monkeypatch.setattr(answering, "raise_alarm", broken)
    with asking(cast.ayu):
        with pytest.raises(RuntimeError):
            fill(*GRAVE)
        assert not Administration.objects.filter(case=case).exists()


def test_a_better_total_beside_a_grave_answer_does_not_look_like_good_news(cast, asking, case, fill, signed_in):
    said = "Nilai totalnya tidak menunjukkan itu"
    with asking(cast.ayu):
        fill(2, 2, 2, 2, 2, 1, 1, 1, 0, answered_on=today() - timedelta(days=30))
        fill(0, 0, 0, 0, 0, 0, 0, 0, 1)
    page = f"/kerja/instrumen/kasus/{case.pk}/"
    assert said in signed_in(cast.ayu).get(page).content.decode()
    with asking(cast.ayu):
        fill(0, 1, 0, 0, 0, 0, 0, 0, 0)
    assert said not in signed_in(cast.ayu).get(page).content.decode()

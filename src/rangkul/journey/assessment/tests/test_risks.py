"""Risks: a person lowers with a reason, a machine only raises, and not knowing is never low."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import job
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.assessment import actions, gates, queries
from rangkul.journey.assessment.models import Risk, RiskLook
from rangkul.journey.assessment.states import RiskLevel, is_lowered, raised
from rangkul.journey.cases.models import Case


@pytest.mark.parametrize("level", ["hijau", "kuning"])
def test_from_unknown_to_low_is_a_lowering(level):
    assert is_lowered(RiskLevel.UNKNOWN, level)
    assert raised(RiskLevel.UNKNOWN, level) == RiskLevel.UNKNOWN


@pytest.mark.parametrize("before", list(RiskLevel))
@pytest.mark.parametrize("proposed", list(RiskLevel))
def test_a_machine_never_lowers(before, proposed):
    assert not is_lowered(before, raised(before, proposed))


def test_a_look_is_kept_and_logged(case, cast, asking, rate):
    with asking(cast.ayu):
        rate(kind="violence", level="kuning", protective="Tetangga")
        rate(kind="violence", level="kuning", seen="Masih diancam")
        (risk,) = queries.risks(case)
        assert [look.seen for look in risk.looks.all()] == ["Masih diancam", "Makan sekali sehari"]
        assert Event.objects.filter(name="risk.rated").count() == 2


def test_lowering_needs_a_reason(cast, asking, rate):
    with asking(cast.ayu):
        rate(kind="violence", level="oranye")
        with pytest.raises(Refused) as refusal:
            rate(kind="violence", level="kuning")
        assert refusal.value.field == "reason"
        assert rate(kind="violence", level="kuning", reason="Suami sudah pergi").before == "oranye"


def test_what_is_not_low_is_looked_at_again(cast, asking, rate):
    with asking(cast.ayu):
        with pytest.raises(Refused) as refusal:
            rate(level="unknown", next_look=None)
        assert refusal.value.field == "next_look"
        with pytest.raises(Refused):
            rate(next_look=today() - timedelta(days=1))


@pytest.mark.parametrize(("level", "case_level"), [("merah", "merah"), ("oranye", "oranye"), ("kuning", "hijau")])
def test_a_grave_risk_makes_the_case_grave(case, cast, asking, rate, level, case_level):
    with asking(cast.ayu):
        rate(kind="violence", level=level)
        assert Case.objects.get(pk=case.pk).level == case_level


def test_lowering_a_risk_does_not_lower_the_case(case, cast, asking, rate):
    with asking(cast.ayu):
        rate(kind="violence", level="oranye")
        rate(kind="violence", level="kuning", reason="Suami sudah pergi")
        assert Case.objects.get(pk=case.pk).level == "oranye"


def test_a_machine_raises_and_names_its_rule(case, cast, asking, rate):
    with asking(cast.ayu):
        rate(kind="violence", level="kuning")
    nightly = job("risk-rules")
    with asking(nightly):
        held = Case.objects.select_related("key", "worker").get(pk=case.pk)
        actions.raise_risk(by=nightly, case=held, kind="violence", level="hijau", rule="r1")
        assert Risk.objects.get().level == "kuning"
        actions.raise_risk(by=nightly, case=held, kind="violence", level="oranye", rule="r1")
        look = RiskLook.objects.latest("made_at")
        assert (Risk.objects.get().level, look.rule, look.looked_by_id) == ("oranye", "r1", None)
        assert Event.objects.filter(name="risk.raised_by_rule").count() == 1


def test_a_person_is_no_machine(case, cast, asking):
    with asking(cast.ayu), pytest.raises(PermissionDenied):
        actions.raise_risk(by=cast.ayu.asker(), case=case, kind="violence", level="merah", rule="r1")


def test_ending_a_risk_says_why_and_happens_once(case, cast, asking, rate):
    with asking(cast.ayu):
        rate(kind="shelter")
        risk = Risk.objects.select_related("key", "case").get()
        actions.end_risk(by=cast.ayu.asker(), case=case, risk=risk, reason="Sudah punya kontrakan")
        assert queries.risks(case) == []
        with pytest.raises(Refused):
            actions.end_risk(by=cast.ayu.asker(), case=case, risk=risk, reason="Lagi")


def test_what_was_not_asked_stays_unknown(case, cast, asking):
    with asking(cast.ayu):
        actions.check_risks(by=cast.ayu.asker(), case=case, kinds=["hunger"], checked_on=today())
        silent = queries.never_asked(queries.risks(case), queries.checks(case))
        assert "hunger" not in silent
        assert "self_harm" in silent


def test_a_known_risk_is_not_checked_away(case, cast, asking, rate):
    with asking(cast.ayu):
        rate(kind="violence", level="kuning")
        with pytest.raises(Refused) as refusal:
            actions.check_risks(by=cast.ayu.asker(), case=case, kinds=["violence"], checked_on=today())
        assert refusal.value.field == "kinds"


@pytest.mark.parametrize(("level", "open_at_the_end"), [("merah", 1), ("oranye", 1), ("unknown", 1), ("kuning", 0)])
def test_a_grave_or_unknown_risk_stands_open_when_the_case_ends(case, cast, asking, rate, level, open_at_the_end):
    with asking(cast.ayu):
        rate(kind="violence", level=level)
        assert len(gates.closing_checks(case)) == open_at_the_end


def test_looks_are_never_changed(cast, asking, rate):
    with asking(cast.ayu):
        rate()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            RiskLook.objects.update(level="hijau")

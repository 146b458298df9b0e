"""What a changed rule would have decided."""

from datetime import timedelta

import pytest

from rangkul.base import rules
from rangkul.base.clock import now
from rangkul.base.rules import because
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.replay import replay
from rangkul.entry.intake.tests.situations import IN_DANGER, handed_in

pytestmark = pytest.mark.django_db

SINCE = now() - timedelta(days=1)


@pytest.fixture
def everything_red():
    """`everything_red()` adds another version of the triage rule, for the length of a test."""

    def triage_99(given):
        return {"level": "merah", "due": given["received_at"]}, [because("all", "Semuanya merah.")]

    yield lambda: rules.versioned("triage", 99)(triage_99)
    rules._rules["triage"].pop(99, None)


def test_the_same_rule_changes_nothing(cast):
    handed_in()
    report = replay(1, SINCE)
    assert (report.looked_at, report.changed, report.differences) == (1, 0, [])


def test_a_changed_rule_shows_what_it_would_move(cast, asking, everything_red):
    calm = handed_in()
    handed_in(IN_DANGER)
    everything_red()
    report = replay(None, SINCE)
    assert (report.version, report.looked_at, report.changed) == (99, 2, 1)
    one = report.differences[0]
    assert (one.request_id, one.ticket) == (calm.pk, calm.ticket_words)
    assert (one.before, one.after) == ("Kuning", "Merah")
    assert one.gained == ("Semuanya merah.",)
    assert one.lost[0] == "Ada kebutuhan yang perlu dibantu dalam beberapa hari."
    assert report.moves == {("Kuning", "Merah"): 1}
    with asking(cast.ayu):
        assert Request.objects.get(pk=calm.pk).level == "kuning"


def test_only_the_first_are_told_one_by_one(cast, everything_red):
    for _one in range(3):
        handed_in()
    everything_red()
    report = replay(99, SINCE, detailed=2)
    assert (report.changed, len(report.differences)) == (3, 2)
    assert report.gained == {"Semuanya merah.": 3}


def test_owners_are_told_by_name(cast):
    def routing_99(given):
        unit = given["units"][0]
        return {"unit_id": unit["id"], "owner_id": unit["supervisor_id"]}, [because("all", "Semua kepada supervisor.")]

    handed_in()
    rules.versioned("routing", 99)(routing_99)
    try:
        report = replay(99, SINCE, "routing")
    finally:
        rules._rules["routing"].pop(99)
    assert report.differences[0].before == "Ayu Peksos, Unit Bandung"
    assert "Supervisor" in report.differences[0].after


def test_facts_that_were_not_asked_then_are_counted_not_fatal(cast):
    handed_in()
    rules.versioned("triage", 98)(lambda given: ({"level": given["belum_ada"]}, [because("x", "X.")]))
    try:
        report = replay(98, SINCE)
    finally:
        rules._rules["triage"].pop(98)
    assert (report.looked_at, report.unable, report.changed) == (1, 1, 0)

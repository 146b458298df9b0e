"""Escalation: upward until a person acknowledges, never to the person complained about."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.entry.intake.rules import escalation

SATURDAY = datetime(2026, 11, 21, 15, tzinfo=UTC)  # 22.00 WIB
MONDAY_10 = datetime(2026, 11, 23, 3, tzinfo=UTC)
CHAIN = ["sari", "kepala", "dinas"]


def decide(**more):
    facts = {"level": "kuning", "due": MONDAY_10, "zone": "Asia/Jakarta", "chain": CHAIN, "steps_done": 0}
    return escalation.decide(escalation.facts(**{**facts, **more}))


def test_the_supervisor_is_told_when_the_clock_runs_out():
    assert decide().value == {"to": "sari", "at": MONDAY_10.isoformat(), "step": 1}


@pytest.mark.parametrize(
    ("level", "told", "at"),
    [
        ("merah", SATURDAY, SATURDAY + timedelta(minutes=15)),  # weekends do not stop red
        ("oranye", MONDAY_10, MONDAY_10 + timedelta(hours=2)),
        ("oranye", SATURDAY, datetime(2026, 11, 23, 3, tzinfo=UTC)),  # Monday 10.00 WIB
        ("kuning", MONDAY_10, MONDAY_10 + timedelta(days=1)),
        ("hijau", datetime(2026, 11, 20, 3, tzinfo=UTC), MONDAY_10),  # Friday to Monday
    ],
)
def test_the_next_one_up_is_told_a_step_later(level, told, at):
    value = decide(level=level, steps_done=1, told_at=told).value
    assert (value["to"], value["at"]) == ("kepala", at.isoformat())


def test_the_top_is_told_again_and_again():
    assert decide(steps_done=7, told_at=MONDAY_10).value["to"] == "dinas"


def test_an_acknowledgement_stops_it():
    assert decide(acknowledged=True).value is None


def test_the_person_complained_about_is_passed_over():
    decision = decide(never=["sari"])
    assert decision.value["to"] == "kepala"
    assert "passed_over" in [reason.code for reason in decision.reasons]


def test_nobody_left_fails_aloud():
    with pytest.raises(ValueError, match="a person must choose"):
        decide(never=CHAIN)


@given(
    st.lists(st.sampled_from("abcdef"), unique=True, min_size=1),
    st.sets(st.sampled_from("abcdef")),
    st.integers(0, 20),
    st.sampled_from(["merah", "oranye", "kuning", "hijau", "biru"]),
)
def test_every_step_goes_to_an_allowed_person_and_never_back_in_time(chain, never, steps, level):
    if not set(chain) - never:
        return
    value = decide(chain=chain, never=never, steps_done=steps, told_at=MONDAY_10, level=level).value
    assert value["to"] not in never
    assert datetime.fromisoformat(value["at"]) >= MONDAY_10

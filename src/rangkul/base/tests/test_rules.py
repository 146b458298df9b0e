"""Rules: versioned, explained, storable, replayable."""

import json

import pytest

from rangkul.base import rules
from rangkul.base.rules import Decision, because, replay, rule, versioned


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch):
    monkeypatch.setattr(rules, "_rules", {})


def shout(facts):
    return facts["n"] > 3, [because("n", "Angkanya %(n)s.", n=facts["n"])]


def test_a_decision_carries_its_rule_version_facts_and_reasons():
    decision = versioned("loud", 1)(shout).decide({"n": 5})
    assert (decision.value, decision.rule, decision.version) == (True, "loud", 1)
    assert decision.reasons[0].sentence == "Angkanya 5."
    assert decision.facts == {"n": 5}


def test_a_stored_decision_comes_back_the_same():
    decision = versioned("loud", 1)(shout).decide({"n": 5, "list": (1, 2)})
    assert Decision.of(json.loads(json.dumps(decision.to_json()))) == decision


def test_old_versions_stay_and_the_newest_answers_by_default():
    versioned("loud", 1)(shout)
    versioned("loud", 2)(lambda facts: (facts["n"] > 9, [because("x", "Baru.")]))
    assert rule("loud").version == 2
    assert rule("loud", 1).decide({"n": 5}).value is True
    assert rules.versions("loud") == [1, 2]


def test_a_version_is_never_replaced():
    versioned("loud", 1)(shout)
    with pytest.raises(ValueError, match="new number"):
        versioned("loud", 1)(shout)


@pytest.mark.parametrize("asked", [("quiet", None), ("loud", 7)])
def test_an_unknown_rule_says_so(asked):
    versioned("loud", 1)(shout)
    with pytest.raises(rules.RuleUnknownError):
        rule(*asked)


def test_a_decision_without_a_reason_is_refused():
    with pytest.raises(ValueError, match="without a reason"):
        versioned("mute", 1)(lambda facts: (1, [])).decide({})


@pytest.mark.parametrize("bad", [{"n": object()}, {"n": float("nan")}])
def test_facts_that_are_not_json_are_refused(bad):
    with pytest.raises((TypeError, ValueError)):
        versioned("loud", 1)(shout).decide(bad)


def test_replay_shows_only_what_would_change():
    old = versioned("loud", 1)(shout)
    new = versioned("loud", 2)(lambda facts: (facts["n"] > 9, [because("x", "Baru.")]))
    stored = [(n, old.decide({"n": n}).to_json()) for n in (1, 5, 12)]
    changes = list(replay(new, stored))
    assert [(change.key, change.before.value, change.after.value) for change in changes] == [(5, True, False)]


def test_a_reason_with_values_is_said_in_the_readers_language():
    reason = because("n", "Angkanya %(n)s.", n=3)
    assert reason.in_words() == reason.sentence == "Angkanya 3."

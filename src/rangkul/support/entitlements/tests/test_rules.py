"""What a rule may say: mungkin, belum pasti, belum terlihat; never no, never by a decile."""

from datetime import date, timedelta

import pytest

from rangkul.support.entitlements.programmes import programmes
from rangkul.support.entitlements.rules import Facts, Said, in_words, read_rules, weigh
from rangkul.support.entitlements.states import Answer, Asked, Fit

DAY = date(2026, 11, 26)
PKH = programmes()["pkh"].rules


def facts(**given) -> Facts:
    said = {name: Said(answer, given.pop("on", DAY)) for name, answer in given.pop("said", {}).items()}
    return Facts(today=DAY, said=said, **given)


def finding(rules, **given):
    return weigh(
        rules if not isinstance(rules, str) else read_rules(rules), facts(**given), {"PPKS-02": "Anak terlantar"}
    )


def test_a_small_child_and_the_register_make_it_likely():
    found = finding(PKH, home=(34, 4), said={"dtsen": "yes"})
    assert found.fit == Fit.LIKELY
    assert any("berumur 4 tahun" in one for one in found.because)


@pytest.mark.parametrize("answer", ["no", "proposed", "objected", None])
def test_no_standing_in_the_register_turns_anybody_away(answer):
    said = {"dtsen": answer} if answer else {}
    found = finding(PKH, home=(34, 4), said=said)
    assert found.fit == Fit.UNSURE
    assert not found.unseen


def test_a_standing_is_checked_again_after_three_months():
    found = finding("dtsen", said={"dtsen": "yes"}, on=DAY - timedelta(days=93))
    assert (found.fit, found.ask) == (Fit.UNSURE, ("dtsen",))
    assert finding("dtsen", said={"dtsen": "yes"}, on=DAY - timedelta(days=92)).fit == Fit.LIKELY


def test_whom_nobody_wrote_down_is_unsure():
    assert finding("home 0-6", home=None).fit == Fit.UNSURE
    assert finding("home 0-6", home=(40, None)).fit == Fit.UNSURE


def test_without_a_household_the_clients_own_age_still_counts():
    assert finding("home 60-", age=71).fit == Fit.LIKELY


def test_a_home_that_is_known_and_has_none_is_not_yet_seen():
    assert finding("home 0-6", home=(40, 12)).fit == Fit.UNSEEN


@pytest.mark.parametrize(
    ("home", "said", "fit"),
    [((8,), {}, Fit.UNSURE), ((8,), {"school": "yes"}, Fit.LIKELY), ((8,), {"school": "no"}, Fit.UNSEEN),
     ((3,), {"school": "yes"}, Fit.UNSEEN), (None, {"school": "yes"}, Fit.UNSURE)],
)  # fmt: skip
def test_a_school_child_is_old_enough_and_at_school(home, said, fit):
    assert finding("school 6-21", home=home, said=said).fit == fit


def test_a_known_group_is_named_in_the_words_of_the_pages():
    found = finding("group PPKS-02", groups=frozenset({"PPKS-02"}))
    assert found.because == ("anak terlantar",)
    assert finding("group PPKS-02", groups=frozenset({"PPKS-09"})).fit == Fit.UNSURE


@pytest.mark.parametrize("text", ["desil 1-4", "asked decile", "home x-y", "pregnant 3"])
def test_a_rule_that_nobody_knows_is_a_fault_of_the_list(text):
    with pytest.raises(ValueError, match=r"rule|valid|literal"):
        read_rules(text)


def test_no_word_of_the_rules_is_a_refusal_or_a_decile():
    assert {one.value for one in Fit} == {"likely", "unsure", "unseen"}
    every = [*Asked.labels, *Answer.labels, *Fit.labels]
    every += [word for one in programmes().values() for enough in in_words(one.rules) for word in enough]
    assert not [word for word in map(str, every) if "tolak" in word.lower() or "desil" in word.lower()]


def test_every_programme_of_the_list_says_where_it_knows_from():
    assert len(programmes()) >= 12
    for one in programmes().values():
        assert all([one.source, one.gives, one.how, one.runs])
        assert one.objection_days is None or one.objection_law
        assert one.words[0][0] != one.words[0][1]

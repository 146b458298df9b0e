"""Triage: the table of levels, its clocks, and what must always hold."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.base.clock import WIB, WIT
from rangkul.base.rules import rule
from rangkul.entry.intake.rules import problems, triage, words
from rangkul.entry.intake.rules.levels import LEVELS, due_at, graver, is_raise, raised_by_machine
from rangkul.entry.signals.measuring import PARTS, sentences

MONDAY_10 = datetime(2026, 11, 23, 3, tzinfo=UTC)  # 10.00 WIB


def decide(**more):
    facts = {"received_at": MONDAY_10, "zone": "Asia/Jakarta", "channel": "web", "safe_now": "yes"}
    return triage.decide(triage.facts(**{**facts, **more}))


def level(**more):
    return decide(**more).value["level"]


@pytest.mark.parametrize(
    ("expected", "facts"),
    [
        ("merah", {"safe_now": "no"}),
        ("merah", {"safe_now": "no", "problem_fields": ["information"]}),
        ("merah", {"problem_fields": ["self_harm"]}),
        ("merah", {"problem_fields": ["documents"], "own_words": "rasanya lebih baik mati"}),
        ("merah", {"problem_fields": ["family"], "own_words": "dia bawa pisau"}),
        ("merah", {"problem_fields": ["violence_home"], "safe_now": "unknown"}),
        ("merah", {"problem_fields": ["violence_sexual"], "violence_hours": 71}),
        ("merah", {"problem_fields": ["violence_sexual"]}),
        ("merah", {"problem_fields": ["violence_home"], "ages": [9]}),
        ("merah", {"problem_fields": ["child_safety"], "for_whom": "child"}),
        ("merah", {"problem_fields": ["missing_person"]}),
        ("merah", {"problem_fields": ["basic_needs"], "ages": [1], "own_words": "susu, kami belum makan"}),
        ("merah", {"problem_fields": ["health"], "own_words": "bapak tidak sadar"}),
        ("merah", {"problem_fields": ["migrant"], "own_words": "paspor ditahan majikan"}),
        ("oranye", {"problem_fields": ["violence_home"]}),
        ("oranye", {"problem_fields": ["violence_sexual"], "violence_hours": 73}),
        ("oranye", {"problem_fields": ["trafficking"]}),
        ("oranye", {"problem_fields": ["disaster"]}),
        ("oranye", {"problem_fields": ["basic_needs"], "own_words": "sudah sehari tidak makan"}),
        ("oranye", {"problem_fields": ["housing"], "own_words": "kami diusir"}),
        ("oranye", {"problem_fields": ["older_person"], "own_words": "kakek ditelantarkan, sebatang kara"}),
        ("oranye", {"problem_fields": ["online_harm"], "ages": [15]}),
        ("oranye", {"problem_fields": ["work"], "own_words": "penagih utang mengancam"}),
        ("kuning", {"problem_fields": ["basic_needs"]}),
        ("kuning", {"problem_fields": ["mental_health"]}),
        ("kuning", {"problem_fields": ["drugs"]}),
        ("kuning", {"problem_fields": []}),
        ("kuning", {"problem_fields": ["information"], "safe_now": "unknown"}),
        ("kuning", {"problem_fields": ["documents", "health"]}),
        ("kuning", {"problem_fields": ["a_field_of_tomorrow"]}),
        ("hijau", {"problem_fields": ["documents"]}),
        ("hijau", {"problem_fields": ["education"], "ages": [12]}),
        ("hijau", {"problem_fields": ["information"], "own_words": "ada bayi di rumah"}),
        ("biru", {"problem_fields": ["information"]}),
    ],
)
def test_the_table_of_levels(expected, facts):
    assert level(**facts) == expected


@pytest.mark.parametrize(
    ("lvl", "received", "zone", "due"),
    [
        ("merah", "2026-11-22T02:00", WIB, "2026-11-22T02:15"),  # Sunday night
        ("merah", "2026-08-17T02:00", WIT, "2026-08-17T02:15"),  # a public holiday
        ("oranye", "2026-11-23T10:00", WIB, "2026-11-23T16:00"),
        ("oranye", "2026-11-23T15:30", WIB, "2026-11-24T11:30"),  # four working hours
        ("oranye", "2026-11-22T02:00", WIB, "2026-11-23T12:00"),  # Sunday: by Monday noon
        ("oranye", "2026-08-14T17:00", WIB, "2026-08-17T17:00"),  # long weekend: 72 hours at most
        ("kuning", "2026-11-23T10:00", WIB, "2026-11-26T10:00"),
        ("hijau", "2026-11-23T10:00", WIB, "2026-12-02T10:00"),
        ("biru", "2026-11-23T10:00", WIB, "2026-12-02T10:00"),
    ],
)
def test_the_table_of_clocks(lvl, received, zone, due):
    received, due = (datetime.fromisoformat(text).replace(tzinfo=zone) for text in (received, due))
    assert due_at(lvl, received, zone) == due


def test_every_reason_is_one_plain_sentence():
    for decision in (
        decide(safe_now="no", own_words="pisau, ingin mati"),
        decide(),
        decide(own_words="bayi"),
    ):
        for reason in decision.reasons:
            assert reason.sentence.endswith(".")
            assert reason.sentence.count(". ") == 0
            assert reason.sentence == reason.in_words()


def test_the_clock_is_said_as_it_is():
    weekend = decide(received_at=MONDAY_10 - timedelta(days=1), problem_fields=["disaster"])
    assert [reason.code for reason in weekend.reasons][-1] == "clock_oranye_next"
    assert decide(problem_fields=["disaster"]).reasons[-1].code == "clock_oranye"


def test_the_facts_hold_no_words_of_the_person():
    stored = decide(own_words="Nama saya Wati, suami memukul saya di Jalan Mawar").to_json()
    assert "Wati" not in str(stored)
    assert "Mawar" not in str(stored)


FACTS = st.fixed_dictionaries(
    {
        "received_at": st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(  # noqa: DTZ001
            lambda moment: moment.replace(tzinfo=UTC).isoformat()
        ),
        "zone": st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
        "channel": st.sampled_from(["web", "phone", "walk_in", "letter"]),
        "safe_now": st.sampled_from(["yes", "no", "unknown", "", "?"]),
        "for_whom": st.sampled_from(["self", "child", "family", "other", "group", "unknown"]),
        "ages": st.lists(st.integers(0, 110), max_size=3),
        "problems": st.lists(st.sampled_from(problems.ALL), unique=True, max_size=5),
        "flags": st.lists(st.sampled_from(sorted(words._FLAGS)), unique=True, max_size=4),
        "violence_hours": st.none() | st.integers(0, 10_000),
    }
)


@given(FACTS)
def test_there_is_always_a_level_a_clock_and_a_reason(facts):
    decision = triage.decide(facts)
    assert decision.value["level"] in LEVELS
    assert datetime.fromisoformat(decision.value["due"]) > datetime.fromisoformat(facts["received_at"])
    assert len(decision.reasons) >= 2


@given(FACTS, st.sampled_from(sorted(words._FLAGS)), st.sampled_from(problems.ALL))
def test_one_more_sign_never_lowers_the_level(facts, flag, problem):
    before = triage.decide(facts).value["level"]
    for more in ({"flags": [*facts["flags"], flag]}, {"problems": [*facts["problems"], problem]}):
        if facts["problems"] or "problems" not in more:
            assert not is_raise(triage.decide({**facts, **more}).value["level"], before)


@given(FACTS)
def test_an_open_question_is_never_lower_than_a_good_answer(facts):
    open_ = triage.decide({**facts, "safe_now": "unknown", "violence_hours": None}).value["level"]
    good = triage.decide({**facts, "safe_now": "yes", "violence_hours": 10_000}).value["level"]
    assert graver(open_, good) == open_
    assert open_ in ("merah", "oranye", "kuning")


@given(st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_a_machine_only_raises(before, proposed):
    after = raised_by_machine(before, proposed)
    assert not is_raise(after, before)
    assert after in (before, proposed)


@given(st.sampled_from(LEVELS), FACTS)
def test_a_graver_level_is_due_no_later_than_a_lighter_one(lvl, facts):
    received = datetime.fromisoformat(facts["received_at"])
    dues = [due_at(each, received, WIB) for each in LEVELS]
    assert dues[0] == min(dues)
    assert dues[2:] == sorted(dues[2:])


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ("merah", "hayang paeh wae, tos teu kiat"),
        ("merah", "udh nyiapin surat perpisahan"),
        ("oranye", "wis rong dina ora mangan"),
        ("hijau", "mati lampu, jadi berkasnya terlambat"),
    ],
)
def test_the_list_of_signs_raises(expected, said):
    assert level(problem_fields=["documents"], own_words=said) == expected


def test_it_says_that_the_words_raised_it():
    reasons = decide(problem_fields=["documents"], own_words="hayang paeh wae").reasons
    assert [one.code for one in reasons] == ["sign_self_harm", "clock_merah"]


SENTENCES = [one for part in PARTS for one in sentences(part)]


@given(
    st.sampled_from(SENTENCES), st.lists(st.sampled_from(problems.ALL), max_size=3), st.sampled_from(["yes", "no", "?"])
)
def test_no_words_make_version_2_lower_than_version_1(sentence, fields, safe):
    facts = triage.facts(
        received_at=MONDAY_10, zone="Asia/Jakarta", channel="web", safe_now=safe, problem_fields=fields,
        own_words=sentence.text,
    )  # fmt: skip
    before, after = (rule("triage", version).decide(facts).value["level"] for version in (1, 2))
    assert graver(before, after) == after


def test_facts_from_before_the_list_are_decided_as_they_were():
    facts = triage.facts(received_at=MONDAY_10, zone="Asia/Jakarta", channel="web", own_words="hayang paeh")
    old = {key: value for key, value in facts.items() if key not in ("signals", "lexicon")}
    assert rule("triage", 2).decide(old).value == rule("triage", 1).decide(old).value

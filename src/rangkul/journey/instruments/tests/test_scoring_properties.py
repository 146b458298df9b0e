"""What must hold for every instrument and every answer."""

import json
import re
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rangkul.journey.instruments.scoring import BadRules, NotComparable, Scored, change, score
from rangkul.journey.instruments.scoring.levels import gravity
from rangkul.journey.instruments.scoring.ranges import spans, total_range
from rangkul.journey.instruments.scoring.rules import BETTER, WORSE, Rules
from rangkul.journey.instruments.scoring.shipped import DATA, everything, keys, shipped
from rangkul.journey.instruments.scoring.words import plain

ALL = [instrument.rules for instrument in everything()]
ADDED = [rules for rules in ALL if rules.kind in {"sum", "mean", "count"}]
BANDED = [rules for rules in ADDED if rules.bands]
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def answered(rules, *, gaps):
    def of(item):
        codes = st.sampled_from(sorted(rules.answers[item].points))
        return st.none() | codes if gaps else codes

    return st.fixed_dictionaries({item: of(item) for item in rules.items})


def filled_in(among, *, gaps=False):
    return st.sampled_from(among).flatmap(lambda rules: st.tuples(st.just(rules), answered(rules, gaps=gaps)))


@quick
@given(filled_in(ADDED))
def test_a_total_lies_in_the_range(pair):
    rules, values = pair
    scored = score(rules, values)
    least, most = total_range(rules)
    assert least <= scored.total <= most == scored.out_of
    assert scored.least == scored.total == scored.most


@quick
@given(filled_in(ALL, gaps=True))
def test_scoring_is_the_same_twice_and_survives_storage(pair):
    rules, values = pair
    scored = score(rules, values)
    assert score(rules, dict(reversed(values.items()))) == scored
    assert Scored.of(json.loads(json.dumps(scored.to_json()))) == scored


@quick
@given(filled_in(ADDED), st.data())
def test_a_higher_answer_never_lowers_the_total(pair, data):
    rules, values = pair
    item = data.draw(st.sampled_from([item for item in rules.items if item not in rules.reversed]))
    points = rules.answers[item].points
    higher = data.draw(st.sampled_from([code for code, point in points.items() if point >= points[values[item]]]))
    assert score(rules, values | {item: higher}).total >= score(rules, values).total


@quick
@given(filled_in(ADDED, gaps=True), st.data())
def test_the_truth_lies_between_the_bounds_of_an_incomplete_form(pair, data):
    rules, values = pair
    whole = values | {
        item: data.draw(st.sampled_from(sorted(rules.answers[item].points))) for item in rules.items if not values[item]
    }
    incomplete = score(rules, values)
    assert incomplete.least <= score(rules, whole).total <= incomplete.most


@quick
@given(filled_in(BANDED, gaps=True))
def test_what_is_said_of_an_incomplete_form_is_flagged(pair):
    rules, values = pair
    scored = score(rules, values)
    if scored.total is None and scored.band:
        assert scored.at_least
        assert scored.band.flag


@quick
@given(filled_in(BANDED), st.data())
def test_taking_answers_away_never_calms(pair, data):
    """A filled-up total may move by a band; a total that is not said never hides a critical answer that stays."""
    rules, values = pair
    gone = data.draw(st.sets(st.sampled_from(rules.items), min_size=rules.missing.allowed + 1))
    whole = score(rules, values)
    incomplete = score(rules, values | dict.fromkeys(gone))
    assert incomplete.total is None
    assert incomplete.band is None or incomplete.band.flag
    kept = {finding for finding in whole.findings if finding.items and not gone & set(finding.items)}
    assert kept <= set(incomplete.findings)


@quick
@given(filled_in([rules for rules in ALL if rules.kind == "triage"]), st.data())
def test_an_unknown_answer_is_never_calmer_than_a_no(pair, data):
    rules, values = pair
    item = data.draw(st.sampled_from(rules.items))
    calm = min(rules.answers[item].points, key=lambda code: rules.answers[item].points[code] or 0)
    unknown = score(rules, values | {item: None}).level
    assert gravity(unknown) >= gravity(score(rules, values | {item: calm}).level)


REVERSED = json.loads((DATA / "gad7" / "scoring.json").read_text("utf-8"))


@quick
@given(st.sets(st.sampled_from(REVERSED["items"])), answered(shipped("gad7").rules, gaps=False))
def test_turning_answers_and_items_around_gives_the_same_total(turned, values):
    straight = shipped("gad7").rules
    around = Rules.load(REVERSED | {"reversed": sorted(turned)})
    mirrored = {item: str(3 - int(code)) if item in turned else code for item, code in values.items()}
    assert score(around, mirrored).total == score(straight, values).total


@quick
@given(filled_in([rules for rules in ADDED if rules.direction]), st.data())
def test_change_runs_both_ways(pair, data):
    rules, values = pair
    later = data.draw(answered(rules, gaps=False))
    before, after = score(rules, values), score(rules, later)
    forth, back = change(rules, before, after), change(rules, after, before)
    assert forth.by == -back.by
    assert {forth.direction, back.direction} in ({"better", "worse"}, {"same"})
    assert (forth.direction == "better") == ((forth.by > 0) if rules.direction == BETTER else (forth.by < 0))
    assert forth.counts == back.counts == (None if rules.minimal is None else abs(forth.by) >= rules.minimal.points)


def test_change_knows_only_equal_versions():
    rules = shipped("phq9").rules
    now = score(rules, dict.fromkeys(rules.items, 1))
    earlier = Scored.of(now.to_json() | {"version": "2020-01-01"})
    with pytest.raises(NotComparable) as refused:
        change(rules, earlier, now)
    assert refused.value.words.id.startswith("Tidak dapat dibandingkan")
    assert "2020-01-01" in refused.value.words.id


def test_change_knows_only_one_instrument():
    phq, gad = shipped("phq9").rules, shipped("gad7").rules
    with pytest.raises(NotComparable):
        change(phq, score(phq, dict.fromkeys(phq.items, 1)), score(gad, dict.fromkeys(gad.items, 1)))


def test_change_needs_two_totals():
    rules = shipped("phq9").rules
    with pytest.raises(NotComparable):
        change(rules, score(rules, {}), score(rules, dict.fromkeys(rules.items, 1)))


def test_a_triage_has_no_numbers_to_compare():
    rules = shipped("dv_danger_own").rules
    with pytest.raises(NotComparable) as refused:
        change(rules, score(rules, {}), score(rules, {}))
    assert "berdampingan" in refused.value.words.id


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("phq9", [("0", "4"), ("5", "9"), ("10", "14"), ("15", "19"), ("20", "27")]),
        ("who5", [("0", "28"), ("29", "50"), ("51", "100")]),
        ("mspss", [("1", "2.9"), ("3", "5"), ("5.1", "7")]),
        ("ace", []),
    ],
)
def test_bands_print_as_their_tables_do(key, printed):
    rules = shipped(key).rules
    told = spans(rules, rules.bands_for(""), total_range(rules)[1])
    assert [(plain(first), plain(last)) for _band, first, last in told] == printed


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("sas_sv", ["below", "reached"]),
        ("cssrs_screen", ["high", "moderate", "low", "none_named"]),
        ("who5", ["very_low", "low", "fair"]),
        ("ssm", []),
    ],
)
def test_every_band_is_named_once(key, names):
    assert [band.key for band in shipped(key).rules.every_band] == names


def test_scoring_knows_no_framework():
    """Replays, exports and field devices score without a database."""
    alone = "import sys; sys.modules['django'] = None; from rangkul.journey.instruments.scoring import shipped"
    alone += "; print(len(list(shipped.everything())))"
    done = subprocess.run([sys.executable, "-c", alone], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == str(len(keys()))


@pytest.mark.parametrize(("by", "counts"), [(4, False), (5, True), (9, True)])
def test_five_points_of_the_phq9_count(by, counts):
    rules = shipped("phq9").rules
    before = score(rules, dict.fromkeys(rules.items, 2))
    after = score(rules, {item: 1 if n < by else 2 for n, item in enumerate(rules.items)})
    moved = change(rules, before, after)
    assert (moved.by, moved.direction, moved.counts) == (-by, "better", counts)
    assert "karena" not in moved.words.id


def test_words_write_numbers_as_their_language_does():
    rules = shipped("mspss").rules
    before = score(rules, dict.fromkeys(rules.items, 3))
    after = score(rules, dict.fromkeys(rules.items, 3) | {"mspss_1": 7, "mspss_2": 5})
    moved = change(rules, before, after).words
    assert "menjadi 3,5" in moved.id
    assert "to 3.5" in moved.en


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        ({"kind": "magic"}, "kind"),
        ({"colour": "red"}, "tidak dikenal: colour"),
        ({"items": ["gad7_1", "gad7_1"]}, "berulang"),
        ({"reversed": ["gad7_99"]}, "bukan butir"),
        ({"critical": [{"item": "x", "at_least": 1, "level": "merah", "sentence": {"id": "a", "en": "b"}}]}, "butir"),
        ({"critical": [{"item": "gad7_1", "level": "merah", "sentence": {"id": "a", "en": "b"}}]}, "at_least"),
        ({"name": {"id": "GAD-7"}}, "dua bahasa"),
        ({"missing": {"allowed": 2, "fill": "mean"}}, "sumber"),
        ({"minimal_change": {"points": 4, "source": ""}}, "sumber"),
        ({"answers": {"0": 0, "1": True}}, "bukan angka"),
        ({"pack": "free"}, "pack"),
        ({"direction": "up"}, "direction"),
        ({"counts_from": 2}, "count"),
    ],
)
def test_rules_that_contradict_themselves_are_refused(spoil, complaint):
    with pytest.raises(BadRules) as refused:
        Rules.load(REVERSED | spoil)
    assert "gad7" in str(refused.value)
    assert complaint in str(refused.value)


@pytest.mark.parametrize("start", [1, 22, -1])
def test_bands_begin_at_the_lowest_total_and_stay_in_reach(start):
    band = dict(REVERSED["bands"][0])
    with pytest.raises(BadRules):
        Rules.load(REVERSED | {"bands": [band | {"from": start}]})


def test_bands_rise():
    with pytest.raises(BadRules):
        Rules.load(REVERSED | {"bands": list(reversed(REVERSED["bands"]))})


def test_a_level_of_another_house_is_refused():
    with pytest.raises(BadRules):
        Rules.load(REVERSED | {"bands": [dict(REVERSED["bands"][0]) | {"level": "red"}]})


def sentences(rules):
    found = re.findall(r'"id": "((?:[^"\\]|\\.)*)"', (DATA / rules.key / "scoring.json").read_text("utf-8"))
    return [json.loads(f'"{text}"') for text in found]


@pytest.mark.parametrize("key", keys())
def test_sentences_name_no_diagnosis_and_put_no_label_on_a_person(key):
    rules = shipped(key).rules
    labels = r"\b(penderita|gila|pecandu|korban|pelaku|depresi berat|gangguan kepribadian|abnormal|gagal bunuh)\b"
    for sentence in sentences(rules):
        assert not re.search(labels, sentence, re.IGNORECASE), sentence


def test_more_is_either_better_or_worse_where_a_band_is_flagged():
    for rules in BANDED:
        assert rules.direction in {WORSE, BETTER}
        flags = [band.flag for band in rules.bands]
        assert flags == sorted(flags, reverse=rules.direction == BETTER)

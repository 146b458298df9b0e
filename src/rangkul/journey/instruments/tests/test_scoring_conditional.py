"""The conditional pack against published tables."""

from decimal import Decimal

import pytest

from rangkul.journey.instruments.scoring import About, score
from rangkul.journey.instruments.scoring.moving import moved, why_not
from rangkul.journey.instruments.scoring.shipped import shipped

WHO5 = shipped("who5").rules
SRQ = shipped("srq20").rules
PSC = shipped("psc17").rules
ACE = shipped("ace").rules
MSPSS = shipped("mspss").rules
BARTHEL = shipped("barthel").rules
KATZ = shipped("katz").rules


def raw(rules, total):
    """Answers of equal range that add up to this raw total."""
    least, most = (int(bound(rules.answers[rules.items[0]].known)) for bound in (min, max))
    rest, values = total - least * len(rules.items), {}
    for item in rules.items:
        values[item] = least + min(rest, most - least)
        rest -= values[item] - least
    return values


@pytest.mark.parametrize(
    ("points", "total", "band"),
    [
        (0, 0, "very_low"),
        (7, 28, "very_low"),
        (8, 32, "low"),
        (12, 48, "low"),
        (13, 52, "fair"),
        (25, 100, "fair"),
    ],
)
def test_who5_is_the_raw_sum_times_four(points, total, band):
    scored = score(WHO5, raw(WHO5, points))
    assert (scored.total, scored.out_of, scored.band.key) == (total, 100, band)


def test_who5_is_low_even_when_the_last_answer_is_missing():
    scored = score(WHO5, raw(WHO5, 0) | {"who5_5": ""})
    assert (scored.total, scored.band.key, scored.at_least) == (None, "very_low", True)


def yes(rules, number):
    return {item: "ya" if n < number else "tidak" for n, item in enumerate(rules.items)}


@pytest.mark.parametrize(("count", "reached"), [(0, False), (5, False), (6, True), (20, True)])
def test_srq20_uses_six_in_indonesia(count, reached):
    scored = score(SRQ, yes(SRQ, count))
    assert (scored.total, scored.out_of, scored.band.flag, scored.cut) == (count, 20, reached, 6)


@pytest.mark.parametrize(("cut", "count", "reached"), [(8, 7, False), (8, 8, True), (4, 4, True), (4, 3, False)])
def test_the_cut_off_of_srq20_is_configuration(cut, count, reached):
    scored = score(moved(SRQ, {SRQ.bands[1].key: Decimal(cut)}), yes(SRQ, count))
    assert (scored.total, scored.band.flag, scored.cut) == (count, reached, cut)


@pytest.mark.parametrize("cut", [0, 3, 11, 21])
def test_a_cut_off_outside_what_was_published_is_refused(cut):
    assert why_not(SRQ, SRQ.bands[1].key, Decimal(cut)) == "range"
    assert moved(SRQ, {SRQ.bands[1].key: Decimal(cut)}) is SRQ


def test_item_seventeen_is_red_below_the_cut_off_too():
    scored = score(SRQ, yes(SRQ, 0) | {"srq_17": "ya"})
    assert (scored.band.key, scored.level, scored.findings[0].item) == ("below", "merah", "srq_17")


def psc(**points):
    """A form with so many points on each subscale, nothing elsewhere."""
    values = dict.fromkeys(PSC.items, 0)
    for scale in PSC.scales:
        left = points.get(scale.key, 0)
        for item in scale.items:
            values[item] = min(2, left)
            left -= values[item]
    return values


@pytest.mark.parametrize(
    ("points", "total", "flagged", "whole"),
    [
        ({}, 0, set(), False),
        ({"internalizing": 4}, 4, set(), False),
        ({"internalizing": 5}, 5, {"internalizing"}, False),
        ({"attention": 6}, 6, set(), False),
        ({"attention": 7}, 7, {"attention"}, False),
        ({"externalizing": 6}, 6, set(), False),
        ({"externalizing": 7}, 7, {"externalizing"}, False),
        ({"internalizing": 4, "attention": 5, "externalizing": 5}, 14, set(), False),
        ({"internalizing": 4, "attention": 5, "externalizing": 6}, 15, set(), True),
        (
            {"internalizing": 10, "attention": 10, "externalizing": 14},
            34,
            {"internalizing", "attention", "externalizing"},
            True,
        ),
    ],
)
def test_psc17_has_a_total_and_three_subscales(points, total, flagged, whole):
    scored = score(PSC, psc(**points), about=About(9))
    assert (scored.total, scored.out_of, scored.band.flag) == (total, 34, whole)
    assert {part.key for part in scored.parts if part.band.flag} == flagged
    assert [part.out_of for part in scored.parts] == [10, 10, 14]


def test_a_blank_in_psc17_is_not_counted_as_zero():
    scored = score(PSC, psc(internalizing=4) | {"psc_sad": ""})
    assert (scored.total, scored.part("internalizing").total, scored.part("attention").total) == (None, None, 0)


def test_ace_is_counted_and_never_cut():
    scored = score(ACE, yes(ACE, 10))
    assert (scored.total, scored.out_of, scored.band, scored.findings) == (10, 10, None, ())
    assert any("menolak" in note.id for note in scored.notes)


def test_ace_is_not_for_children():
    assert any("jangan dipakai pada anak" in note.id for note in score(ACE, {}, about=About(12)).notes)


@pytest.mark.parametrize(
    ("points", "mean", "band"),
    [
        (12, "1", "low"),
        (35, "2.9", "low"),
        (36, "3", "moderate"),
        (60, "5", "moderate"),
        (61, "5.1", "high"),
        (84, "7", "high"),
    ],
)
def test_mspss_is_a_mean(points, mean, band):
    scored = score(MSPSS, raw(MSPSS, points))
    assert (scored.total, scored.out_of, scored.band.key) == (Decimal(mean), 7, band)


def test_mspss_has_three_sources_of_support():
    family = dict.fromkeys(MSPSS.items, 2) | {"mspss_3": 6, "mspss_4": 6, "mspss_8": 6, "mspss_11": 7}
    scored = score(MSPSS, family)
    assert {part.key: part.total for part in scored.parts} == {
        "significant_other": 2,
        "family": Decimal("6.3"),
        "friends": 2,
    }


def barthel(total):
    """The lowest items first, in steps that each item has."""
    values = dict.fromkeys(BARTHEL.items, 0)
    for item in BARTHEL.items:
        for points in sorted(BARTHEL.answers[item].known):
            if total - points >= 0:
                values[item] = int(points)
        total -= values[item]
    assert total == 0
    return values


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (0, "total"),
        (20, "total"),
        (25, "severe"),
        (60, "severe"),
        (65, "moderate"),
        (90, "moderate"),
        (95, "slight"),
        (100, "independent"),
    ],
)
def test_barthel_goes_from_full_help_to_independence(total, band):
    scored = score(BARTHEL, barthel(total))
    assert (scored.total, scored.out_of, scored.band.key) == (total, 100, band)


def test_items_of_barthel_weigh_differently():
    most = {item: int(BARTHEL.answers[item].most) for item in BARTHEL.items}
    assert sorted(most.values()) == [5, 5, 10, 10, 10, 10, 10, 10, 15, 15]


@pytest.mark.parametrize(
    ("total", "band"),
    [
        (6, "full"),
        (5, "moderate"),
        (4, "moderate"),
        (3, "moderate"),
        (2, "severe"),
        (0, "severe"),
    ],
)
def test_katz_counts_what_is_done_alone(total, band):
    scored = score(KATZ, {item: int(n < total) for n, item in enumerate(KATZ.items)})
    assert (scored.total, scored.out_of, scored.band.key) == (total, 6, band)

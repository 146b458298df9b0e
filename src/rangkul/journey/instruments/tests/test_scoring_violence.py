"""HARK and the danger judgement: unknown is never low, one grave sign is enough."""

import pytest

from rangkul.journey.instruments.scoring import About, score
from rangkul.journey.instruments.scoring.shipped import shipped

HARK = shipped("hark").rules
DANGER = shipped("dv_danger_own").rules
RED_SIGNS = (
    "dv_strangled",
    "dv_weapon",
    "dv_death_threat",
    "dv_child_threat",
    "dv_separation",
    "dv_escalation",
    "dv_fears_death",
)
CALM = dict.fromkeys(DANGER.items, "tidak") | {"dv_safe_tonight": "ya", "dv_judgement": "kuning"}


def test_hark_without_a_yes_is_below():
    scored = score(HARK, dict.fromkeys(HARK.items, "tidak"))
    assert (scored.total, scored.band.key, scored.level) == (0, "none", "")


@pytest.mark.parametrize("item", HARK.items)
def test_one_yes_is_positive_and_asks_for_the_danger_judgement_today(item):
    scored = score(HARK, dict.fromkeys(HARK.items, "tidak") | {item: "ya"})
    assert (scored.total, scored.band.key, scored.level) == (1, "positive", "oranye")
    assert "mediasi" in scored.band.says.id


def test_four_yes_count_four():
    assert score(HARK, dict.fromkeys(HARK.items, "ya")).total == 4


def test_one_yes_is_positive_even_when_the_rest_is_not_answered():
    scored = score(HARK, {"hark_2": "ya"})
    assert (scored.total, scored.band.key, scored.at_least) == (None, "positive", True)


def test_nothing_answered_is_not_called_none():
    scored = score(HARK, {"safe_now": "tidak"})
    assert (scored.total, scored.band, scored.flagged) == (None, None, False)


def test_hark_was_tested_on_women_only():
    assert not [note for note in score(HARK, {}, about=About(30, "P")).notes if "belum diuji" in note.id]
    assert [note for note in score(HARK, {}, about=About(30, "L")).notes if "belum diuji" in note.id]
    assert [note for note in score(HARK, {}, about=About(15, "P")).notes if "di luar kelompok" in note.id]


@pytest.mark.parametrize("sign", RED_SIGNS)
def test_one_grave_sign_is_red(sign):
    scored = score(DANGER, CALM | {sign: "ada"})
    assert (scored.band.key, scored.level, scored.findings[0].items) == ("red", "merah", (sign,))


def test_no_safe_place_tonight_is_red():
    assert score(DANGER, CALM | {"dv_safe_tonight": "tidak"}).level == "merah"


def test_the_worker_may_raise_and_not_undo():
    assert score(DANGER, CALM | {"dv_judgement": "merah"}).level == "merah"
    assert score(DANGER, CALM | {"dv_judgement": "kuning", "dv_weapon": "ada"}).level == "merah"


@pytest.mark.parametrize("unknown", ["", None, "belum_tahu"])
def test_a_grave_sign_that_is_not_known_is_not_taken_as_absent(unknown):
    scored = score(DANGER, CALM | {"dv_strangled": unknown})
    assert (scored.band, scored.level, scored.findings[0].known) == (None, "oranye", False)
    assert scored.missing == ("dv_strangled",)


def test_other_signs_are_a_concern():
    scored = score(DANGER, CALM | {"dv_stalking": "ada", "dv_control": "ada"})
    assert (scored.band.key, scored.level) == ("concern", "oranye")
    assert set(scored.findings[0].items) == {"dv_stalking", "dv_control"}


def test_no_sign_is_not_called_safe():
    scored = score(DANGER, CALM)
    assert (scored.band.key, scored.level, scored.total) == ("none_named", "", None)
    assert "Bukan berarti aman" in scored.band.says.id


def test_there_is_no_sum():
    assert score(DANGER, dict.fromkeys(RED_SIGNS, "ada")).total is None

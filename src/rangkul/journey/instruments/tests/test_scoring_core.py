"""Washington Group, SAS-SV and the profiles."""

import pytest

from rangkul.journey.instruments.scoring import About, change, score
from rangkul.journey.instruments.scoring.shipped import shipped
from rangkul.journey.instruments.tests.retired import RULES as ALLIANCE

WG = shipped("wgss").rules
SAS = shipped("sas_sv").rules
SSM = shipped("ssm").rules
DIGITAL = shipped("digital_ready_own").rules


@pytest.mark.parametrize("item", WG.items)
@pytest.mark.parametrize(("answer", "reached"), [(1, False), (2, False), (3, True), (4, True)])
def test_disability3_is_one_domain_with_a_lot_of_difficulty(item, answer, reached):
    scored = score(WG, dict.fromkeys(WG.items, 1) | {item: answer})
    assert (scored.total, scored.band.flag) == (int(reached), reached)


def test_some_difficulty_everywhere_stays_below():
    assert score(WG, dict.fromkeys(WG.items, 2)).band.key == "below"


def test_one_domain_is_enough_when_others_are_not_answered():
    scored = score(WG, {"wgss_1": 4})
    assert (scored.total, scored.band.key, scored.at_least) == (None, "reached", True)


def test_domains_not_answered_are_not_called_without_difficulty():
    assert score(WG, dict.fromkeys(WG.items[:5], 1)).band is None


def sas(total):
    return {item: 1 + min(5, max(0, total - 10 - 5 * n)) for n, item in enumerate(SAS.items)}


@pytest.mark.parametrize(
    ("sex", "total", "reached"), [("L", 30, False), ("L", 31, True), ("P", 32, False), ("P", 33, True), ("L", 60, True)]
)
def test_sas_sv_has_a_cut_off_for_boys_and_one_for_girls(sex, total, reached):
    scored = score(SAS, sas(total), about=About(14, sex))
    assert (scored.total, scored.out_of, scored.band.flag) == (total, 60, reached)


@pytest.mark.parametrize(("total", "band"), [(30, "below"), (31, None), (32, None), (33, "reached")])
def test_without_the_sex_only_what_holds_for_both_is_said(total, band):
    scored = score(SAS, sas(total), about=About(14))
    assert (scored.band.key if scored.band else None) == band
    assert any("jenis kelamin" in note.id for note in scored.notes)


def test_the_matrix_has_eighteen_domains_and_no_total():
    scored = score(SSM, dict.fromkeys(SSM.items, 3))
    assert (len(scored.parts), scored.total, scored.flagged) == (18, None, False)


@pytest.mark.parametrize(("step", "flag"), [(1, True), (2, True), (3, False), (4, False), (5, False)])
def test_crisis_and_vulnerable_are_flagged(step, flag):
    scored = score(SSM, dict.fromkeys(SSM.items, 4) | {"ssm_transport": step})
    assert (scored.part("transport").band.flag, scored.flagged) == (flag, flag)


@pytest.mark.parametrize(("domain", "level"), [("safety", "merah"), ("mind", "merah"), ("food", "oranye")])
def test_a_crisis_of_life_or_limb_calls_a_person(domain, level):
    scored = score(SSM, dict.fromkeys(SSM.items, 4) | {f"ssm_{domain}": 1})
    assert (scored.level, scored.findings[0].item) == (level, f"ssm_{domain}")


def test_a_domain_not_talked_about_has_no_step():
    scored = score(SSM, dict.fromkeys(SSM.items, 4) | {"ssm_schooling": "belum"})
    part = scored.part("schooling")
    assert (part.total, part.band, scored.missing) == (None, None, ("ssm_schooling",))


def test_domains_move_by_themselves():
    before = score(SSM, dict.fromkeys(SSM.items, 3) | {"ssm_food": 2, "ssm_papers": "belum"})
    after = score(SSM, dict.fromkeys(SSM.items, 3) | {"ssm_food": 4, "ssm_work": 2})
    moved = {part.key: (part.by, part.direction) for part in change(SSM, before, after).parts if part.by}
    assert moved == {"food": (2, "better"), "work": (-1, "worse")}
    assert "papers" not in {part.key for part in change(SSM, before, after).parts}


def test_digital_readiness_is_a_profile_without_alarm():
    scored = score(DIGITAL, dict.fromkeys(DIGITAL.items, 0))
    assert (len(scored.parts), scored.flagged, scored.parts[0].out_of) == (6, False, 3)


@pytest.mark.parametrize(("now", "talk"), [(9, False), (8, False), (7, True), (0, True), (10, False)])
def test_a_rating_that_falls_by_two_is_talked_about(now, talk):
    before = score(ALLIANCE, dict.fromkeys(ALLIANCE.items, 9))
    after = score(ALLIANCE, dict.fromkeys(ALLIANCE.items, 9) | {"alliance_heard": now})
    assert bool(change(ALLIANCE, before, after).talk) is talk


def test_a_rating_left_out_is_not_a_fall():
    before = score(ALLIANCE, dict.fromkeys(ALLIANCE.items, 9))
    after = score(ALLIANCE, {"alliance_heard": 9})
    assert change(ALLIANCE, before, after).talk is None

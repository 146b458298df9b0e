"""Routing: an owner for every request, and why this one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkul.entry.intake.rules import routing
from rangkul.entry.intake.rules.routing import Unit, Worker

SEMARANG = Unit("u1", "Unit Semarang", "sari", ("33.74", "33.22"))
PPA = Unit("u2", "Unit Perempuan dan Anak", "rina", ("33",), ("violence_home", "violence_sexual"))
CENTRAL = Unit("u3", "Unit Jawa Tengah", "tono", ("33",))
AYU = Worker("ayu", "u1", load=4, sex="P", languages=("id", "jv"), trained_violence=True)
DIMAS = Worker("dimas", "u1", load=1, junior=True, sex="L")
NIA = Worker("nia", "u2", load=9, sex="P", trained_violence=True)


def decide(**more):
    facts = {
        "level": "kuning",
        "area": "33.74.10.1003",
        "problem_fields": ["basic_needs"],
        "units": [SEMARANG, PPA, CENTRAL],
        "workers": [AYU, DIMAS, NIA],
    }
    return routing.decide(routing.facts(**{**facts, **more}))


def owner(**more):
    return decide(**more).value["owner_id"]


def codes(decision):
    return [reason.code for reason in decision.reasons]


def test_the_nearest_unit_and_the_lightest_load_answer():
    assert decide().value == {"unit_id": "u1", "owner_id": "dimas"}


def test_a_unit_for_this_problem_comes_before_the_nearest_one():
    assert decide(problem_fields=["violence_home"]).value == {"unit_id": "u2", "owner_id": "nia"}


def test_a_prefix_is_compared_part_by_part():
    assert decide(area="33.7").value["unit_id"] == "u3"


@pytest.mark.parametrize("area", ["", "81.01.01.2001"])
def test_a_place_nobody_covers_goes_to_the_widest_unit(area):
    decision = decide(area=area)
    assert decision.value["unit_id"] in ("u2", "u3")
    assert codes(decision)[0] == "unit_widest"


def test_a_junior_never_holds_red():
    assert owner(level="merah") == "ayu"
    assert owner(level="merah", workers=[DIMAS]) == "sari"


def test_wishes_are_met_where_possible_and_named_where_not():
    assert owner(language="jv") == "ayu"
    assert owner(wants_sex="P") == "ayu"
    missing = decide(language="bug")
    assert missing.value["owner_id"] == "dimas"
    assert "language_missing" in codes(missing)


def test_violence_asks_for_a_trained_worker():
    assert owner(problem_fields=["child_safety"]) == "ayu"


def test_who_is_off_duty_is_not_asked():
    assert owner(workers=[AYU, Worker("dimas", "u1", on_duty=False)]) == "ayu"


def test_the_person_complained_about_is_never_chosen():
    assert owner(never=["dimas"]) == "ayu"
    assert owner(never=["dimas", "ayu"]) == "sari"
    assert owner(never=["dimas", "ayu", "sari"]) == "rina"
    everyone = ["dimas", "ayu", "sari", "rina", "tono"]
    assert owner(never=everyone, last_resort="kepala") == "kepala"
    with pytest.raises(ValueError, match="a person must choose"):
        decide(never=[*everyone, "kepala"], last_resort="kepala")


def test_where_nobody_stands_above_a_worker_off_duty_holds_it():
    alone = {"units": [Unit("u1", "Unit Sendiri", "", ("33.74",))], "area": "33.74"}
    off = [Worker("dimas", "u1", on_duty=False, junior=True), Worker("eka", "u1", on_duty=False, load=9)]
    decision = decide(workers=off, **alone)
    assert decision.value["owner_id"] == "eka"
    assert "off_duty" in codes(decision)
    with pytest.raises(ValueError, match="a person must choose"):
        decide(workers=off[:1], level="merah", **alone)


def test_without_any_unit_it_fails_aloud():
    with pytest.raises(ValueError, match="no unit"):
        decide(units=[])


WORKERS = st.lists(
    st.builds(
        Worker,
        id=st.sampled_from(["a", "b", "c", "d"]),
        unit_id=st.sampled_from(["u1", "u2", "u3"]),
        on_duty=st.booleans(),
        load=st.integers(0, 50),
        junior=st.booleans(),
        sex=st.sampled_from(["L", "P", ""]),
    ),
    max_size=6,
    unique_by=lambda worker: worker.id,
)


@given(WORKERS, st.sampled_from(["33.74", "33", "", "11.01"]), st.sampled_from(["merah", "hijau"]))
def test_everybody_gets_an_owner_and_red_never_a_junior(workers, area, level):
    decision = decide(workers=workers, area=area, level=level, never=["a"])
    owner_id = decision.value["owner_id"]
    assert owner_id not in ("", "a")
    juniors = {worker.id for worker in workers if worker.junior}
    assert level != "merah" or owner_id not in juniors
    assert all(reason.sentence.endswith(".") for reason in decision.reasons)

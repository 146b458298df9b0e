"""Where no supervisor of the unit may own a request: beside it in the same agency, the head, whoever works there."""

from rangkul.base import rules
from rangkul.entry.intake.rules import routing
from rangkul.entry.intake.rules.routing import Unit, Worker

BANDUNG = Unit("u1", "Unit Bandung", "sari", ("32.73",), agency_id="harapan", head_id="rini")
CIMAHI = Unit("u2", "Unit Cimahi", "dewi", ("32.77",), agency_id="harapan", head_id="rini")
JAKARTA = Unit("u0", "Unit Jakarta", "hana", ("31",), agency_id="pelita", head_id="tono")


def decided(units, never=("sari",), workers=(), version=None):
    facts = routing.facts(
        level="kuning", area="32.73.01", problem_fields=[], units=units, workers=workers, never=never,
        last_resort="tono",
    )  # fmt: skip
    return routing.decide(facts) if version is None else rules.rule("routing", version).decide(facts)


def who(*given, **more):
    found = decided(*given, **more)
    return found.value["owner_id"], found.reasons[-1].code


def test_a_supervisor_beside_it_in_the_same_agency_and_the_reason_says_so():
    assert who([JAKARTA, BANDUNG, CIMAHI]) == ("dewi", "supervisor_beside")
    assert "Unit Cimahi" in decided([JAKARTA, BANDUNG, CIMAHI]).reasons[-1].sentence


def test_never_one_of_another_agency():
    assert who([JAKARTA, BANDUNG]) == ("rini", "head")


def test_version_1_went_to_another_agency():
    assert who([JAKARTA, BANDUNG], version=1) == ("hana", "supervisor")


def test_a_head_who_is_complained_about_too_leaves_it_to_who_works_there():
    workers = [Worker("ayu", "u1", on_duty=False)]
    assert who([BANDUNG], never=("sari", "rini"), workers=workers) == ("ayu", "off_duty")


def test_facts_from_before_name_no_agency():
    old = [Unit("u1", "Unit Bandung", "sari", ("32.73",)), Unit("u2", "Unit Cimahi", "dewi", ("32.77",))]
    assert who(old) == ("dewi", "supervisor_beside")

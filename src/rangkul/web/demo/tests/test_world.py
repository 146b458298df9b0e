"""The world: the same from the same seed, believable, and never a real person."""

import json
import re
from collections import Counter
from datetime import UTC, datetime

import pytest

from rangkul.base.identifiers import parse_kk, parse_nik
from rangkul.base.phones import parse_phone
from rangkul.entry.intake.rules import problems
from rangkul.journey.plans.gas import LEVELS, repeated_levels
from rangkul.web.demo.world import people, roads, world
from rangkul.web.demo.world.shelf import shelf

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
DEMO = world.demo(NOW)
HOUSEHOLDS = list(DEMO.all_households())
EVERYBODY = [member for household in HOUSEHOLDS for member in household.members]
ROADS = [DEMO.road(household) for household in HOUSEHOLDS]


def test_the_same_seed_draws_the_same_world():
    again = [world.demo(NOW).household(number) for number in range(20)]
    assert again == HOUSEHOLDS[:20]


def test_any_household_is_drawn_without_the_others():
    assert [one.number for household in HOUSEHOLDS for one in household.members] == list(range(len(EVERYBODY)))
    assert all(people.first_person(household.number) == household.members[0].number for household in HOUSEHOLDS)


@pytest.mark.parametrize("wanted", [1, 34, 300, 10_000])
def test_the_number_of_people_is_reached_and_hardly_passed(wanted):
    count = people.first_person(people.households_for(wanted))
    assert wanted <= count < wanted + 6


def test_numbers_are_well_formed_and_never_a_real_persons():
    for person in EVERYBODY:
        if person.nik:
            nik = parse_nik(person.nik, today=NOW.date())
            assert nik.valid
            assert nik.digits[12:] >= str(people.NIK_SERIAL_FROM)
            assert person.birth_date in nik.birth_dates
        if person.phone:
            assert person.phone.startswith(people.PHONE_PREFIX)
            assert parse_phone(person.phone).valid
    assert all(parse_kk(household.kk, today=NOW.date()).valid for household in HOUSEHOLDS if household.kk)


def test_some_have_no_number_and_some_are_known_under_two_spellings():
    without = [person for person in EVERYBODY if not person.nik]
    assert 0.1 < len(without) / len(EVERYBODY) < 0.5
    assert any(person.other_names for person in EVERYBODY)
    assert {person.birth_precision for person in EVERYBODY} >= {"day", "year"}


def test_parents_are_older_than_their_children():
    for household in HOUSEHOLDS:
        mother = household.first("mother")
        for child in household.members:
            if mother and child.role == "child":
                assert child.birth_date.year - mother.birth_date.year >= 15


def test_names_follow_the_place():
    cultures = {unit.key: Counter() for unit in DEMO.offices.units}
    for household in HOUSEHOLDS:
        cultures[DEMO.unit_of(household.number).key][household.culture] += 1
    assert cultures["semarang"].most_common(1)[0][0] == "jawa"
    assert cultures["makassar"].most_common(1)[0][0] == "bugis"


def test_every_road_fits_its_client():
    for road in ROADS:
        assert road.client in road.household.members
        if road.story.get("teen"):
            assert 12 <= road.client.age(NOW.date()) < 18
    assert {road.standing for road in ROADS} >= set(roads.STAGES) | {roads.NEW}


def test_no_junior_holds_a_red_case():
    assert not [road for road in ROADS if road.story["level"] == "merah" and "junior" in road.worker.roles]


def test_wati_is_ayus_client():
    road = ROADS[world.WATI_HOUSEHOLD]
    assert (road.client.called_name, road.worker.key, road.standing) == ("Wati", "ayu", "intervention")


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def test_every_text_can_be_said_of_every_household_and_copied():
    for road in ROADS:
        for text in _texts(road.story):
            said = road.said(text)
            assert "{" not in said
            assert not re.search(r"[\t\n\r\\]", said)


def test_there_are_sixty_requests_over_all_problem_fields():
    asked = [request["text"] for story in roads.stories() for request in story["requests"]]
    asked += [request["text"] for request in shelf("requests")]
    assert len(set(asked)) >= 60
    fields = {field for story in roads.stories() for field in story["problems"]}
    fields |= {field for request in shelf("requests") for field in request["problems"]}
    assert fields >= set(problems.ALL) - {problems.OTHER}
    assert fields <= set(problems.ALL)


def test_every_goal_has_five_levels_of_its_own():
    for story in roads.stories():
        assert len(story["alternatives"]) >= 2
        for goal in story["goals"]:
            levels = dict(zip(LEVELS, goal["levels"], strict=True))
            assert repeated_levels(levels) == []
            assert goal["before"] in (-2, -1)


def test_no_word_of_the_stories_breaks_the_houses_own_words():
    everything = json.dumps([*roads.stories(), *shelf("requests")], ensure_ascii=False).lower()
    for word in ("anjal", "cacat", "tuna susila", "gelandangan", "gagal bunuh diri", "anak nakal"):
        assert word not in everything

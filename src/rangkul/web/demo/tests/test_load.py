"""The demo world in a real database: played once, by the right people, and seen only by them."""

import pytest
from django.db import connections
from tests.support import database
from tests.test_every_table_is_guarded import COMMON_KNOWLEDGE, counts, tables

from rangkul.base.asking import PUBLIC, asking_as
from rangkul.base.trouble import Trouble
from rangkul.commons.people.models import Agency, Person, Staff, Unit
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tickets import pin_fits, read_ticket
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import load as instruments
from rangkul.web.demo import load

PEOPLE = 50


@pytest.fixture(scope="module")
def played(django_db_setup, django_db_blocker):
    """What a world of fifty people looks like: plain values, gathered while its database is there."""
    usual = connections["owner"].settings_dict["NAME"]
    with django_db_blocker.unblock(), database.copy("uji_dunia") as name:
        database._use(name)
        try:
            with connections["owner"].cursor() as cursor:
                cursor.execute("TRUNCATE people_staff, people_unit, people_agency CASCADE")
            # Instruments may belong to an agency, so they went with the agencies.
            instruments.load(connections["owner"])
            yield _gathered(load(persons=PEOPLE))
        finally:
            database._use(usual)


def _gathered(report) -> dict:
    owner = "owner"
    seen = {}
    for username in ("ayu", "sari", "budi", "adi"):
        asker = Staff.objects.using(owner).get(username=username).asker()
        with asking_as(asker, readonly=True):
            seen[username] = (Person.objects.count(), Case.objects.count(), Request.objects.count())
    with asking_as(PUBLIC, readonly=True):
        seen["public"] = (Person.objects.count(), Case.objects.count(), Request.objects.count())
    with connections[owner].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_person")
        persons = cursor.fetchone()[0]
        # Relatives whom a genogram added come on top of the households.
        cursor.execute("SELECT count(*) FROM base_event WHERE name = 'family.person_added'")
        drawn = cursor.fetchone()[0]
        again = load(persons=PEOPLE)
        cursor.execute("SELECT count(*) FROM people_person")
        persons_again = cursor.fetchone()[0]
        cursor.execute("SELECT DISTINCT stage, state FROM cases_case")
        stages = set(cursor.fetchall())
        cursor.execute("SELECT count(*) FROM base_event WHERE at > now()")
        future = cursor.fetchone()[0]
        cursor.execute(
            "SELECT count(*) FROM cases_case c JOIN people_staff s ON s.id = c.worker_id"
            " WHERE c.level = 'merah' AND 'junior' = ANY (s.roles)"
        )
        red_juniors = cursor.fetchone()[0]
        cursor.execute('SELECT "right" FROM trust_rightsrequest')
        wishes = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT state FROM conferences_conference UNION SELECT 'visit ' || state FROM visits_visit")
        meetings = {row[0] for row in cursor.fetchall()}
        cursor.execute("SELECT count(*) FROM instruments_administration GROUP BY case_id, version_id ORDER BY 1 DESC")
        asked_again = cursor.fetchone()[0]
        cursor.execute("SELECT id, pin_generation, ticket FROM intake_request")
        doors = {ticket: (request_id, generation) for request_id, generation, ticket in cursor.fetchall()}
    return {
        "filled": _filled(), "strangers": _seen_by_strangers(),
        "report": report, "again": again, "persons": persons, "drawn": drawn, "persons_again": persons_again,
        "stages": stages, "wishes": wishes, "future": future, "red_juniors": red_juniors, "doors": doors, "seen": seen,
        "meetings": meetings, "asked_again": asked_again,
    }  # fmt: skip


def _filled() -> set[str]:
    """The guarded tables in which something stands."""
    with connections["owner"].cursor() as cursor:
        found = set()
        for table in (name for name, guarded in tables() if guarded and name not in COMMON_KNOWLEDGE):
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}")')
            if cursor.fetchone()[0]:
                found.add(table)
        return found


def _seen_by_strangers() -> dict[str, dict[str, int]]:
    """Rows of each guarded table that a new worker of a new agency sees, and that anybody sees."""
    agency = Agency.objects.using("owner").create(name="Yayasan Asing", region_code="31.71")
    unit = Unit.objects.using("owner").create(agency=agency, name="Unit Asing", areas=["31.71"])
    stranger = Staff(
        username="asing", full_name="Asing Contoh", called_name="Asing", sex="P", roles=["peksos"], agency=agency,
        unit=unit,
    )  # fmt: skip
    stranger.save(using="owner", force_insert=True)
    seen = {}
    for name, asker in (("stranger", stranger.asker()), ("public", PUBLIC)):
        with asking_as(asker, readonly=True):
            seen[name] = counts()
    return seen


# What is there for everybody: the list of services, and groups that are announced to the public with their meetings.
LIST = {
    "directory_capacity", "directory_contact", "directory_eligibility", "directory_location",
    "directory_organization", "directory_requireddocument", "directory_schedule", "directory_service",
    "directory_servicearea", "directory_serviceatlocation",
}  # fmt: skip
FOR_ALL = {*LIST, "counselling_group", "counselling_meeting", "counselling_terms"}
FOR_STAFF = {
    *LIST,
    # What was said of an entry of that list, and how an entry was before.
    "directory_suggestion", "base_version",
    # Questions of practice between agencies, and how conversations are kept.
    "consultation_answer", "consultation_article", "consultation_articlekey", "consultation_question",
    "counselling_terms",
    # Themself.
    "people_staff",
}  # fmt: skip


def test_of_a_world_that_is_full_a_stranger_sees_nothing_but_what_is_for_all(played):
    assert len(played["filled"]) > 100
    assert set(played["strangers"]["stranger"]) <= FOR_STAFF
    assert set(played["strangers"]["public"]) <= FOR_ALL
    assert played["strangers"]["stranger"]["people_staff"] == 1


def test_everybody_is_there_and_cases_stand_in_many_stages(played):
    assert PEOPLE <= played["persons"] - played["drawn"] < PEOPLE + 6
    stages = {stage for stage, _state in played["stages"]}
    assert stages >= {"assessment", "intervention", "aftercare"}


def test_a_second_start_adds_nothing_and_tells_the_same(played):
    assert played["persons_again"] == played["persons"]
    assert played["again"] == played["report"]


def test_nothing_was_played_after_today(played):
    assert played["future"] == 0


def test_some_families_have_a_genogram_through_three_generations(played):
    assert played["drawn"] >= 8


def test_no_junior_holds_a_red_case(played):
    assert played["red_juniors"] == 0


def test_every_ticket_of_the_note_opens_with_its_pin(played):
    tickets = played["report"].tickets
    assert any("Wati" in one["about"] for one in tickets)
    for one in tickets:
        request_id, generation = played["doors"][read_ticket(one["ticket"])]
        assert pin_fits(request_id, generation, one["pin"])


def test_each_of_the_cast_has_an_account(played):
    accounts = {one["username"]: one for one in played["report"].accounts}
    assert {"sari", "ayu", "dimas", "budi", "rini", "adi", "putri", "agus"} <= set(accounts)
    assert len({one["password"] for one in accounts.values()}) == len(accounts)


def test_each_sees_their_own_part_of_the_world(played):
    seen = played["seen"]
    assert seen["public"] == (0, 0, 0)
    assert seen["adi"][1:] == (0, 0)
    ayu, sari, budi = (seen[name] for name in ("ayu", "sari", "budi"))
    assert 0 < ayu[1] <= sari[1]
    assert budi[1] < sari[1]


@pytest.mark.django_db(databases=["default", "owner"])
def test_it_is_never_loaded_beside_other_data():
    accounts = Staff.objects.using("owner").count()
    with pytest.raises(Trouble, match="data lain"):
        load(persons=1)
    assert Staff.objects.using("owner").count() == accounts > 0


def test_the_data_officer_has_something_to_answer(played):
    assert {"access", "correction", "deletion"} <= played["wishes"]


def test_tables_and_visits_have_been_and_are_coming(played):
    assert played["meetings"] == {"held", "planned", "visit back", "visit planned"}


def test_an_instrument_was_asked_twice_so_that_its_change_is_shown(played):
    assert played["asked_again"] == 2

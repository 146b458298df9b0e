"""Each table either has row-level security or stands here with the reason why it needs none."""

import pytest
from django.db import ProgrammingError, connection, transaction

from rangkul.base.asking import PUBLIC, asking_as, job
from rangkul.base.clock import local, now
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn
from rangkul.journey.cases import actions as cases

# Table → why no row of it needs an identity. Prefixes end with *.
OPEN_TABLES = {
    "wilayah_*": "names of places are public facts",
    "taxonomy_*": "lists of words, the same everywhere",
    "crisis_hotline*": "public help lines",
    "directory_word": "single words of the list of services, pointing at nothing",
    "django_*": "the framework's own books; a session row holds a random key and an account id",
    "auth_*": "unused tables of the account framework: no groups, no permissions",
    "account_*": "addresses of the account library; staff have none there",
    "mfa_*": "second factors: sealed by the application before they are written",
    "axes_*": "failed logins: name as typed and address, removed after the lockout",
    "procrastinate_*": "jobs carry ids, never words of a person",
}
# Seen by whoever says who they are: no personal data of clients.
COMMON_KNOWLEDGE = {
    "people_agency": "anybody who asks for help may know which agencies there are",
    "people_unit": "units of an agency are public",
    "instruments_instrument": "the house's own questionnaires, the same everywhere; an agency's are seen by it alone",
    "instruments_instrumentversion": "questions and rules of counting; no answer",
    "base_datakey": "keys wrapped by the master key, useless without it",
    "base_once": "answers found only by a random key",
}


def query(sql: str, *values) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def tables() -> list[tuple[str, bool]]:
    return query(
        "SELECT c.relname, c.relrowsecurity FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') ORDER BY 1"
    )


def is_open(table: str) -> bool:
    return any(table == name or (name.endswith("*") and table.startswith(name[:-1])) for name in OPEN_TABLES)


def test_every_table_is_guarded_or_says_why_not(db):
    bare = [table for table, guarded in tables() if not guarded and not is_open(table)]
    assert not bare, f"protect these in a migration (base.rls), or give a reason here: {bare}"


def test_no_reason_is_stale(db):
    names = [table for table, guarded in tables() if not guarded]
    stale = [
        name for name in OPEN_TABLES
        if not any(table == name or (name.endswith("*") and table.startswith(name[:-1])) for table in names)
    ]  # fmt: skip
    assert not stale


def test_every_guarded_table_has_a_policy(db):
    without = query(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'"
        " AND c.relrowsecurity AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)"
    )
    # A table that the application reaches only through a function needs none.
    assert {name for (name,) in without} <= {"intake_knock"}


def test_the_application_owns_nothing_and_bypasses_nothing(db):
    ((super_user, bypass, create_role),) = query(
        "SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user"
    )
    assert (super_user, bypass, create_role) == (False, False, False)
    assert query("SELECT current_user") == [("rangkul_app",)]
    assert not query(
        "SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user"
    )


@pytest.fixture
def world(cast, asking):
    """A request of Wati's that Ayu accepted, with a note, a task and a consent; and another one that waits."""
    told = HandedIn(
        narrative="Saya butuh bantuan.", region_code="32.73", asked=Asked(name="Wati Contoh"),
        agreed=Agreed({"service": True}, text_version="1"),
    )  # fmt: skip
    with asking(None) as public:
        first = intake.submit(by=public, given=told)
        intake.submit(by=public, given=told)
    with asking(cast.ayu) as ayu:
        wati = Person.objects.create(
            key=DataKey.make(),
            agency=cast.ayu.agency,
            unit=cast.ayu.unit,
            registered_by=cast.ayu,
            full_name="Wati Contoh",
        )
        intake.link_person(by=ayu, request=first, person=wati)
        case = intake.accept(by=ayu, request=first, text="Kami dampingi.", no_conflict=True)
        cases.write_note(by=ayu, case=case, text="Datang bersama anaknya.")
        cases.add_task(by=ayu, case=case, title="Bawa akta", due=local(now()).date())
    return case


def counts() -> dict[str, int]:
    """Rows of each guarded table as far as the asker of now sees them; tables without any right are left out."""
    found = {}
    for table, guarded in tables():
        if not guarded or table in COMMON_KNOWLEDGE:
            continue
        try:
            with transaction.atomic():
                found[table] = query(f'SELECT count(*) FROM "{table}"')[0][0]
        except ProgrammingError:
            continue
    return {table: n for table, n in found.items() if n}


def test_without_an_identity_nothing_is_there(world):
    assert counts() == {}


def test_the_public_sees_nothing(world):
    with asking_as(PUBLIC):
        assert counts() == {}


def test_budi_of_another_agency_sees_nothing_of_it(world, cast, asking):
    with asking(cast.budi):
        seen = counts()
    # He knows his own colleagues and that rights exist of which he sees no subject.
    assert set(seen) <= {"people_staff"}, seen


@pytest.mark.parametrize("name", ["adi", "rini", "agus"])
def test_who_does_not_practise_reads_no_file(world, cast, asking, name):
    files = {"people_person", "people_phone", "intake_request", "intake_contact", "intake_message"}
    with asking(getattr(cast, name)):
        seen = set(counts())
    assert not {table for table in seen if table in files or table.startswith(("cases_", "assessment_", "plans_"))}, (
        seen
    )


def test_candra_of_another_unit_sees_the_register_but_no_case(world, cast, asking):
    with asking(cast.candra):
        seen = counts()
    assert "people_person" in seen
    assert not {table for table in seen if table.startswith(("cases_", "assessment_", "plans_", "intake_"))}, seen


def test_dimas_of_the_same_unit_sees_the_queue_but_not_the_case(world, cast, asking):
    with asking(cast.dimas):
        seen = counts()
    assert "intake_request" in seen
    assert not {table for table in seen if table.startswith(("cases_", "assessment_", "plans_"))}, seen


def test_a_job_without_a_reason_reads_no_note(world):
    with asking_as(job("apa saja")):
        assert "cases_note" not in counts()


def test_what_the_application_may_remove_is_chosen_table_by_table(db):
    removable = query(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        " AND has_table_privilege(oid, 'DELETE')"
    )
    kept = {name for (name,) in removable if name.startswith(("base_", "trust_", "cases_", "assessment_"))}
    assert not kept, "what was written stays; corrections are appended"


def test_a_change_keeps_a_version_whatever_is_written_but_a_count_or_a_use(db):
    unkept = query(
        "SELECT c.relname, a.attname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
        " WHERE t.tgname = 'keep_version' AND cardinality(t.tgattr::int2[]) > 0"
        " AND a.attnum <> ALL (t.tgattr::int2[]) AND a.attname NOT IN ('id', 'made_at', 'made_by_id')"
    )
    assert set(unkept) == {
        ("api_apitoken", "last_used_at"),
        *((table, "wrong_codes") for table in ("intake_request", "conferences_invitation", "referral_referral")),
    }

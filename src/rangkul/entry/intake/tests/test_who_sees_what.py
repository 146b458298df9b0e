"""The database decides who sees a request and everything that hangs on it; the fixed cast walks past every table."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from rangkul.base.asking import NOBODY, Asker, job
from rangkul.base.clock import now
from rangkul.base.events import Event
from rangkul.base.ids import new_id
from rangkul.entry.intake import actions, models
from rangkul.entry.intake.tests.situations import IN_DANGER, handed_in, holder

pytestmark = pytest.mark.django_db

TABLES = ("Request", "Contact", "Decision", "Message", "LevelChange", "Ruling", "Escalation")


@pytest.fixture
def busy(cast, asking):
    """A request with a row in every table."""
    made = handed_in(IN_DANGER, received_at=now() - timedelta(hours=1))
    with asking(job("intake.clock")) as by:
        actions.escalate(by=by, request=made)
    with asking(cast.ayu):
        actions.change_level(by=cast.ayu.asker(), request=made, level="oranye", reason="Sudah aman")
        actions.ask_information(by=cast.ayu.asker(), request=made, text="Di mana sekarang?")
    with asking(holder(made)):
        actions.answer_by_asker(by=holder(made), request=made, text="Di rumah ibu")
    return made


# Each reads and changes nothing, so one world is enough for all tables.
def seen(*tables: str) -> list[str]:
    return [table for table in tables if getattr(models, table).objects.exists()]


@pytest.mark.parametrize("name", ["ayu", "sari", "dimas"])
def test_who_practises_in_the_unit_sees_it(busy, cast, asking, name):
    with asking(getattr(cast, name)):
        assert seen(*TABLES) == [*TABLES]


@pytest.mark.parametrize("name", ["candra", "dewi", "budi", "hana", "adi", "putri", "agus", "rini"])
def test_others_do_not(busy, cast, asking, name):
    with asking(getattr(cast, name)):
        assert seen(*TABLES, "RequestKey", "Draft") == []


@pytest.mark.parametrize("asker", [None, NOBODY, Asker("ticket", ticket_id=new_id()), Asker("login")])
def test_neither_does_the_public_nor_nobody_nor_another_ticket(busy, asking, asker):
    with asking(asker):
        assert seen(*TABLES, "RequestKey", "Draft") == []


def test_the_holder_of_the_ticket_sees_the_own_request(busy, asking):
    with asking(holder(busy)):
        assert seen("Request", "Contact", "Decision", "Message") == ["Request", "Contact", "Decision", "Message"]


@pytest.mark.parametrize("table", ["Decision", "Message", "LevelChange", "Ruling"])
def test_what_was_written_cannot_be_changed_or_removed(busy, cast, asking, table):
    with asking(cast.sari):
        rows = getattr(models, table).objects
        for change in (lambda: rows.update(made_at=now()), lambda: rows.all()._raw_delete("default")):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                change()


def test_nobody_reads_the_counts_at_the_door(cast, asking):
    for staff in (cast.sari, cast.adi, None):
        with asking(staff), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            models.Knock.objects.count()


def test_the_public_cannot_write_into_somebodys_thread(busy, asking):
    with asking(None), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        models.Message(key_id=busy.key_id, request_id=busy.pk, from_asker=True).save(force_insert=True)


def test_another_agency_cannot_put_a_request_into_ours(busy, cast, asking):
    copy = models.Request(
        key_id=busy.key_id, ticket="BCDFGHJK", agency_id=busy.agency_id, unit_id=busy.unit_id,
        owner_id=busy.owner_id, level="biru", due_at=now(), escalate_at=now(),
    )  # fmt: skip
    with asking(cast.budi), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        copy.save(force_insert=True)


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"state": "declined"}, "intake_request_closed_paired"),
        ({"closed_at": now()}, "intake_request_closed_paired"),
        ({"against": "owner"}, "intake_request_not_owned_by_accused"),
    ],
)
def test_what_must_always_hold_is_held_by_the_database(busy, cast, asking, change, constraint):
    if change.get("against"):
        change = {"against_id": cast.ayu.pk, "owner_id": cast.ayu.pk}
    with asking(job("test")), pytest.raises(DatabaseError, match=constraint), transaction.atomic():
        models.Request.objects.filter(pk=busy.pk).update(**change)


def test_the_accused_hears_nothing_from_the_event_log(cast, asking):
    made = handed_in(by=cast.ayu.asker(), against_id=cast.sari.pk)
    for staff, heard in ((cast.ayu, True), (cast.sari, False)):
        with asking(staff):
            assert Event.objects.filter(subject_id=made.pk).exists() is heard

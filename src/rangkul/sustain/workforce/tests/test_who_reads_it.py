"""What the two tell each other: the whole cast walks past it, and the database lets nobody else read."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from rangkul.base.asking import LOGIN, PUBLIC, Asker, asking_as, job
from rangkul.base.clock import local
from rangkul.base.models import Version
from rangkul.journey.cases import actions as cases
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.conftest import WHISPER
from rangkul.sustain.workforce.models import (
    AgendaItem,
    Contract,
    Correction,
    Decision,
    FollowUp,
    PersonalNote,
    Readiness,
    Reflection,
    Session,
)

OTHERS = ["rini", "dimas", "candra", "dewi", "adi", "putri", "agus", "budi", "hana"]
TABLES = [Contract, Session, AgendaItem, Decision, FollowUp, Correction, PersonalNote, Readiness, Reflection]


@pytest.fixture
def everything(cast, asking, session, case):
    """One row of each table."""
    today = local(session.at).date()
    with asking(cast.ayu) as ayu:
        actions.add_point(by=ayu, session=session, text="Lelah sesudah tiga kunjungan malam")
        actions.write_personal_note(by=ayu, session=session, text=WHISPER)
        actions.reflect(by=ayu, text="Hari ini saya marah, lalu malu")
    with asking(cast.sari) as sari:
        actions.decide(by=sari, session=session, text="Kunjungan berdua", rationale="Rumahnya tidak aman", case=case)
        actions.add_follow_up(by=sari, session=session, text="Cari teman kunjungan", owner=cast.sari, due=today)
        actions.judge_readiness(
            by=sari, worker=cast.ayu, ready_for="Kasus merah sendiri", judgement="with_support",
            defined_by="together", criteria="Tiga kasus merah bersama", reason="Baru dua",
        )  # fmt: skip
        actions.record_session(by=sari, session=session, summary="Aman", supportive=30, why_no_next="Cuti")
        for_both = Session.objects.get(pk=session.pk)
    for who in (cast.sari, cast.ayu):
        with asking(who) as by:
            actions.sign_session(by=by, session=for_both)
    with asking(cast.ayu) as ayu:
        actions.correct_session(by=ayu, session=for_both, text="Tiga kunjungan, bukan dua")
    return for_both


def seen() -> dict[str, int]:
    return {model.__name__: n for model in TABLES if (n := model.objects.count())}


def test_the_two_read_it(everything, cast, asking):
    for who in (cast.sari, cast.ayu):
        with asking(who):
            assert PersonalNote.objects.select_related("key").get().text == WHISPER
            assert set(seen()) - {"Reflection"} == {model.__name__ for model in TABLES} - {"Reflection"}


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_reads_a_word(everything, cast, asking, name):
    with asking(getattr(cast, name)):
        assert seen() == {}


@pytest.mark.parametrize("roles", ["supervisor", "pimpinan", "admin", "auditor", "pdp", "supervisor,pimpinan,auditor"])
def test_no_role_opens_it(everything, cast, roles):
    """Whatever a single account of the same unit could ever hold."""
    stranger = Asker(
        "staff",
        staff_id=cast.rini.pk,
        agency_id=cast.sari.agency_id,
        unit_id=cast.sari.unit_id,
        roles=frozenset(roles.split(",")),
    )
    with asking_as(stranger):
        assert seen() == {}


@pytest.mark.parametrize(
    "asker",
    [PUBLIC, LOGIN, job("cases.clock"), job("staff.leaving"), job("trust.erase")],
    ids=lambda one: one.name or one.kind,
)
def test_neither_the_public_nor_any_job_reads_what_is_personal(everything, asker):
    with asking_as(asker):
        assert not PersonalNote.objects.exists()
        assert not Reflection.objects.exists()
        assert not Readiness.objects.exists()


def test_nobody_who_does_not_ask_sees_anything(everything):
    assert seen() == {}


def test_the_log_is_its_writers_alone(everything, cast, asking):
    with asking(cast.sari):
        assert not Reflection.objects.exists()
    with asking(cast.ayu):
        assert Reflection.objects.select_related("key").get().text == "Hari ini saya marah, lalu malu"


def test_no_version_of_it_is_kept_for_those_who_read_versions(everything, cast, asking):
    with asking(cast.agus):
        assert not Version.objects.filter(table__startswith="workforce").exists()


def test_it_is_sealed(everything, cast, asking):
    with asking(cast.ayu), connection.cursor() as cursor:
        cursor.execute("SELECT text FROM workforce_personalnote UNION ALL SELECT text FROM workforce_reflection")
        assert all(WHISPER.encode() not in bytes(raw) and b"marah" not in bytes(raw) for (raw,) in cursor.fetchall())


def test_personal_notes_have_a_key_of_their_own(everything, cast, asking):
    with asking(cast.ayu):
        assert PersonalNote.objects.get().key_id == everything.personal_key_id != everything.key_id


def test_a_head_reads_the_shared_record_only_where_both_signed_for_it(everything, cast, asking):
    with asking(cast.ayu) as ayu:
        again = actions.draft_contract(by=ayu, supervisor=cast.sari, worker=cast.ayu)
        actions.change_contract(by=ayu, contract=again, readers="head")
    for who in (cast.sari, cast.ayu):
        with asking(who) as by:
            opened = actions.sign_contract(by=by, contract=again)
    with asking(cast.sari) as sari:
        later = actions.plan_session(by=sari, contract=opened, at=everything.at + timedelta(days=365))
        actions.write_personal_note(by=sari, session=later, text="Hanya kita")
        actions.record_session(by=sari, session=later, summary="Rencana pelatihan", educative=30, why_no_next="Cuti")
    with asking(cast.rini):
        assert not Session.objects.exists()
    for who in (cast.sari, cast.ayu):
        with asking(who) as by:
            actions.sign_session(by=by, session=later)
    with asking(cast.rini):
        assert [row.summary for row in Session.objects.select_related("key")] == ["Rencana pelatihan"]
        assert not PersonalNote.objects.exists()
    with asking(cast.hana):
        assert not Session.objects.exists()


def test_nobody_slips_a_note_between_the_two(everything, cast, asking):
    honest = {"supervisor": cast.sari, "worker": cast.ayu, "by": cast.sari, "key_id": everything.personal_key_id}

    def slip(who, **more):
        row = PersonalNote(session=everything, **{**honest, **more})
        with asking(who), pytest.raises(DatabaseError), transaction.atomic():
            row.save(force_insert=True)

    slip(cast.dewi)
    slip(cast.dewi, by=cast.dewi, supervisor=cast.dewi)
    slip(cast.sari, by=cast.ayu)
    slip(cast.sari, key_id=everything.key_id)
    with asking(cast.sari):
        PersonalNote(session=everything, **honest).save(force_insert=True)


def test_a_personal_note_is_never_changed(everything, cast, asking):
    with asking(cast.ayu):
        for change in (PersonalNote.objects.update, PersonalNote.objects.all().delete):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                change(**({"by": cast.sari} if change == PersonalNote.objects.update else {}))


def test_what_concerns_a_case_goes_out_of_sight_with_the_case(everything, cast, asking, case):
    with asking(cast.ayu) as ayu:
        cases.transfer(by=ayu, case=case, worker=cast.dimas, reason="Ayu pindah tugas")
    with asking(cast.ayu):
        assert not Decision.objects.exists()
    with asking(cast.sari):
        assert Decision.objects.exists()


def test_what_both_signed_is_frozen_whatever_tries(everything, cast, asking):
    with asking(cast.sari):
        for change in ({"administrative": 99}, {"state": "held"}, {"supervisor_signed_at": None}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Session.objects.filter(pk=everything.pk).update(**change)
        with pytest.raises(DatabaseError), transaction.atomic():
            AgendaItem(session=everything, key_id=everything.key_id, source="own", by=cast.sari).save(force_insert=True)
        assert not AgendaItem.objects.all().delete()[0]
        assert not Decision.objects.all().delete()[0]


def test_nobody_signs_for_the_other(recorded, cast, asking):
    forged = pytest.raises(DatabaseError, match="signs for the other")
    with asking(cast.sari), forged, transaction.atomic():
        Session.objects.filter(pk=recorded.pk).update(worker_signed_at=recorded.at)

"""The instrument that asked about the working together too is retired; what was answered to it is read by fewer."""

from importlib import import_module
from types import SimpleNamespace

import psycopg
import pytest
from django.db import connections

from rangkul.base.asking import job
from rangkul.base.clock import now
from rangkul.base.postgres import conninfo
from rangkul.base.xforms import check
from rangkul.commons.trust.actions import grant
from rangkul.journey.instruments import actions as instruments
from rangkul.journey.instruments import queries
from rangkul.journey.instruments.actions import Given
from rangkul.journey.instruments.models import Administration, Instrument, InstrumentVersion
from rangkul.journey.instruments.tests import retired

SWITCH_ON = "UPDATE instruments_instrument SET active = true WHERE key = 'alliance_own'"
migration = import_module("rangkul.journey.plans.migrations.0009_one_way_to_rate_the_alliance")


@pytest.fixture(scope="module")
def owner(django_db_setup, django_db_blocker):
    """A hand with the owner's rights to this worker's database, and what a migration is given of it."""
    with django_db_blocker.unblock():
        place = psycopg.conninfo.make_conninfo(conninfo("owner"), dbname=connections["default"].settings_dict["NAME"])
    with psycopg.connect(place, autocommit=True) as hand:
        yield SimpleNamespace(connection=hand, do=hand.execute)


@pytest.fixture(scope="module")
def version_id(owner, django_db_blocker):
    """Loaded by an earlier release and retired by this one, before and after everything that a test does: the owner's
    statements wait for nobody then. Gone again afterwards."""
    with django_db_blocker.unblock():
        held = Instrument.objects.using("owner").create(key="alliance_own", pack="core", name_id="Umpan balik")
        version = InstrumentVersion.objects.using("owner").create(
            instrument=held, number="2026-11-26", xform=check(retired.FORM, "form.md").form.xml.decode(),
            source=retired.FORM, source_name="alliance_own.md", rules=retired.WRITTEN, languages=["id", "en"],
            licence="x", checksum="x", published_at=now(),
        )  # fmt: skip
        connections["owner"].close()
    migration.retire(None, owner)
    # It was answered while it was in use.
    owner.do(SWITCH_ON)
    yield version.pk
    migration.take_up_again(None, owner)
    owner.do("ALTER TABLE instruments_instrumentversion DISABLE TRIGGER keep_published")
    owner.do("DELETE FROM instruments_instrumentversion WHERE id = %s", [version.pk])
    owner.do("ALTER TABLE instruments_instrumentversion ENABLE TRIGGER keep_published")
    owner.do("DELETE FROM instruments_instrument WHERE id = %s", [held.pk])


@pytest.fixture
def answered(version_id, case, cast, asking):
    """Ayu's client answered it; then nobody could any more."""
    with asking(cast.ayu) as ayu:
        answer = check(retired.FORM, "form.md").form.answer_from({"alliance_heard": 8, "alliance_wish": "Lebih pelan."})
        version = InstrumentVersion.objects.select_related("instrument").get(pk=version_id)
        return instruments.record(by=ayu, case=case, version=version, given=Given(answer=answer))


def test_it_can_be_chosen_no_more(version_id, owner, cast, asking):
    def offered():
        with asking(cast.ayu) as ayu:
            return {one.instrument.key for one in queries.choices(ayu)}

    assert "alliance_own" in offered()
    owner.do(migration.SWITCH_OFF, [migration.KEY])
    try:
        assert "alliance_own" not in offered()
    finally:
        owner.do(SWITCH_ON)


def test_its_team_still_reads_what_was_answered(answered, case, cast, asking):
    with asking(cast.ayu):
        (found,) = queries.results(case)
        assert found.scored.part("heard").total == 8


@pytest.mark.parametrize("name", ["sari", "budi", "candra", "putri"])
def test_nobody_else_does(answered, case, cast, asking, name):
    with asking(cast.ayu):
        grant(by=cast.ayu.asker(), subject=("case", case.pk), grantee=("staff", cast.candra.pk), basis="referral")
    with asking(getattr(cast, name)):
        assert not Administration.objects.exists()


def test_no_job_reads_it(answered, asking):
    with asking(job("insight")):
        assert not Administration.objects.exists()

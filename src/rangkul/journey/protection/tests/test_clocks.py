"""Hours that a law sets: begun and met by a person, told to somebody above before they run out."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.journey.assessment.models import Risk
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries import closing_missing
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.laws import LAWS
from rangkul.journey.protection.models import LegalClock
from rangkul.journey.protection.tests.conftest import CLOCK, tick

TPKS = "tpks_police_72h"


@pytest.fixture
def begun(cast, case, asking):
    """`begun(hours)`: Wati told it so many hours ago."""

    def run(hours=1, law=TPKS):
        with asking(cast.ayu) as ayu:
            at = clock.now() - timedelta(hours=hours)
            return actions.start_clock(
                by=ayu, folder=case, law=law, began_at=at, because="Wati menceritakan kejadiannya"
            )

    return run


def told(asking):
    with asking(CLOCK):
        return list(Escalation.objects.filter(settled_at=None).order_by("step").values_list("told_id", flat=True))


def test_the_report_to_the_police_has_72_hours(begun, cast, asking):
    row = begun()
    assert row.due_at - row.began_at == timedelta(hours=72)
    assert row.told_from - row.began_at == timedelta(hours=48)
    with asking(cast.ayu):
        kept = LegalClock.objects.select_related("key").get()
        assert (kept.because, kept.owner_id) == ("Wati menceritakan kejadiannya", cast.ayu.pk)
        assert Event.objects.get(name="legal_clock.started").payload == {"id": str(row.pk), "law": TPKS}


def test_within_48_hours_nobody_is_told(begun, asking):
    begun(47)
    tick()
    assert told(asking) == []


def test_from_48_hours_on_the_supervisor_is_told_at_the_pace_of_red(begun, cast, asking):
    begun(49)
    tick()
    assert told(asking) == [cast.sari.pk]
    with asking(CLOCK):
        row = Escalation.objects.get()
        assert row.next_at - row.told_at <= timedelta(minutes=15)
        Escalation.objects.update(next_at=clock.now() - timedelta(seconds=1))
    tick()
    assert told(asking) == [cast.sari.pk, cast.rini.pk]


def test_a_clock_that_is_met_stops_climbing_and_says_how(begun, cast, asking):
    row = begun(50)
    tick()
    with asking(cast.ayu) as ayu:
        words = {"met_at": clock.now(), "how": "Diterima piket Unit PPA", "receipt": "LP/B/1/2026"}
        actions.meet_clock(by=ayu, clock=row, **words)
        kept = LegalClock.objects.select_related("key").get()
        assert (kept.met_by_id, kept.how, kept.receipt) == (cast.ayu.pk, words["how"], words["receipt"])
        assert not kept.was_late
        with pytest.raises(Refused, match="sudah selesai"):
            actions.meet_clock(by=ayu, clock=row, **words)
    assert told(asking) == []


def test_late_is_told_as_late(begun, cast, asking):
    row = begun(80)
    with asking(cast.ayu) as ayu:
        actions.meet_clock(by=ayu, clock=row, met_at=clock.now(), how="Baru bisa dilaporkan")
        assert Event.objects.get(name="legal_clock.met").payload["late"] is True


def test_nobody_meets_it_without_saying_how(begun, cast, asking):
    row = begun()
    with asking(cast.ayu) as ayu:
        with pytest.raises(Refused) as refused:
            actions.meet_clock(by=ayu, clock=row, met_at=clock.now(), how="  ")
        assert refused.value.field == "how"
        with pytest.raises(IntegrityError, match="met_with_how"), transaction.atomic():
            LegalClock.objects.update(met_at=clock.now())


def test_only_a_supervisor_says_that_it_does_not_apply(begun, cast, asking):
    row = begun()
    with asking(cast.ayu) as ayu, pytest.raises(PermissionDenied):
        actions.stop_clock(by=ayu, clock=row, because="Bukan kekerasan seksual")
    with asking(cast.sari) as sari:
        actions.stop_clock(by=sari, clock=row, because="Bukan TPKS menurut LBH Contoh")
        assert not LegalClock.objects.get().runs


def test_no_machine_begins_meets_or_stops_one(begun, case, asking):
    row = begun()
    with asking(CLOCK):
        for verb, more in (
            (actions.start_clock, {"folder": case, "law": "litmas_72h", "began_at": clock.now(), "because": "x"}),
            (actions.meet_clock, {"clock": row, "met_at": clock.now(), "how": "x"}),
            (actions.stop_clock, {"clock": row, "because": "x"}),
        ):
            with pytest.raises(PermissionDenied):
                verb(by=CLOCK, **more)


@pytest.mark.parametrize(("hours", "law"), [(-2, TPKS), (24 * 400, TPKS), (1, "bukan_hukum")])
def test_times_and_kinds_make_sense(begun, hours, law):
    with pytest.raises(Refused):
        begun(hours, law)


def test_one_of_a_kind_runs_at_a_time(begun):
    begun()
    with pytest.raises(Refused, match="sudah berjalan"):
        begun()


def test_a_case_does_not_end_while_one_runs(begun, case, cast, asking):
    begun()
    with asking(cast.ayu):
        assert "legal_clock" in {one.code for one in closing_missing(case)}


def test_facts_only_propose(case, cast, asking):
    with asking(cast.ayu):
        assert queries.proposals(queries.calls_of(case, {}), []) == []
        Risk.objects.create(case=case, key=case.key, kind="sexual_violence")
        proposed = [law.code for law in queries.proposals(queries.calls_of(case, {}), [])]
        assert proposed == [TPKS, "tpks_protection_24h"]
        # What counts from the protection that was given waits until somebody asked for it.
        begun = [LegalClock(law=TPKS), LegalClock(law="tpks_protection_24h")]
        later = {law.code for law in queries.proposals(queries.calls_of(case, {}), begun)}
        assert later == {"tpks_protection_14d", "tpks_lpsk_24h"}
        assert not LegalClock.objects.exists()


@pytest.mark.parametrize("law", LAWS.values(), ids=lambda law: law.code)
def test_each_kind_names_its_source_and_is_told_in_time(law):
    assert law.source.startswith(("UU ", "PP "))
    assert timedelta(0) < law.told_after <= law.lasts


@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_sees_no_clock(begun, cast, asking, who):
    begun()
    with asking(getattr(cast, who)):
        assert not LegalClock.objects.exists()

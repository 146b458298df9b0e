"""The agenda comes from real cases, each with its reasons, and never from one that the supervisor may not see."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases import jobs
from rangkul.journey.cases.models import Case
from rangkul.sustain.workforce import actions, queries
from rangkul.sustain.workforce.conftest import planned
from rangkul.sustain.workforce.models import AgendaItem


def found(who, asking, session) -> list[tuple[str, str]]:
    with asking(who) as by:
        return [(one.source.value, one.sentence) for one in queries.found_cases(by, planned(session))]


def test_a_case_in_order_is_not_talked_about(session, case, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.say_why_alone(by=ayu, case=case, reason="Keluarga menolak pihak lain")
    assert found(cast.sari, asking, session) == []


def test_each_reason_is_said_and_the_gravest_comes_first(session, case, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.change_level(by=ayu, case=case, level="merah", reason="Ada ancaman")
        late = clock.now() - timedelta(days=3)
        Case.objects.update(last_contact_at=late - timedelta(days=20), next_due_at=late)
    ((source, sentence),) = found(cast.sari, asking, session)
    assert source == "red"
    for words in ("pengamanannya", "Kasus merah, diminta hari ini.", "batasnya 3 hari lalu", "23 hari tanpa kontak"):
        assert words in sentence


def test_what_climbs_is_named_with_its_time(session, case, cast, asking):
    """The first task of the clock: whatever package keeps what is late, its words stand on the agenda."""
    with asking(cast.ayu) as ayu:
        cases.give_emergency_help(by=ayu, case=case, help_given="Makanan", reason="Belum makan")
        Case.objects.filter(pk=case.pk).update(contract_due_at=clock.now() - timedelta(days=2))
    with asking_as(job("cases.clock")):
        jobs.move_clocks()
    assert "Kontrak layanan belum disepakati, batasnya 2 hari lalu." in found(cast.sari, asking, session)[0][1]


def test_what_was_sent_back_says_so_until_it_is_asked_again(session, case, cast, asking):
    with asking(cast.ayu) as ayu:
        asked = cases.ask_signature(by=ayu, case=case, subject_kind="plan")
    with asking(cast.sari) as sari:
        cases.send_back(by=sari, signature=type(asked).objects.select_related("case").get(pk=asked.pk), comment="x")
    assert "Rencana, dikembalikan hari ini." in found(cast.sari, asking, session)[0][1]
    with asking(cast.ayu) as ayu:
        cases.ask_signature(by=ayu, case=case, subject_kind="plan")
    assert "dikembalikan" not in found(cast.sari, asking, session)[0][1]


def test_a_case_that_does_not_move_is_stuck(session, case, cast, asking):
    with asking(cast.ayu):
        Case.objects.update(stage_since=clock.now() - timedelta(days=60))
    assert "60 hari di tahap" in found(cast.sari, asking, session)[0][1]


def test_what_the_supervisor_may_not_see_stands_on_no_agenda(session, case, cast, asking):
    with asking(cast.ayu):
        Case.objects.update(level="merah", against=cast.sari)
    assert found(cast.sari, asking, session) == []
    assert found(cast.ayu, asking, session) == []


def test_both_see_the_same_agenda(session, case, cast, asking):
    with asking(cast.ayu):
        Case.objects.update(level="merah")
    assert found(cast.ayu, asking, session) == found(cast.sari, asking, session) != []


def test_what_was_not_on_it_cannot_be_slipped_in(session, case, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.say_why_alone(by=ayu, case=case, reason="Keluarga menolak pihak lain")
        actions.discuss(by=ayu, session=session, talked={case.pk: "x"})
        assert not AgendaItem.objects.exists()


def test_said_twice_it_stands_once_and_untalked_it_goes(session, case, cast, asking):
    with asking(cast.sari) as sari:
        Case.objects.update(level="merah")
        for words in ("Satu", "Dua"):
            actions.discuss(by=sari, session=session, talked={case.pk: words})
        item = AgendaItem.objects.select_related("key").get()
        assert (item.said, item.outcome, item.key_id) == ("Dua", "discussed", case.key_id)
        actions.discuss(by=sari, session=session, talked={})
        assert not AgendaItem.objects.exists()


@pytest.mark.parametrize("many", [1, 6])
def test_it_costs_the_same_however_many_cases_there_are(session, case, cast, asking, many):
    with asking(cast.ayu) as ayu:
        for _ in range(many - 1):
            cases.open_case(by=ayu, person=case.person, concern="Lagi")
        Case.objects.update(level="merah")
    row = None
    with asking(cast.sari) as sari:
        row = planned(session)
        with CaptureQueriesContext(
            connection,
        ) as spent:
            assert len(queries.found_cases(sari, row)) == many
    assert len(spent) <= 8

"""A red request is told to a supervisor the moment it is red, day and night, until a person acknowledges."""

from datetime import timedelta

import pytest

from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.events import Event
from rangkul.commons.people.models import Staff
from rangkul.entry.intake import actions, hooks, jobs, queries
from rangkul.entry.intake.models import Escalation, Request, Ruling
from rangkul.entry.intake.rules import escalation
from rangkul.entry.intake.tests.situations import HUNGRY, IN_DANGER, handed_in, holder

pytestmark = pytest.mark.django_db

CLOCK = job("intake.clock")


def tick():
    with asking_as(CLOCK):
        jobs.move_clocks()


def run_out():
    with asking_as(CLOCK):
        moments = {"escalate_at": now() - timedelta(seconds=1)}
        Request.objects.filter(escalate_at__isnull=False).update(**moments)


def rows(asking):
    with asking(CLOCK):
        return list(Escalation.objects.order_by("step").values_list("told_id", "why", "acknowledged_by_id"))


def test_the_supervisor_is_told_at_once_by_name(cast, asking):
    made = handed_in(IN_DANGER)
    assert rows(asking) == [(cast.sari.pk, "red", None)]
    with asking(cast.sari):
        assert [(one.row.pk, one.why) for one in queries.risen_to(cast.sari.asker())] == [(made.pk, "red")]
        assert Ruling.objects.get(rule="alarm").decision.reasons[0].code == "red"
        event = Event.objects.get(name="request.supervisor_told")
    assert event.payload == {"to": str(cast.sari.pk), "step": 1, "reason": "red"}


@pytest.mark.parametrize("level", ["kuning"])
def test_other_levels_tell_nobody_before_their_clock_runs_out(cast, asking, level):
    assert handed_in().level == level
    assert rows(asking) == []


def test_silence_rises_after_a_quarter_of_an_hour(cast, asking):
    made = handed_in(IN_DANGER)
    with asking(CLOCK):
        later = Request.objects.get(pk=made.pk).escalate_at - made.due_at
    assert timedelta() <= later < timedelta(seconds=5)
    run_out()
    tick()
    assert rows(asking) == [(cast.sari.pk, "red", None), (cast.rini.pk, "overdue", None)]


def test_one_that_is_entered_late_still_leaves_the_supervisor_a_quarter_of_an_hour(cast, asking):
    made = handed_in(IN_DANGER, received_at=now() - timedelta(days=2), by=cast.ayu.asker(), via="letter")
    tick()
    assert rows(asking) == [(cast.sari.pk, "red", None)]
    with asking(CLOCK):
        left = Request.objects.get(pk=made.pk).escalate_at - now()
    assert timedelta(minutes=14) < left <= escalation.RED_STEP


def test_knowing_of_it_does_not_lengthen_the_clock(cast, asking):
    made = handed_in(IN_DANGER)
    with asking(cast.sari):
        actions.acknowledge(by=cast.sari.asker(), request=made)
        assert Request.objects.get(pk=made.pk).escalate_at == made.due_at
    run_out()
    tick()
    assert [(one, why) for one, why, _who in rows(asking)] == [(cast.sari.pk, "red"), (cast.sari.pk, "overdue")]


def test_a_supervisor_who_owns_it_is_told_and_must_answer(cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(unit=cast.sari.unit).update(on_duty=False)
    assert handed_in(IN_DANGER, region_code="32.73.02.1001").owner_id == cast.sari.pk
    assert rows(asking) == [(cast.sari.pk, "red", None)]
    run_out()
    tick()
    assert rows(asking)[-1] == (cast.rini.pk, "overdue", None)


def test_a_supervisor_who_enters_it_knows_already(cast, asking):
    made = handed_in(IN_DANGER, by=cast.sari.asker(), via="phone")
    assert rows(asking) == [(cast.sari.pk, "red", cast.sari.pk)]
    with asking(cast.sari):
        assert queries.risen_to(cast.sari.asker()) == []
        assert Request.objects.get(pk=made.pk).escalate_at == made.due_at


def test_the_one_complained_about_is_passed_over(cast, asking):
    handed_in(IN_DANGER, by=cast.ayu.asker(), against_id=cast.sari.pk)
    assert rows(asking) == [(cast.rini.pk, "red", None)]
    with asking(cast.rini):
        assert len(queries.risen_to(cast.rini.asker())) == 1


def test_where_nobody_may_be_told_somebody_is_asked_to_choose(cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.rini.pk).update(is_active=False)
    handed_in(IN_DANGER, by=cast.ayu.asker(), against_id=cast.sari.pk)
    assert rows(asking) == [(cast.adi.pk, "nobody", None)]


def test_a_request_that_becomes_red_is_told_too(cast, asking):
    made = handed_in()
    with asking(cast.ayu):
        actions.change_level(by=cast.ayu.asker(), request=made, level="merah", reason="Suaminya kembali.")
    assert rows(asking) == [(cast.sari.pk, "red", None)]


def test_danger_in_what_the_asker_adds_is_told(cast, asking):
    made = handed_in()
    with asking(holder(made)):
        actions.answer_by_asker(by=holder(made), request=made, text="Dia mendobrak pintu, tolong cepat")
    assert [(one, why) for one, why, _who in rows(asking)] == [(cast.sari.pk, "red")]


def test_the_machine_that_raises_tells(cast, asking):
    made = handed_in()
    with asking(CLOCK):
        actions.raise_level(by=CLOCK, request=made, level="merah", reason="Uji.")
    assert [(one, why) for one, why, _who in rows(asking)] == [(cast.sari.pk, "red")]


def test_another_unit_has_another_supervisor(cast, asking):
    made = handed_in(IN_DANGER)
    with asking(cast.sari):
        actions.assign(by=cast.sari.asker(), request=made, owner=cast.candra)
    assert [one for one, _why, _who in rows(asking)] == [cast.sari.pk, cast.dewi.pk]


def test_handing_it_on_within_the_unit_tells_nobody_twice(cast, asking):
    made = handed_in(IN_DANGER)
    with asking(cast.sari):
        actions.assign(by=cast.sari.asker(), request=made, owner=cast.sari)
    assert len(rows(asking)) == 1


def test_it_stays_with_the_supervisor_while_it_is_open_and_ends_with_it(cast, asking, monkeypatch):
    # What later packages want done first is their own test.
    monkeypatch.setattr(hooks, "before_ending", [])
    made = handed_in(IN_DANGER)
    with asking(cast.ayu):
        actions.ask_information(by=cast.ayu.asker(), request=made, text="Di mana Ibu sekarang?")
    with asking(cast.sari):
        assert len(queries.risen_to(cast.sari.asker())) == 1
    with asking(cast.ayu):
        actions.decline(
            by=cast.ayu.asker(), request=made, reason="same_as_another", text="Sudah kami tangani.", no_conflict=True
        )
    with asking(cast.sari):
        assert queries.risen_to(cast.sari.asker()) == []
    assert rows(asking) == [(cast.sari.pk, "red", cast.ayu.pk)]


def test_a_decision_answers_what_had_run_out(cast, asking):
    made = handed_in(received_at=now() - timedelta(days=30))
    tick()
    with asking(cast.ayu):
        actions.ask_information(by=cast.ayu.asker(), request=made, text="Apa yang paling mendesak?")
    assert rows(asking) == [(cast.sari.pk, "overdue", cast.ayu.pk)]


def test_every_page_of_whoever_was_told_says_so(cast, signed_in, asking):
    handed_in(IN_DANGER, by=cast.ayu.asker(), against_id=cast.sari.pk)
    assert "1 permintaan menunggu Anda tangani." in signed_in(cast.rini).get("/kerja/lembaga/").content.decode()
    assert "menunggu Anda tangani" not in signed_in(cast.sari).get("/kerja/tim/").content.decode()


def test_the_queue_shows_why_and_takes_the_word(cast, signed_in, asking):
    made = handed_in(IN_DANGER)
    browser = signed_in(cast.sari)
    page = browser.get("/kerja/antrean/").content.decode()
    assert page.count("Permintaan merah") == 1
    assert f'id="permintaan-{made.pk}"' in page
    assert "TIDAK ADA" not in page
    assert f'id="naik-{made.pk}"' in page
    assert browser.get(f"/kerja/antrean/{made.pk}/tangani/").status_code == 405
    assert browser.post(f"/kerja/antrean/{made.pk}/tangani/").status_code == 302
    assert f'id="naik-{made.pk}"' not in browser.get("/kerja/antrean/").content.decode()
    assert rows(asking) == [(cast.sari.pk, "red", cast.sari.pk)]


def test_the_desk_and_the_strip_know_it(cast, signed_in):
    handed_in(IN_DANGER)
    handed_in(HUNGRY)
    browser = signed_in(cast.sari)
    assert "1 permintaan menunggu Anda tangani." in browser.get("/kerja/antrean/naik/").content.decode()
    assert "Tangani" in browser.get("/kerja/").content.decode()

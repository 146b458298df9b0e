"""An instrument is offered to the client's own telephone, answered once, and told at once where it speaks of danger."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import Http404

from rangkul.base.actions import Refused
from rangkul.base.asking import job
from rangkul.base.clock import now
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.journey.assessment.actions import raise_risk
from rangkul.journey.assessment.models import Risk
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.actions import change_level
from rangkul.journey.cases.models import Case, Task
from rangkul.journey.instruments import actions, alone, jobs, queries
from rangkul.journey.instruments.actions import Given
from rangkul.journey.instruments.models import Administration, AnswerDraft, Instrument, InstrumentVersion, Offer

MILD, GRAVE = (1, 1, 1, 1, 1, 0, 0, 0, 0), (0, 1, 0, 0, 0, 0, 0, 0, 1)
REASON = "Sudah dibicarakan; kakaknya di rumah."
WEEK = timedelta(days=7)


def later(days):
    return time_machine.travel(now() + timedelta(days=days))


@pytest.fixture
def request_(cast, asking):
    """Wati's own request, accepted by Ayu."""
    made = handed_in()
    with asking(cast.ayu) as ayu:
        person = register(by=ayu, full_name="Wati Contoh", sex="P")
        intake.link_person(by=ayu, request=made, person=person)
        intake.accept(by=ayu, request=made, text="Kami dampingi Anda.", no_conflict=True)
    return made


@pytest.fixture
def case(request_, cast, asking):
    with asking(cast.ayu):
        return cases.get(request_.cases.get().pk)


@pytest.fixture
def wati(request_):
    return holder(request_)


@pytest.fixture
def version(cast, asking):
    def newest(key):
        with asking(cast.ayu):
            return queries.newest_version(Instrument.objects.get(agency=None, key=key))

    return newest


@pytest.fixture
def offer(cast, asking, case, phq9):
    def make(version=phq9, by=None, on=case, **more):
        who = by or cast.ayu
        words = {"until": today() + WEEK, "alone_because": REASON} | more
        with asking(who):
            return actions.offer(by=who.asker(), case=on, version=version, **words)

    return make


@pytest.fixture
def answering(asking, wati, case, answer):
    """`answering(offer, 1, 1, …)` sends the nine points as Wati; `by` another holder."""

    def send(offer, *points, by=wati, instance=None):
        with asking(by):
            given = Given.through_ticket(offer, answer(*points, instance=instance), "id")
            return actions.record(by=by, case=offer.case, version=offer.version, given=given)

    return send


def test_an_offer_waits_for_the_client_and_is_told(cast, asking, case, offer, wati):
    row = offer()
    with asking(wati):
        (mine,) = queries.offers_to_me(case)
        assert (mine.offer, mine.is_open, mine.begun) == (row, True, False)
    with asking(cast.ayu):
        event = Event.objects.get(name="instrument.offered")
        assert REASON not in str(event.payload)
        assert (row.person_id, row.alone_because) == (case.person_id, REASON)


def test_she_answers_on_her_own_device(cast, asking, case, offer, answering):
    answering(offer(), *MILD)
    with asking(cast.ayu):
        (found,) = queries.results(case)
        row = found.administration
        assert (row.mode, row.answered_by, row.recorded_by, row.person_id) == ("ticket", "client", None, case.person_id)
        assert (found.scored.total, found.band.key) == (5, "mild")
        assert Event.objects.get(name="instrument.answered").by_kind == "ticket"
        (told,) = queries.offers(case)
        assert (told.state, told.offer.administration) == ("answered", row)


def test_somebody_has_a_day_to_read_it_by(cast, asking, case, offer, answering):
    answering(offer(), *MILD)
    with asking(cast.ayu):
        task = Task.objects.select_related("key").get(case=case, kind="task")
        assert (task.owner_id, task.state) == (case.worker_id, "open")
        assert "PHQ-9" in task.title


def test_item_nine_alone_makes_the_case_red_at_once(cast, asking, case, offer, answering, wati):
    row = offer()
    answering(row, *GRAVE)
    with asking(cast.ayu):
        assert Case.objects.get(pk=case.pk).level == "merah"
        task = Task.objects.get(case=case, kind="duty")
        assert (task.owner_id, task.due) == (case.worker_id, today())
        assert Risk.objects.get(case=case).kind == "self_harm"
    with asking(cast.sari) as sari:
        assert [told.case for told in cases.risen_to(sari)] == [case]
    with asking(wati):
        assert queries.offer_to_me(case, row.pk).danger == "self_harm"


def test_calm_answers_leave_no_mark_of_danger(asking, case, offer, answering, wati):
    row = offer()
    answering(row, *MILD)
    with asking(wati):
        assert queries.offer_to_me(case, row.pk).danger == ""


def test_it_is_answered_once(cast, asking, case, offer, answering):
    row = offer()
    answering(row, *MILD, instance="uuid:satu")
    for again in ("uuid:satu", "uuid:dua"):
        with pytest.raises(Refused) as refused:
            answering(row, *GRAVE, instance=again)
        assert refused.value.code == "answered"
    with asking(cast.ayu):
        assert Administration.objects.filter(case=case).count() == 1
        assert not Task.objects.filter(case=case, kind="duty").exists()


def test_what_the_form_forbids_is_refused_and_nothing_ends(cast, asking, case, offer, answer, wati):
    from rangkul.base.xforms import Refused as Unfit

    row = offer()
    foreign = answer(*MILD).replace(b">1</phq9_1>", b">7</phq9_1>")
    with asking(wati), pytest.raises(Unfit):
        actions.record(by=wati, case=case, version=row.version, given=Given.through_ticket(row, foreign, "id"))
    with asking(cast.ayu):
        assert not Administration.objects.exists()
        assert Offer.objects.get().answered_at is None


def test_what_she_read_of_it_is_nothing_until_it_is_shared(cast, asking, case, offer, answering, wati):
    row = answering(offer(), *MILD)
    with asking(wati):
        assert not Administration.objects.exists()
        assert queries.shared(case) == []
    with asking(cast.ayu) as ayu:
        actions.share(by=ayu, administration=row)
    with asking(wati):
        assert [one.administration for one in queries.shared(case)] == [row]


def test_taken_back_it_is_gone_with_what_was_typed(cast, asking, case, offer, answering, wati):
    row = offer()
    with asking(wati):
        actions.keep_own_draft(by=wati, offer=row, answer="<data/>")
    for _twice in range(2):
        with asking(cast.ayu) as ayu:
            actions.take_back(by=ayu, offer=row)
    with asking(wati):
        assert queries.offers_to_me(case) == []
        assert queries.own_draft(row) is None
    with pytest.raises(Refused) as refused:
        answering(row, *MILD)
    assert refused.value.code == "taken_back"
    with asking(cast.ayu):
        assert Event.objects.filter(name="instrument.offer_taken_back").count() == 1


def test_what_was_answered_is_not_taken_back(cast, asking, offer, answering):
    row = offer()
    answering(row, *MILD)
    with asking(cast.ayu) as ayu, pytest.raises(Refused):
        actions.take_back(by=ayu, offer=row)


def test_after_its_last_day_it_is_over(asking, case, offer, answering, wati):
    row = offer()
    with later(8):
        with pytest.raises(Refused) as refused:
            answering(row, *MILD)
        assert refused.value.code == "expired"
        with asking(wati):
            assert queries.offers_to_me(case) == []


def test_one_that_is_over_gives_way_to_a_new_one(cast, asking, case, offer):
    offer()
    with pytest.raises(Refused) as refused:
        offer()
    assert refused.value.code == "twice"
    with later(8):
        offer()
        with asking(cast.ayu):
            assert [one.state for one in queries.offers(case)] == ["open", "expired"]


def test_an_ended_case_asks_nothing(cast, asking, case, offer, answering, wati):
    row = offer()
    with asking(job("test")):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=now())
    with pytest.raises(Refused) as refused:
        answering(row, *MILD)
    assert refused.value.code == "closed"
    with asking(wati):
        assert queries.offers_to_me(Case.objects.get(pk=case.pk)) == []


def test_another_ticket_reaches_nothing(asking, case, offer, answering):
    row = offer()
    stranger = holder(handed_in())
    with asking(stranger):
        assert not Offer.objects.exists()
    with pytest.raises(Http404):
        answering(row, *MILD, by=stranger)


def test_a_ticket_writes_no_answer_without_an_offer(asking, case, phq9, answer, wati):
    with asking(wati):
        with pytest.raises(PermissionDenied):
            actions.record(by=wati, case=case, version=phq9, given=Given(answer=answer(*MILD)))
        row = Administration(
            case=case, key=case.key, version=phq9, language="id", mode="ticket", answered_by="client",
            answered_on=today(), instance="uuid:x",
        )  # fmt: skip
        row.answer = "<data/>"
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save(force_insert=True)


def test_a_worker_does_not_answer_in_her_name(cast, asking, case, offer, answer):
    row = offer()
    with asking(cast.ayu) as ayu, pytest.raises(PermissionDenied):
        actions.record(by=ayu, case=case, version=row.version, given=Given.through_ticket(row, answer(*MILD), "id"))


def test_no_worker_reads_what_she_is_typing(cast, asking, offer, wati):
    row = offer()
    with asking(wati):
        actions.keep_own_draft(by=wati, offer=row, answer="<data>belum</data>")
        actions.keep_own_draft(by=wati, offer=row, answer="<data>selesai</data>")
        assert queries.own_draft(row).answer == "<data>selesai</data>"
    for who in (cast.ayu, cast.sari, cast.budi):
        with asking(who):
            assert not AnswerDraft.objects.exists()


def test_her_draft_goes_when_she_has_answered(asking, offer, answering, wati):
    row = offer()
    with asking(wati):
        actions.keep_own_draft(by=wati, offer=row, answer="<data/>")
    answering(row, *MILD)
    with asking(wati):
        assert queries.own_draft(row) is None


def test_what_can_no_longer_be_sent_is_swept_away(asking, offer, wati):
    row = offer()
    with asking(wati):
        actions.keep_own_draft(by=wati, offer=row, answer="<data/>")
    with asking(job("instruments.drafts")):
        assert jobs.sweep() == 0
    with later(10), asking(job("instruments.drafts")):
        assert jobs.sweep() == 1


@pytest.mark.parametrize("name", ["sari", "ayu"])
def test_the_database_lets_nobody_answer_or_change_it_for_her(cast, asking, offer, name):
    row = offer()
    for change in ({"answered_at": "2026-01-01T00:00Z"}, {"until": today()}, {"case_id": row.pk}):
        with asking(getattr(cast, name)), pytest.raises(DatabaseError), transaction.atomic():
            Offer.objects.filter(pk=row.pk).update(**change)


def test_she_cannot_take_it_back_or_make_one(asking, case, phq9, offer, wati):
    row = offer()
    with asking(wati), pytest.raises(DatabaseError), transaction.atomic():
        Offer.objects.filter(pk=row.pk).update(taken_back_at="2026-01-01T00:00Z")
    with asking(wati), pytest.raises(PermissionDenied):
        actions.offer(by=wati, case=case, version=phq9, until=today(), alone_because=REASON)


def test_an_answer_through_the_ticket_names_its_offer(cast, asking, case, fill):
    with asking(cast.ayu):
        row = fill(*MILD, on=case)
        with pytest.raises(DatabaseError), transaction.atomic():
            Administration.objects.filter(pk=row.pk).update(mode="ticket")


@pytest.mark.parametrize("name", ["dimas", "candra", "budi", "putri"])
def test_only_who_works_on_the_case_offers(cast, offer, name):
    with pytest.raises(PermissionDenied):
        offer(by=getattr(cast, name))


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"alone_because": "  "}, "alone_because"),
        ({"until": today() - timedelta(days=1)}, "until"),
        ({"until": today() + timedelta(days=31)}, "until"),
    ],
)
def test_an_offer_says_why_and_until_when(offer, more, field):
    with pytest.raises(Refused) as refused:
        offer(**more)
    assert refused.value.field == field


@pytest.mark.parametrize("key", sorted(alone.NEVER))
def test_some_are_never_answered_alone(cast, asking, case, key):
    with asking(cast.ayu):
        instrument = Instrument.objects.filter(key=key, agency=None).first() or Instrument(key=key)
        assert not alone.verdict(case, InstrumentVersion(instrument=instrument)).allowed


def test_every_instrument_of_the_house_is_thought_of():
    from rangkul.journey.instruments.scoring.shipped import everything

    assert {one.key for one in everything()} == alone.FREELY | alone.WITH_A_REASON | set(alone.NEVER)


def test_none_that_raises_an_alarm_is_offered_without_a_reason():
    from rangkul.journey.instruments.scoring.shipped import everything

    rules = [one.rules for one in everything()]
    alarming = {one.key for one in rules if any(item.level in {"merah", "oranye"} for item in one.critical)}
    assert not alarming & alone.FREELY


def test_in_danger_the_worker_asks_in_person(cast, asking, case, offer, version):
    with asking(cast.ayu) as ayu:
        change_level(by=ayu, case=case, level="merah", reason="Ancaman.")
        case.refresh_from_db()
    with pytest.raises(Refused) as refused:
        offer()
    assert refused.value.code == "alone"
    offer(version=version("gad7"), alone_because="")


def test_where_violence_is_known_even_a_harmless_one_needs_a_reason(cast, asking, case, offer, version):
    with asking(job("test")) as machine:
        raise_risk(by=machine, case=case, kind="violence", level="oranye", rule="uji")
    with pytest.raises(Refused) as refused:
        offer(version=version("gad7"), alone_because="")
    assert refused.value.field == "alone_because"


def test_who_holds_the_ticket_for_somebody_else_is_asked_nothing(cast, asking, case, request_, offer):
    with asking(cast.ayu):
        Request.objects.filter(pk=request_.pk).update(for_whom="child")
    with pytest.raises(Refused) as refused:
        offer()
    assert refused.value.code == "alone"


def test_asked_again_through_the_ticket_the_promise_is_kept(cast, asking, case, fill, offer, answering):
    with asking(cast.ayu):
        first = fill(*MILD, on=case, person=case.person, retest_on=today() + WEEK)
    answering(offer(), *MILD)
    with asking(cast.ayu):
        assert Task.objects.get(pk=first.retest_id).state == "done"

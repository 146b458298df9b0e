"""Rights over data: asked, decided in writing by a named owner, a no read twice, all within 3×24 hours."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.commons.people.drafts import AddressDraft
from rangkul.commons.people.models import Person
from rangkul.commons.trust import actions, copying, erasure, jobs, queries
from rangkul.commons.trust.models import Erasure, RightsRequest
from rangkul.commons.trust.states import RIGHTS, RightsState

HIDDEN = AddressDraft(region_code="32.73.01", line="Jalan Rahasia 9", hidden=True)
TEXT = "Tolong tanggal lahir saya diperbaiki."


@pytest.fixture
def person(cast, asking):
    with asking(cast.ayu) as ayu:
        return people.register(by=ayu, full_name="Wati Contoh", called_name="Wati", nik="3273015708900001")


@pytest.fixture
def ask(person, cast, asking):
    """`ask("access")`: Wati told Ayu, who wrote it down."""

    def asked(right: str, text: str = TEXT):
        with asking(cast.ayu) as ayu:
            return actions.ask_for_right(
                by=ayu, right=right, text=text, subject=("person", person.pk), agency_id=cast.ayu.agency_id,
                person_id=person.pk, worker_id=cast.ayu.pk,
            )  # fmt: skip

    return asked


def grant(asking, staff, wish):
    with asking(staff) as by:
        return actions.grant_right(by=by, wish=wish, answer="Baik, kami lakukan.")


def propose(asking, staff, wish, **changes):
    words = {"ground": "danger", "answer": "Salinan ini bisa dibaca pelaku."} | changes
    with asking(staff) as by:
        return actions.propose_refusal(by=by, wish=wish, **words)


def test_the_data_officer_answers_within_three_days(ask, cast):
    wish = ask("access")
    assert wish.owner_id == cast.putri.pk
    assert wish.due_at - wish.asked_at == timedelta(hours=72)


def test_a_correction_is_the_workers(ask, cast):
    assert ask("correction").owner_id == cast.ayu.pk


def test_a_correction_says_what(ask):
    with pytest.raises(Refused):
        ask("correction", text=" ")


def test_the_same_wish_twice_is_one(ask, cast, asking):
    assert ask("access").pk == ask("access").pk
    with asking(cast.putri):
        assert Event.objects.filter(name="rights.asked").count() == 1


def test_the_words_are_sealed_and_in_no_event(ask, cast, asking):
    ask("correction")
    with asking(cast.putri):
        assert b"lahir" not in bytes(RightsRequest.objects.values_list("text", flat=True).get())
        assert TEXT not in str(Event.objects.get(name="rights.asked").payload)


@pytest.mark.parametrize("name", ["budi", "hana", "adi", "rini", "dimas", "candra", "sari"])
def test_who_has_nothing_to_do_with_it_does_not_see_it(ask, cast, asking, name):
    ask("access")
    with asking(getattr(cast, name)):
        assert not RightsRequest.objects.exists()


@pytest.mark.parametrize("name", ["ayu", "putri", "agus"])
def test_who_answers_or_oversees_sees_it(ask, cast, asking, name):
    ask("access")
    with asking(getattr(cast, name)):
        assert RightsRequest.objects.exists()


def test_a_yes_goes_to_the_worker_and_ends_when_it_is_done(ask, cast, asking):
    wish = grant(asking, cast.putri, ask("access"))
    assert wish.owner_id == cast.ayu.pk
    with asking(cast.ayu) as ayu:
        done = actions.finish_right(by=ayu, wish=wish, outcome="Salinan diserahkan hari ini.")
    assert (done.state, done.decided_by_id) == ("done", cast.putri.pk)


def test_ayu_does_not_decide_about_a_copy(ask, cast, asking):
    with pytest.raises(PermissionDenied):
        grant(asking, cast.ayu, ask("access"))


def test_a_no_is_read_by_somebody_else_first(ask, cast, asking):
    wish = propose(asking, cast.putri, ask("access"))
    assert wish.second_id == cast.sari.pk
    with asking(cast.putri) as putri, pytest.raises(PermissionDenied):
        actions.confirm_refusal(by=putri, wish=wish)
    with asking(cast.sari) as sari:
        assert actions.confirm_refusal(by=sari, wish=wish).state == "refused"


def test_the_second_reader_sends_it_back(ask, cast, asking):
    wish = propose(asking, cast.putri, ask("access"))
    with asking(cast.sari) as sari:
        actions.send_back_refusal(by=sari, wish=wish)
    with asking(cast.putri):
        again = RightsRequest.objects.get()
        assert (again.state, again.ground, again.decided_at) == ("open", "", None)


@pytest.mark.parametrize("missing", [{"ground": ""}, {"answer": " "}])
def test_a_no_has_a_ground_and_a_reason(ask, cast, asking, missing):
    with pytest.raises(Refused):
        propose(asking, cast.putri, ask("access"), **missing)


def test_the_database_keeps_no_refusal_without_a_ground(ask, cast, asking):
    wish = ask("access")
    with (
        asking(cast.putri),
        pytest.raises(IntegrityError, match="trust_rights_no_has_a_ground"),
        transaction.atomic(),
    ):
        RightsRequest.objects.filter(pk=wish.pk).update(state="refused", ended_at=now())


@pytest.mark.parametrize("state", RightsState)
def test_each_step_only_from_where_the_table_says(ask, cast, asking, state):
    wish = ask("access")
    moved = RightsRequest(state=state)
    for verb, (start, end) in RIGHTS.steps.items():
        moved.state = state
        if state in start:
            RIGHTS.step(moved, verb)
            assert moved.state == end
        else:
            with pytest.raises(Refused):
                RIGHTS.step(moved, verb)
    assert wish.state == "open"


def test_who_recorded_it_takes_it_back_once(ask, cast, asking):
    wish = ask("access")
    with asking(cast.ayu) as ayu:
        for _ in range(2):
            actions.take_back_right(by=ayu, wish=RightsRequest.objects.get(pk=wish.pk))
        assert Event.objects.filter(name="rights.taken_back").count() == 1


def test_what_passed_its_clock_is_told_to_somebody_above_once(ask, cast, asking, time_machine):
    wish = ask("access")
    with asking_as(job("trust.rights")):
        assert jobs.raise_late() == 0
    time_machine.move_to(wish.due_at + timedelta(minutes=1))
    with asking_as(job("trust.rights")):
        assert jobs.raise_late() == 1
        assert jobs.raise_late() == 0
    with asking(cast.sari) as sari:
        assert queries.rights_on_my_desk(sari).get().pk == wish.pk


def test_a_withdrawn_consent_stands_among_the_wishes_until_the_use_has_stopped(person, cast, asking):
    with asking(cast.ayu) as ayu:
        consent = actions.record_consent(
            by=ayu, subject=("person", person.pk), purpose="statistics", given=True, text_version="1"
        )
        actions.withdraw_consent(by=ayu, consent=consent)
    with asking(cast.putri) as putri:
        wish = queries.rights_waiting(putri).get()
        assert (wish.right, wish.state, wish.owner_id) == ("withdrawal", "granted", cast.putri.pk)
        with pytest.raises(Refused):
            actions.finish_right(by=putri, wish=wish, outcome="Sudah.")
        actions.confirm_stopped(by=putri, consent=consent)
        assert not queries.rights_waiting(putri).exists()


def test_a_copy_is_made_by_who_sees_the_file_after_a_yes(ask, cast, asking):
    wish = ask("access")
    with asking(cast.ayu) as ayu, pytest.raises(Refused):
        copying.make_copy(by=ayu, wish=wish)
    wish = grant(asking, cast.putri, wish)
    with asking(cast.putri) as putri, pytest.raises(PermissionDenied):
        copying.make_copy(by=putri, wish=wish)
    with asking(cast.ayu) as ayu:
        text = copying.as_text(copying.make_copy(by=ayu, wish=wish))
        assert "NIK: 3273015708900001" in text
        assert Event.objects.filter(name="copy.made").count() == 1


def test_a_copy_leaves_out_the_place_where_somebody_hides(ask, person, cast, asking):
    with asking(cast.ayu) as ayu:
        people.add_address(by=ayu, person=person, address=HIDDEN)
    wish = grant(asking, cast.putri, ask("access"))
    with asking(cast.ayu) as ayu:
        assert "Rahasia" not in copying.as_text(copying.make_copy(by=ayu, wish=wish))


def test_an_erasure_follows_a_written_yes_and_nothing_else(ask, person, cast, asking):
    wish = ask("deletion")
    with asking(cast.putri) as putri, pytest.raises(Refused):
        erasure.erase_as_granted(by=putri, wish=wish, reason="Diminta orangnya secara tertulis.")
    wish = grant(asking, cast.putri, wish)
    with asking(cast.putri) as putri:
        erasure.erase_as_granted(by=putri, wish=wish, reason="Diminta orangnya secara tertulis.")
        done = RightsRequest.objects.select_related("key").get()
        assert (done.state, Erasure.objects.get().person_id) == ("done", person.pk)
        assert done.text.startswith("(dihapus")
    with asking(cast.ayu):
        assert Person.objects.get().full_name == "(dihapus)"


def test_what_would_go_is_counted_for_the_data_officer_alone(person, cast, asking):
    with asking(cast.putri):
        assert erasure.foreseen(person.pk)
        assert erasure.registrations(person.pk) == [person.pk]
    for name in ("ayu", "adi", "budi"):
        with asking(getattr(cast, name)), pytest.raises(Exception, match="only the data officer"), transaction.atomic():
            erasure.registrations(person.pk)

"""Children are children, a request to a platform is looked at again, a claim is never a fact."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.journey.cases.models import Escalation, Reminder
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.actions import Wanted
from rangkul.journey.protection.models import Child, Claim, Takedown
from rangkul.journey.protection.states import TAKEDOWN, ChildRole, TakedownState
from rangkul.journey.protection.tests.conftest import CLOCK, tick


@pytest.fixture
def asked(case, cast, asking):
    with asking(cast.ayu) as by:
        wanted = Wanted("Aplikasi video", "Rekaman di kelas", "https://contoh.id/v/1", clock.now(), today())
        return actions.ask_takedown(by=by, folder=case, wanted=wanted)


def test_an_open_request_stands_on_the_day_of_the_worker_and_climbs(asked, cast, asking):
    with asking(cast.ayu):
        row = Reminder.objects.get()
        assert (row.kind, row.matter, row.due) == ("takedown", asked.pk, today())
        Reminder.objects.update(due=today() - timedelta(days=3), climbs_on=today() - timedelta(days=1))
    tick()
    with asking(CLOCK):
        assert Escalation.objects.get().told_id == cast.sari.pk


def test_an_answer_ends_the_reminder(asked, cast, asking):
    with asking(cast.ayu) as by:
        actions.look_at_takedown(by=by, row=asked, next_look=today() + timedelta(days=2))
        assert Reminder.objects.get().due == today() + timedelta(days=2)
        actions.answer_takedown(by=by, row=asked, verb="remove", answer="Sudah dihapus")
        assert Reminder.objects.get().due is None
        with pytest.raises(Refused):
            actions.answer_takedown(by=by, row=asked, verb="refuse", answer="x")


@pytest.mark.parametrize("days", [-1, 60])
def test_the_next_look_is_near(case, cast, asking, days):
    wanted = Wanted("A", "B", "", clock.now(), today() + timedelta(days=days))
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.ask_takedown(by=by, folder=case, wanted=wanted)
    assert refused.value.field == "next_look"


def test_a_claim_stays_a_claim_whatever_was_found(case, cast, asking):
    with asking(cast.ayu) as by:
        row = actions.note_claim(
            by=by, folder=case, words="Katanya dia yang mulai", where="Grup kelas", seen_on=today()
        )
        with pytest.raises(Refused):
            actions.look_into_claim(by=by, row=row, standing="unchecked", because="x")
        actions.look_into_claim(by=by, row=row, standing="opposed", because="Guru melihat sebaliknya")
        row = queries.claims_of(case)[0]
        assert (row.standing, row.because) == ("opposed", "Guru melihat sebaliknya")


def test_a_child_needs_something_whatever_the_role(case, cast, asking):
    with asking(cast.ayu) as by:
        for role in ChildRole.values:
            actions.note_child(by=by, folder=case, called="N", role=role, needs="Didengar")
        with pytest.raises(Refused):
            actions.note_child(by=by, folder=case, called="N", role="pelaku", needs="x")
        with pytest.raises(Refused):
            actions.note_child(by=by, folder=case, called="N", role="law", needs=" ")
        assert len(queries.children_of(case)) == len(ChildRole.values)


def test_no_word_on_the_page_calls_a_child_by_what_it_did(case, cast, signed_in, asking):
    with asking(cast.ayu) as by:
        for role in ChildRole.values:
            actions.note_child(by=by, folder=case, called="N", role=role, needs="Didengar")
    page = signed_in(cast.ayu).get(reverse("protection:online", args=[case.pk])).content.decode()
    for word in ("pelaku", "tersangka", "anak nakal", "pengeroyok"):
        assert word not in page.lower()


@pytest.mark.parametrize("verb", TAKEDOWN.steps)
@pytest.mark.parametrize("state", TakedownState.values)
def test_every_step_of_the_table(verb, state):
    row = Takedown(state=state)
    if TAKEDOWN.allows(verb, state):
        TAKEDOWN.step(row, verb)
        assert row.state == TAKEDOWN.steps[verb][1]
    else:
        with pytest.raises(Refused):
            TAKEDOWN.step(row, verb)


def test_no_machine_writes_any_of_it(case, asking):
    with asking(CLOCK), pytest.raises(PermissionDenied):
        actions.note_claim(by=CLOCK, folder=case, words="x", where="y", seen_on=today())


@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_sees_nothing(asked, case, cast, asking, who):
    with asking(cast.ayu) as by:
        actions.note_claim(by=by, folder=case, words="x", where="y", seen_on=today())
        actions.note_child(by=by, folder=case, called="N", role="victim", needs="x")
    with asking(getattr(cast, who)):
        assert not [model for model in (Child, Claim, Takedown) if model.objects.exists()]


def test_everything_is_written_on_one_page(case, cast, signed_in, asking):
    browser, place = signed_in(cast.ayu), reverse("protection:online", args=[case.pk])
    page = browser.get(place).content.decode()
    assert "Belum ada anak yang dicatat" in page
    assert "Ramai bukan berarti benar" in page
    moment = clock.local(clock.now()).strftime("%Y-%m-%dT%H:%M")
    new = {
        "child": {"called": "Nana", "role": "victim", "needs": "Teman di sekolah"},
        "takedown": {"platform": "Aplikasi video", "what": "Rekaman", "asked_at": moment, "next_look": str(today())},
        "claim": {"words": "Katanya sudah damai", "where": "Media sosial", "seen_on": str(today())},
    }
    for what, words in new.items():
        address = reverse("protection:online_add", args=[case.pk, what])
        assert browser.post(address, {"once": str(uuid4())}).status_code == 422
        once = str(uuid4())
        for _ in range(2):
            assert browser.post(address, {"once": once, **words}).status_code == 302
    with asking(cast.ayu):
        asked, claim = Takedown.objects.get(), Claim.objects.get()
    answer = reverse("protection:takedown", args=[case.pk, asked.pk, "jawab"])
    browser.post(answer, {"once": str(uuid4()), "verb": "remove", "answer": "Dihapus malam itu"})
    standing = reverse("protection:claim", args=[case.pk, claim.pk])
    browser.post(standing, {"once": str(uuid4()), "standing": "opposed", "because": "Keluarga menyangkal"})
    page = browser.get(place).content.decode()
    for words in ("Nana", "Dihapus malam itu", "Keluarga menyangkal", "Klaim"):
        assert words in page


def test_steps_refuse_get_strangers_and_odd_names(asked, cast, signed_in):
    for name, more in (("online_add", ["child"]), ("takedown", [asked.pk, "lihat"]), ("claim", [uuid4()])):
        address = reverse(f"protection:{name}", args=[asked.case_id, *more])
        assert signed_in(cast.ayu).get(address).status_code == 405
        assert signed_in(cast.budi).post(address, {"once": str(uuid4())}).status_code == 404
    for name, more in (("online_add", ["lain"]), ("takedown", [asked.pk, "lain"]), ("claim", [uuid4()])):
        address = reverse(f"protection:{name}", args=[asked.case_id, *more])
        assert signed_in(cast.ayu).post(address, {"once": str(uuid4())}).status_code == 404

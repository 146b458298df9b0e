"""Words of danger through the ticket of a case go the way of red words in a room: told at once, and climbing."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.commons.people.actions import register
from rangkul.entry.crisis import actions as danger
from rangkul.entry.crisis import jobs
from rangkul.entry.crisis.models import NextContact
from rangkul.entry.crisis.queries import board
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.entry.signals.queries import VERSION
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Case, Task
from rangkul.journey.protection import actions as protection
from rangkul.web.middleware.asking import TICKET_SESSION_KEY
from rangkul.web.portal import urls

GRAVE = "Saya mau bunuh diri."
HOUSE = job("crisis.contacts")


@pytest.fixture
def case(cast, asking):
    """Wati's request was accepted; Ayu carries her case, which nothing has made red."""
    with asking(cast.ayu) as by:
        request = handed_in()
        intake.link_person(by=by, request=request, person=register(by=by, full_name="Wati Contoh"))
        intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True)
        return request.cases.get()


def inside(visitor, request_id):
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(request_id)
    session.save()
    return visitor


@pytest.fixture
def wati(visitor, case):
    return inside(visitor, case.request_id)


def write(wati, text):
    assert wati.post(reverse("portal:add"), {"text": text, "once": str(uuid4())}).status_code == 302


def contacts():
    with asking_as(HOUSE):
        return list(NextContact.objects.select_related("key").order_by("made_at"))


def on_board(staff):
    with asking_as(staff.asker()) as by:
        return [(row.request.pk, row.calls) for row in board(by)]


def alarmed(request_id, cast):
    """Worker and supervisor see it now."""
    newest = contacts()[-1]
    seen = [on_board(staff) for staff in (cast.ayu, cast.sari)]
    return (newest.by_id, newest.told_id, newest.done_at, *seen) == (
        cast.ayu.pk, cast.sari.pk, None, *[[(request_id, True)]] * 2
    )  # fmt: skip


def test_on_a_green_case_it_is_told_at_once_climbs_and_can_be_replayed(wati, case, cast):
    write(wati, "Kapan kita bertemu lagi?")
    assert contacts() == []
    write(wati, GRAVE)
    assert alarmed(case.request_id, cast)
    with asking_as(HOUSE):
        assert Case.objects.get(pk=case.pk).level == "merah"
        request = Request.objects.get(pk=case.request_id)
        kept = request.rulings.filter(rule="triage").latest("made_at").decision
    assert (request.level, kept.value["level"], kept.facts["lexicon"]) == ("merah", "merah", VERSION)
    assert "self_harm" in [one[0] for one in kept.facts["signals"]]
    with time_machine.travel(clock.now() + timedelta(minutes=16), tick=False), asking_as(HOUSE):
        jobs.look_after_contacts()
    assert [(one.told_id, one.steps) for one in contacts()] == [(cast.rini.pk, 2)]


def test_on_a_case_that_is_red_already_each_new_danger_is_told_though_an_older_duty_waits(wati, case, cast, asking):
    with asking(cast.ayu) as by:
        cases.change_level(by=by, case=case, level="merah", reason="Ancaman.")
    for times in (1, 2):
        write(wati, GRAVE)
        assert len(contacts()) == times
        assert alarmed(case.request_id, cast)
        with asking(cast.ayu) as by:
            assert Task.objects.filter(case=case, kind="duty", state="open").count() == 1
            danger.record_contact(by=by, contact=contacts()[-1], outcome="Sudah bicara.")
        assert on_board(cast.sari) == []
    write(wati, "Terima kasih, saya sudah makan.")
    assert len(contacts()) == 2


def test_a_note_handed_in_is_told_as_well(wati, case, cast):
    note = {"once": str(uuid4()), "title": "Catatan", "text": GRAVE, "happened": ""}
    assert wati.post("/tiket/titipan/", note).status_code == 302
    assert alarmed(case.request_id, cast)


def test_a_ticket_that_a_worker_gave_is_heard_as_well(visitor, cast, asking):
    with asking(cast.ayu) as by:
        case = cases.open_case(by=by, person=register(by=by, full_name="Wati Contoh"), concern="Suami sering memukul")
        given = cases.give_ticket(by=by, case=case, said_safe=True)
    write(inside(visitor, given.request_id), GRAVE)
    assert alarmed(given.request_id, cast)


@pytest.mark.parametrize(
    ("page", "words"),
    [("ask_right", {"right": "correction", "text": GRAVE}), ("alliance", {"heard": "2", "words": GRAVE})],
)
def test_words_beside_a_right_or_a_rating_are_told_as_well(wati, case, cast, asking, page, words):
    assert wati.post(reverse(f"portal:{page}"), words | {"once": str(uuid4())}).status_code == 302
    assert alarmed(case.request_id, cast)
    with asking(cast.ayu):
        assert Case.objects.get(pk=case.pk).level == "merah"
        assert Task.objects.filter(case=case, kind="duty", state="open").count() == 1


def test_words_in_the_own_plan_are_told_as_well(wati, case, cast, asking):
    with asking(cast.ayu) as by:
        plan = protection.write_plan(by=by, folder=case, situation="leave", answers={"bag": "Tas"}, together=True)
        protection.give_plan(by=by, plan=plan, how="ticket", said_safe=True)
    answers = {"bag": GRAVE, "seen": plan.version, "once": str(uuid4())}
    assert wati.post(reverse("portal:own_plan", args=["leave"]), answers).status_code == 302
    assert alarmed(case.request_id, cast)


# Each page of the ticket on which something is sent: whether there are words of the client in it, and who hears them.
HEARD = {"add", "withdraw", "own", "own_plan", "alliance", "ask_right", "offer"}
WITHOUT_WORDS = {
    "door", "leave", "finish_task", "withdraw_consent", "withdraw_referral", "take_back",
    # Not sent yet: it is heard when the answers are.
    "offer_draft",
}  # fmt: skip


def test_wherever_the_client_writes_somebody_hears_it(wati):
    sends = set()
    for pattern in urls.urlpatterns:
        keys = [uuid4() if kind == "uuid" else "leave" for kind in re.findall(r"<(\w+):", str(pattern.pattern))]
        answer = wati.put(reverse(f"portal:{pattern.name}", args=keys))
        if "POST" in answer.headers.get("Allow", ""):
            sends.add(pattern.name)
    assert sends == HEARD | WITHOUT_WORDS

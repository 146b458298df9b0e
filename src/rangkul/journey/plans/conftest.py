"""Wati's case with a plan on the way, and verbs with the words that do not matter to a test."""

from datetime import timedelta

import pytest
from tests.support.cases import opened

from rangkul.base.days import today
from rangkul.journey.cases.actions import Agreement
from rangkul.journey.plans import actions
from rangkul.journey.plans.actions.reviews import Reached
from rangkul.journey.plans.models import Plan

SPOKEN = Agreement("spoken", "Wati Contoh", witness="Bu RT")
LADDER = {
    -2: "Dinda tidak bersekolah",
    -1: "Dinda masuk satu hari seminggu",
    0: "Dinda masuk tiga hari seminggu",
    1: "Dinda masuk empat hari seminggu",
    2: "Dinda masuk setiap hari",
}


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu, concern="Anak berhenti sekolah")


@pytest.fixture
def set_goal(cast, case):
    """`set_goal(title="…")` writes a complete goal as Ayu, inside her transaction."""

    def write(by=None, on=None, **given):
        words = {
            "title": "Dinda kembali bersekolah",
            "purpose": "capacity",
            "responsible": "together",
            "client_view": "agrees",
            "client_words": "Saya ingin Dinda sekolah lagi",
            "levels": LADDER,
        }
        return actions.set_goal(by=(by or cast.ayu).asker(), case=on or case, **(words | given))

    return write


@pytest.fixture
def draft(cast, asking, case, set_goal):
    """A plan that has everything it needs to be agreed; returns its case."""

    def write(by=None, on=None):
        worker, on = by or cast.ayu, on or case
        with asking(worker):
            who = worker.asker()
            actions.describe_plan(
                by=who, case=on, wish="Anak saya sekolah lagi", review_on=today() + timedelta(days=30)
            )
            set_goal(by=worker, on=on)
            for title, chosen in (("Sekolah lama dengan pendampingan", True), ("Kejar paket B", False)):
                actions.weigh_alternative(
                    by=who, case=on, title=title, chosen=chosen, reason="Dinda punya teman di sana"
                )
        return on

    return write


@pytest.fixture
def agreed(cast, asking, draft):
    """An agreed plan of Ayu's case."""

    def write():
        on = draft()
        with asking(cast.ayu):
            actions.agree_plan(by=cast.ayu.asker(), case=on, agreement=SPOKEN, client_words="Saya setuju")
            return Plan.objects.get(case=on, state="agreed")

    return write


@pytest.fixture
def look_back(cast):
    """`look_back(plan, client=1, worker=0)` holds a review of the plan's first goal as Ayu."""

    def hold(plan, client=0, worker=0, **given):
        words = {
            "kind": "review",
            "held_on": today(),
            "client_judgement": "better",
            "client_words": "Dinda lebih ceria",
            "worker_judgement": "same",
            "worker_words": "Kehadiran mulai teratur",
            "next_step": "go_on",
            "reached": {plan.goals.get().pk: Reached(client, worker, "")},
        }
        return actions.hold_review(by=cast.ayu.asker(), case=plan.case, **(words | given))

    return hold

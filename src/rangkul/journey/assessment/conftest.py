"""Wati's case at the beginning of its assessment, and verbs with the words that do not matter to a test."""

from datetime import timedelta

import pytest
from tests.support.cases import opened

from rangkul.base.days import today
from rangkul.journey.assessment import actions


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu, concern="Suami sering memukul")


@pytest.fixture
def record(cast, case):
    """`record(text="…", domain="bio")` writes a fact as Ayu, inside her transaction."""

    def write(by=None, **given):
        words = {"domain": "bio", "kind": "statement", "source": "client", "text": "Sulit tidur"}
        words |= {"source_date": today()} | given
        return actions.record_fact(by=(by or cast.ayu).asker(), case=case, **words)

    return write


@pytest.fixture
def rate(cast, case):
    """`rate(kind="violence", level="oranye")` looks at a risk as Ayu."""

    def look(by=None, **given):
        words = {"kind": "hunger", "level": "kuning", "seen": "Makan sekali sehari"}
        words |= {"next_look": today() + timedelta(days=7)} | given
        return actions.rate_risk(by=(by or cast.ayu).asker(), case=case, **words)

    return look


@pytest.fixture
def fill(cast, asking, case, record):
    """Everything that a round needs before it is signed."""

    def all_of_it():
        by = cast.ayu.asker()
        with asking(cast.ayu):
            actions.state_presenting(by=by, case=case, words="Saya takut pulang", source="client", said_on=today())
            for domain in ("bio", "psiko", "sosial"):
                record(domain=domain)
            for view in ("client", "worker"):
                actions.record_functioning(
                    by=by,
                    case=case,
                    view=view,
                    moment="baseline",
                    seen_on=today(),
                    levels={"needs": (2, "Kurang"), "roles": (3, ""), "coping": (2, "")},
                )
            actions.check_risks(by=by, case=case, kinds=["hunger"], checked_on=today())
            actions.add_category(by=by, case=case, code="PPKS-19")

    return all_of_it

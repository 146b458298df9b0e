"""What was offered and not answered stays on the worker's day, climbs like anything late, and stands in the copy."""

from datetime import timedelta

import pytest

from rangkul.base.asking import job
from rangkul.base.clock import now
from rangkul.base.days import today
from rangkul.commons.trust.hooks import Whose
from rangkul.journey.cases.models import Reminder
from rangkul.journey.cases.queries.late import late_matters
from rangkul.journey.instruments import actions
from rangkul.journey.instruments.copying import copy_of_offers
from rangkul.journey.instruments.states import OFFER_GRACE, OFFER_LAPSED
from rangkul.journey.instruments.tests.test_offering_pages import tab
from rangkul.journey.instruments.tests.test_offers import (  # noqa: F401  the same Wati
    MILD,
    REASON,
    answering,
    case,
    later,
    offer,
    request_,
    version,
    wati,
)

DAYS = 7


@pytest.fixture
def due(cast, asking):
    """The days on which somebody is reminded of an offer."""

    def days():
        with asking(cast.ayu):
            return list(Reminder.objects.filter(kind=OFFER_LAPSED).values_list("due", flat=True))

    return days


def told(asking):
    with asking(job("clocks")):
        return [one.kind for one in late_matters(now(), 20)]


def test_the_day_after_its_last_day_is_on_the_workers_day(offer, due):  # noqa: F811
    offer()
    assert due() == [today() + timedelta(days=DAYS + 1)]


def test_it_climbs_when_nobody_asks_the_client(asking, offer):  # noqa: F811
    offer()
    with later(DAYS + 1 + OFFER_GRACE):
        assert OFFER_LAPSED not in told(asking)
    with later(DAYS + 2 + OFFER_GRACE):
        assert OFFER_LAPSED in told(asking)


def test_an_answer_ends_the_waiting(offer, answering, due):  # noqa: F811
    answering(offer(), *MILD)
    assert due() == [None]


def test_taking_it_back_ends_the_waiting_before_and_after_its_last_day(cast, asking, offer, due):  # noqa: F811
    for days in (0, DAYS + 2):
        row = offer()
        with later(days), asking(cast.ayu) as ayu:
            actions.take_back(by=ayu, offer=row)
        assert set(due()) == {None}


def test_offered_again_only_the_new_one_waits(offer, due):  # noqa: F811
    offer()
    with later(DAYS + 2):
        offer()
        assert [one for one in due() if one] == [today() + timedelta(days=DAYS + 1)]


def test_who_was_asked_in_person_is_not_asked_again(cast, asking, offer, fill, due):  # noqa: F811
    offer()
    with asking(cast.ayu):
        fill(*MILD)
    assert due() != [None], "it can be answered still"
    with later(DAYS + 2), asking(cast.ayu):
        fill(*MILD)
    assert due() == [None]


def test_a_lapsed_offer_has_a_way_to_ask_again_and_one_to_let_it_be(cast, asking, case, offer, signed_in):  # noqa: F811
    row = offer()
    with later(DAYS + 2):
        browser = signed_in(cast.ayu)
        assert "Tawarkan lagi" in tab(browser, case)
        page = browser.post(f"/kerja/instrumen/kasus/{case.pk}/tawaran/{row.pk}/tarik/", follow=True)
        assert page.status_code == 200
        assert "Tidak perlu lagi" not in tab(browser, case)


def copied(cast, asking, whom):
    with asking(cast.ayu):
        return list(copy_of_offers(Whose((whom,))))


def test_the_copy_says_what_was_offered_and_why_alone(cast, asking, case, offer):  # noqa: F811
    assert copied(cast, asking, case.person_id) == []
    offer()
    (section,) = copied(cast, asking, case.person_id)
    ((name, said),) = section.rows
    assert name.startswith("PHQ-9")
    assert f"{today():%d-%m-%Y}" in said
    assert "menunggu jawaban" in said
    assert REASON in said


def test_the_copy_of_somebody_else_does_not_hold_it(cast, asking, case, offer):  # noqa: F811
    offer()
    assert copied(cast, asking, case.pk) == []
    with asking(cast.budi):
        assert list(copy_of_offers(Whose((case.person_id,)))) == []

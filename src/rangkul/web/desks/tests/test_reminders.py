"""A day that a plan or a risk keeps begins the worker's day when it has come, and asks no more than before."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.base import days
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person
from rangkul.journey.cases import actions
from rangkul.web.desks.today import things


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu) as ayu:
        wati = Person.objects.create(
            key=DataKey.make(), agency=cast.ayu.agency, unit=cast.ayu.unit, registered_by=cast.ayu,
            full_name="Wati Contoh",
        )  # fmt: skip
        return actions.open_case(by=ayu, person=wati)


def keep(cast, asking, case, ahead: int):
    with asking(cast.ayu):
        actions.remind(case, "review", uuid4(), days.today() + timedelta(days=ahead), grace=7)


def test_it_is_on_the_list_of_its_worker_and_of_nobody_else(case, cast, asking):
    keep(cast, asking, case, 0)
    with asking(cast.ayu) as ayu:
        [line] = things(ayu)
        assert (line.url, line.verb) == (reverse("plans:review", args=[case.pk]), "Tinjau rencana")
    with asking(cast.dimas) as dimas:
        assert things(dimas) == []


def test_tomorrow_is_not_today(case, cast, asking):
    keep(cast, asking, case, 1)
    with asking(cast.ayu) as ayu:
        assert things(ayu) == []


def test_the_case_list_is_sorted_by_it(case, cast, asking, signed_in):
    keep(cast, asking, case, -1)
    assert "Wati Contoh" in signed_in(cast.sari).get(reverse("desks:team")).content.decode()


def test_the_day_of_a_worker_costs_eight_questions(case, cast, asking, django_assert_num_queries):
    """Requests, meetings, tasks, reminders, what is promised at a request, what was sent back, emergency access to
    review, rights. Nothing ever rises to a worker, so nobody asks whether a request or a case did."""
    keep(cast, asking, case, 0)
    with asking(cast.ayu) as ayu, django_assert_num_queries(8):
        things(ayu)

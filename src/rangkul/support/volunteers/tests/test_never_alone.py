"""Nobody who is not vetted goes alone to a child or an older person, by whatever way it is written."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction

from rangkul.base.actions import Refused
from rangkul.support.volunteers import actions, queries
from rangkul.support.volunteers.models import Match, Need, Volunteer
from rangkul.support.volunteers.tests.conftest import ADULTS, CHILD, NEXT_YEAR, SOON, TODAY

ALONE = "volunteers_never_alone"


def written(need, volunteer, by, **more):
    """Past every verb: as a mistake in the code would write it."""
    with transaction.atomic():
        return Match.objects.create(need=need, volunteer=volunteer, by_id=by.staff_id, **more)


@pytest.mark.parametrize(("child", "older"), [("yes", "no"), ("no", "yes"), ("unknown", "no"), ("no", "unknown")])
def test_the_database_refuses_who_is_not_vetted_alone(cast, tono, ning, noted, asking, child, older):
    need = noted(replace(CHILD, child_there=child, older_there=older))
    with asking(cast.ayu) as by:
        for more in ({}, {"companion": ning}, {"companion": tono}, {"companion_staff": cast.budi},
                     {"companion_staff": cast.adi}, {"companion_staff": cast.agus}):  # fmt: skip
            with pytest.raises(IntegrityError, match=ALONE):
                written(need, tono, by, **more)
        assert written(need, tono, by, companion_staff=cast.dimas).pk


def test_a_vetted_neighbour_goes_alone_or_along(cast, tono, ning, vetted, noted, asking):
    vetted(ning)
    first, second = noted(), noted()
    with asking(cast.ayu) as by:
        assert written(first, ning, by).pk
        assert written(second, tono, by, companion=ning).pk


def test_with_adults_alone_anybody_who_is_known_may_help(cast, tono, noted, asking):
    need = noted(ADULTS)
    with asking(cast.ayu) as by:
        match = actions.match(by=by, need=need, volunteer=tono)
        with pytest.raises(IntegrityError, match=ALONE), transaction.atomic():
            Need.objects.filter(pk=need.pk).update(child_there="yes")
        assert match.reasons == ["tinggal di kecamatan yang sama", "menawarkan bantuan ini", "bisa pada waktu itu"]


def test_vetting_that_ends_before_the_day_counts_for_nothing(cast, ning, vetted, noted, asking):
    vetted(ning, until=SOON - timedelta(days=1))
    need = noted()
    with asking(cast.ayu) as by:
        with pytest.raises(IntegrityError, match=ALONE):
            written(need, ning, by)
        with pytest.raises(Refused) as said:
            actions.match(by=by, need=need, volunteer=ning)
        assert said.value.field == "along"
        assert actions.match(by=by, need=need, volunteer=ning, staff=cast.ayu).state == "chosen"


def test_nobody_is_called_vetted_without_all_five(cast, tono, vetted, asking):
    with asking(cast.sari) as by:
        with pytest.raises(Refused, match="SKCK"):
            actions.vet(by=by, volunteer=tono)
        with pytest.raises(IntegrityError, match="by_what_was_seen"), transaction.atomic():
            Volunteer.objects.filter(pk=tono.pk).update(
                state="vetted", vetted_by=cast.sari, vetted_at=tono.made_at, vetted_until=NEXT_YEAR
            )
    vetted(tono)
    with asking(cast.sari), pytest.raises(IntegrityError, match="by_what_was_seen"), transaction.atomic():
        Volunteer.objects.filter(pk=tono.pk).update(vetted_until=NEXT_YEAR + timedelta(days=1))


def test_only_a_supervisor_says_that_somebody_is_vetted(cast, tono, vetted, asking):
    vetted(tono, until=SOON)
    with asking(cast.ayu) as by:
        with pytest.raises(PermissionDenied):
            actions.vet(by=by, volunteer=tono)
        with pytest.raises(ProgrammingError, match="only a supervisor"), transaction.atomic():
            Volunteer.objects.filter(pk=tono.pk).update(vetted_until=TODAY)


def test_who_is_on_the_way_cannot_lose_their_vetting_unseen(cast, ning, told, asking):
    with asking(cast.ayu), pytest.raises(IntegrityError, match=ALONE), transaction.atomic():
        Volunteer.objects.filter(pk=ning.pk).update(state="new")


def test_who_was_stopped_goes_nowhere_not_even_accompanied(cast, tono, noted, asking):
    need = noted(ADULTS)
    with asking(cast.ayu) as by:
        actions.complain(by=by, volunteer=tono, words="Datang mabuk.")
        with pytest.raises(IntegrityError, match="nobody_stopped"):
            written(need, tono, by, companion_staff=cast.dimas)
        with pytest.raises(Refused):
            actions.match(by=by, need=need, volunteer=queries.get_volunteer(tono.pk), staff=cast.dimas)


def test_who_was_stopped_or_meets_no_client_goes_along_with_nobody(cast, tono, ning, noted, asking):
    need = noted(ADULTS)
    with asking(cast.ayu) as by:
        actions.complain(by=by, volunteer=ning, words="Datang mabuk.")
        with pytest.raises(IntegrityError, match="nobody_stopped"):
            written(need, tono, by, companion=ning)
        for along in ({"companion": ning}, {"staff": cast.adi}, {"staff": cast.agus}, {"staff": cast.budi}):
            with pytest.raises(Refused) as said:
                actions.match(by=by, need=need, volunteer=tono, **along)
            assert said.value.field == "along"

"""Entries that grew old under their keeper come up to somebody above, by the one clock of the house."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.commons.directory import actions
from rangkul.commons.directory.models import Organization, Service
from rangkul.commons.directory.tests import making
from rangkul.journey.cases.actions.late_between import escalate_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import late_matters
from rangkul.web.desks.old_services import KIND, SAID, waiting_for

CLOCK = job("cases.clock")


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by, assured=days.today() - timedelta(days=230))


def found():
    with asking_as(CLOCK):
        return [one for one in late_matters(now(), 100) if one.kind == KIND]


def tell():
    with asking_as(CLOCK) as by:
        for one in found():
            escalate_between(by=by, matter=one)


def test_a_keeper_has_a_month_before_anybody_is_told(cast, asking, service):
    assert [one.owner_id for one in found()] == [cast.ayu.pk]
    with asking(cast.ayu) as by:
        actions.confirm_service(by=by, service=service)
    assert not found()


def test_the_supervisor_sees_which_and_takes_care(signed_in, cast, asking, service):
    tell()
    browser, address = signed_in(cast.sari), reverse("desks:risen")
    assert service.name in browser.get(address).content.decode()
    with asking_as(CLOCK):
        row = Escalation.objects.get(kind=KIND)
        assert row.told_id == cast.sari.pk
    assert signed_in(cast.ayu).post(address, {"hal": str(row.pk)}).status_code == 404
    assert browser.post(address, {"hal": str(row.pk)}).status_code == 302
    assert service.name not in browser.get(address).content.decode()


DAY = "/kerja/"
SAYS = "keterangan layanan menunggu dipastikan"


def test_the_keeper_reads_it_on_the_first_page(signed_in, cast, asking, service):
    page = signed_in(cast.ayu).get(DAY).text
    assert f"1 {SAYS}" in page
    assert reverse("directory:kept") in page
    assert SAYS not in signed_in(cast.sari).get(DAY).text
    with asking(cast.ayu) as by:
        actions.confirm_service(by=by, service=service)
    assert SAYS not in signed_in(cast.ayu).get(DAY).text


def test_what_nobody_keeps_comes_to_who_answers_for_a_team(signed_in, cast, asking, service):
    with asking(cast.ayu):
        Service.objects.filter(pk=service.pk).update(keeper=None)
    assert f"1 {SAYS}" in signed_in(cast.sari).get(DAY).text
    assert SAYS not in signed_in(cast.ayu).get(DAY).text
    kept = reverse("directory:kept")
    for staff, seen in ((cast.sari, True), (cast.adi, True), (cast.ayu, False)):
        assert (service.name in signed_in(staff).get(kept).text) is seen
    with asking(cast.budi):
        Organization.objects.update(agency=cast.budi.agency)
    assert SAYS not in signed_in(cast.sari).get(DAY).text


def test_many_are_not_counted_to_the_end(signed_in, cast, asking, service, django_assert_num_queries):
    with asking(cast.ayu) as by:
        for n in range(25):
            making.service(by, of=service.organization, name=f"Layanan {n}", assured=None)
    with asking(cast.ayu) as by, django_assert_num_queries(1):
        assert waiting_for(by) == {"n": 20, "more": True}
    assert f"Lebih dari 20 {SAYS}" in signed_in(cast.ayu).get(DAY).text


def said():
    with asking_as(CLOCK):
        return [one for one in late_matters(now(), 100) if one.kind == SAID]


@pytest.fixture
def overdue(cast, asking):
    """Ayu keeps an entry of which somebody said three weeks ago that its hours are wrong."""
    with asking(cast.ayu) as by:
        service = making.service(by)
    with asking(cast.budi) as by, clock.pretending(now() - timedelta(days=21)):
        return actions.suggest(by=by, service=service, topic="hours", text="Jumat tutup jam 11.")


def test_a_suggestion_past_its_day_climbs_above_its_editor(signed_in, cast, asking, overdue):
    (late,) = said()
    assert (late.owner_id, late.id) == (cast.ayu.pk, overdue.pk)
    with asking_as(CLOCK) as by:
        escalate_between(by=by, matter=late)
        row = Escalation.objects.get(kind=SAID)
    assert row.told_id == cast.sari.pk
    browser, address = signed_in(cast.sari), reverse("desks:risen")
    page = browser.get(address).text
    assert overdue.service.name in page
    assert "Ayu Peksos" in page
    assert signed_in(cast.ayu).post(address, {"hal": str(row.pk)}).status_code == 404
    assert browser.post(address, {"hal": str(row.pk)}).status_code == 302
    assert overdue.service.name not in browser.get(address).text


def test_who_decides_it_ends_the_climb(cast, asking, overdue):
    with asking_as(CLOCK) as by:
        escalate_between(by=by, matter=said()[0])
    with asking(cast.ayu) as by:
        actions.refuse_suggestion(by=by, suggestion=overdue, reason="Sudah dicek.")
    with asking_as(CLOCK):
        assert Escalation.objects.get(kind=SAID).settled_at is not None
    assert not said()


def test_before_its_day_nobody_above_is_told(cast, asking, service):
    with asking(cast.budi) as by:
        actions.suggest(by=by, service=service, topic="hours", text="Jumat tutup jam 11.")
    assert not said()


def test_the_editor_reads_it_on_the_first_page(signed_in, cast, asking, overdue):
    assert f"1 {SAYS}" in signed_in(cast.ayu).get(DAY).text
    assert "Usul yang Anda periksa" in signed_in(cast.ayu).get(reverse("directory:kept")).text
    assert SAYS not in signed_in(cast.budi).get(DAY).text

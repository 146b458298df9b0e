"""What was agreed with an organisation: written down by who answers for a team, used by the clock of a referral."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base import days
from rangkul.commons.directory import queries
from rangkul.commons.directory.models import Agreement
from rangkul.commons.directory.tests import making


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by)


def given(**changes):
    today = days.today()
    dates = {"valid_from": today.isoformat(), "valid_to": (today + timedelta(days=30)).isoformat()}
    return {"response_hours": "24", "number": "MoU/7", **dates, **changes}


def test_it_is_written_down_and_shown(signed_in, cast, service, asking):
    sari = signed_in(cast.sari)
    page = reverse("directory:agree", args=[service.pk])
    assert sari.get(page).status_code == 200
    assert sari.post(page, given()).status_code == 302
    shown = sari.get(reverse("directory:agreements")).text
    assert "24 jam" in shown
    assert "segera berakhir" in shown
    with asking(cast.sari):
        held = queries.agreement_with(agency_id=cast.sari.agency_id, organization_id=service.organization_id)
        assert held.response_hours == 24


def test_the_newer_one_counts_and_the_older_stays(signed_in, cast, service):
    sari = signed_in(cast.sari)
    page, today = reverse("directory:agree", args=[service.pk]), days.today()
    sari.post(page, given(valid_from=(today - timedelta(days=9)).isoformat(), response_hours="72"))
    sari.post(page, given(response_hours="12"))
    shown = sari.get(reverse("directory:agreements")).text
    assert "digantikan yang lebih baru" in shown
    assert "12 jam" in shown


def test_contradictions_are_refused_in_words(signed_in, cast, service):
    page = reverse("directory:agree", args=[service.pk])
    early = (days.today() - timedelta(days=1)).isoformat()
    answer = signed_in(cast.sari).post(page, given(valid_to=early))
    assert answer.status_code == 422
    assert "berakhir sebelum mulai" in answer.text


def test_a_worker_reads_and_does_not_sign(signed_in, cast, service):
    ayu = signed_in(cast.ayu)
    assert ayu.get(reverse("directory:agreements")).status_code == 200
    assert ayu.post(reverse("directory:agree", args=[service.pk]), given()).status_code == 403


def test_another_agency_reads_nothing_of_it(signed_in, cast, service, asking):
    signed_in(cast.sari).post(reverse("directory:agree", args=[service.pk]), given())
    with asking(cast.budi):
        assert not Agreement.objects.exists()
    assert "24 jam" not in signed_in(cast.budi).get(reverse("directory:agreements")).text

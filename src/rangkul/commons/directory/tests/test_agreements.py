"""What was agreed with an organisation: written down by who answers for a team, used by the clock of a referral."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base import days
from rangkul.base.models import Event
from rangkul.commons.directory import actions, queries
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


def recorded(signed_in, cast, service, asking, **changes):
    signed_in(cast.sari).post(reverse("directory:agree", args=[service.pk]), given(**changes))
    with asking(cast.sari):
        return Agreement.objects.latest("made_at")


def test_it_ends_before_its_day_with_the_reason_and_stays(signed_in, cast, service, asking):
    row = recorded(signed_in, cast, service, asking)
    sari, page = signed_in(cast.sari), reverse("directory:agreement", args=[row.pk])
    assert sari.post(page, {"akhiri": "ya", "because": " "}).status_code == 422
    assert sari.post(page, {"akhiri": "ya", "because": "Lembaganya bubar"}).status_code == 302
    shown = sari.get(reverse("directory:agreements")).text
    assert "diakhiri" in shown
    assert "Lembaganya bubar" in shown
    with asking(cast.sari) as by:
        whom = {"agency_id": cast.sari.agency_id, "organization_id": service.organization_id}
        assert queries.agreement_with(**whom) is None
        before = Event.objects.filter(name="agreement.ended").count()
        actions.end_agreement(by=by, agreement=row, because="Lagi")
        assert Event.objects.filter(name="agreement.ended").count() == before
    assert sari.get(page).status_code == 404


def test_what_was_wrong_is_put_right_beside_it(signed_in, cast, service, asking):
    row = recorded(signed_in, cast, service, asking)
    page = reverse("directory:agreement", args=[row.pk])
    sari = signed_in(cast.sari)
    assert sari.get(page).status_code == 200
    assert sari.post(page, given(response_hours="48", because="Salah ketik")).status_code == 302
    with asking(cast.sari):
        whom = {"agency_id": cast.sari.agency_id, "organization_id": service.organization_id}
        assert queries.agreement_with(**whom).response_hours == 48
        old = Agreement.objects.get(pk=row.pk)
        assert (old.response_hours, old.ended_because, old.ended_by_id) == (24, "Salah ketik", cast.sari.pk)


def test_a_correction_that_contradicts_itself_ends_nothing(signed_in, cast, service, asking):
    row = recorded(signed_in, cast, service, asking)
    early = (days.today() - timedelta(days=1)).isoformat()
    answer = signed_in(cast.sari).post(
        reverse("directory:agreement", args=[row.pk]), given(valid_to=early, because="Salah")
    )
    assert answer.status_code == 422
    with asking(cast.sari):
        assert Agreement.objects.get().ended_at is None


@pytest.mark.parametrize("name", ["ayu", "budi"])
def test_a_worker_ends_none(signed_in, cast, service, asking, name):
    row = recorded(signed_in, cast, service, asking)
    answer = signed_in(getattr(cast, name)).post(
        reverse("directory:agreement", args=[row.pk]), {"akhiri": "ya", "because": "x"}
    )
    assert answer.status_code == 403


def test_whoever_was_named_is_told_before_it_ends(signed_in, cast, service, asking):
    row = recorded(signed_in, cast, service, asking, keeper=str(cast.rini.pk))
    with asking(cast.rini) as by:
        assert [one.pk for one in queries.agreements_to_renew(by)] == [row.pk]
    words = "Anda yang mengurus berikutnya"
    assert words in signed_in(cast.rini).get(reverse("directory:agreements")).text
    assert words not in signed_in(cast.sari).get(reverse("directory:agreements")).text
    later = (days.today() + timedelta(days=400)).isoformat()
    recorded(signed_in, cast, service, asking, valid_to=later)
    with asking(cast.rini) as by:
        assert queries.agreements_to_renew(by) == []

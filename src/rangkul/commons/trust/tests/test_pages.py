"""Pages of trust: emergency access, its review, the trail."""

import pytest
from django.urls import reverse

from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person
from rangkul.commons.trust.models import BreakGlass

REASON = "Ibu ini menelepon dan menangis, petugasnya sedang di kapal."


@pytest.fixture
def hidden(cast, asking):
    """A person of another unit whom only a grant opens."""
    with asking(cast.candra):
        return Person.objects.create(
            key=DataKey.make(), agency=cast.candra.agency, unit=cast.candra.unit, registered_by=cast.candra,
            full_name="Wati Contoh",
        )  # fmt: skip


def break_it(browser, person, **more):
    address = reverse("trust:break_glass", args=["person", person.pk])
    return browser.post(address, {"reason": REASON, "hours": "1"} | more)


def test_ayu_opens_a_file_with_a_reason(signed_in, cast, hidden, asking):
    assert break_it(signed_in(cast.ayu), hidden).status_code == 302
    with asking(cast.sari):
        assert BreakGlass.objects.get().reviewer_id == cast.sari.pk


def test_a_short_reason_is_refused_and_kept(signed_in, cast, hidden):
    answer = break_it(signed_in(cast.ayu), hidden, reason="darurat")
    assert answer.status_code == 422
    assert "darurat" in answer.content.decode()


@pytest.mark.parametrize("name", ["adi", "rini", "agus"])
def test_who_does_not_practise_cannot(signed_in, cast, hidden, name):
    assert break_it(signed_in(getattr(cast, name)), hidden).status_code == 403


def test_another_agency_gets_the_same_words_as_for_nothing(signed_in, cast, hidden):
    assert "tidak ditemukan di lembaga Anda" in break_it(signed_in(cast.budi), hidden).content.decode()


def test_sari_reviews_it_once(signed_in, cast, hidden, asking):
    break_it(signed_in(cast.ayu), hidden)
    browser = signed_in(cast.sari)
    assert REASON in browser.get(reverse("trust:reviews")).content.decode()
    with asking(cast.sari):
        glass = BreakGlass.objects.get()
    form = {f"{glass.pk}-justified": "ya", f"{glass.pk}-note": ""}
    assert browser.post(reverse("trust:review", args=[glass.pk]), form).status_code == 302
    assert browser.post(reverse("trust:review", args=[glass.pk]), form).status_code == 404


def test_ayu_cannot_review_herself(signed_in, cast, hidden, asking):
    break_it(signed_in(cast.ayu), hidden)
    with asking(cast.ayu):
        glass = BreakGlass.objects.get()
    assert signed_in(cast.ayu).post(reverse("trust:review", args=[glass.pk]), {}).status_code == 404


def test_the_auditor_reads_the_trail_and_no_names(signed_in, cast, hidden):
    break_it(signed_in(cast.ayu), hidden)
    page = signed_in(cast.agus).get(reverse("trust:audit")).content.decode()
    assert "Akses darurat dibuka" in page
    assert "Wati" not in page
    assert REASON not in page


@pytest.mark.parametrize("name", ["ayu", "sari", "adi", "rini"])
def test_others_do_not_read_the_trail(signed_in, cast, name):
    assert signed_in(getattr(cast, name)).get(reverse("trust:audit")).status_code == 403


def test_a_hostile_page_number_is_ignored(signed_in, cast):
    for before in ("x", "99999999999999999999", "-1", "²"):
        assert signed_in(cast.agus).get(reverse("trust:audit"), {"sebelum": before}).status_code == 200

"""An agency's own cut-off stands beside the published one, says why, and leaves old results as they were judged."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.journey.instruments import queries
from rangkul.journey.instruments.actions import set_cutoff
from rangkul.journey.instruments.models import CutOff
from rangkul.journey.instruments.scoring import score
from rangkul.journey.instruments.scoring.moving import movable, moved, why_not
from rangkul.journey.instruments.scoring.shipped import everything, shipped

# Eight points: mild signs as published, moderate from 8.
EIGHT = (2, 2, 2, 2, 0, 0, 0, 0, 0)
WHY = {"reason": "Remaja di panti.", "source": "Keputusan tim, 2026"}


@pytest.fixture
def eight(cast, asking, phq9):
    def put(at=8, band="moderate", by=None, **more):
        admin = by or cast.adi
        with asking(admin):
            said = WHY | more
            at = None if at is None else Decimal(at)
            return set_cutoff(by=admin.asker(), version=phq9, band=band, at=at, **said)

    return put


def test_from_then_on_the_band_begins_there(cast, asking, case, fill, eight):
    with asking(cast.ayu):
        fill(*EIGHT)
    eight()
    with asking(cast.ayu):
        fill(*EIGHT)
        newer, older = queries.results(case)
        assert (newer.band.key, newer.scored.own) == ("moderate", (("moderate", 8, 10),))
        assert (older.band.key, older.scored.own) == ("mild", ())


def test_another_agency_goes_on_with_the_published_one(cast, asking, eight, phq9):
    eight()
    with asking(cast.budi):
        assert not CutOff.objects.exists()


def test_the_result_shows_both_with_reason_source_and_who(cast, asking, signed_in, case, fill, eight):
    eight()
    with asking(cast.ayu):
        row = fill(*EIGHT)
    eight(at=9, reason="Berubah lagi.")
    page = signed_in(cast.ayu).get(reverse("instruments:result", args=[case.pk, row.pk])).content.decode()
    assert "batas lembaga 8, batas terbitan 10" in page
    assert "Remaja di panti." in page
    assert "Keputusan tim, 2026" in page
    assert cast.adi.full_name in page
    assert "Berubah lagi." not in page


def test_the_same_twice_is_told_once_and_the_published_one_comes_back(cast, asking, eight, phq9):
    eight()
    eight()
    with asking(cast.adi):
        assert CutOff.objects.count() == 1
        assert Event.objects.filter(name="cutoff.set", subject_id=phq9.instrument_id).count() == 1
    eight(at=10)
    with asking(cast.adi):
        assert [row.at for row in CutOff.objects.order_by("made_at")] == [8, None]


@pytest.mark.parametrize(
    ("band", "at", "code"),
    [
        ("minimal", 1, "band"),
        ("tidak_ada", 1, "band"),
        ("moderate", 5, "range"),
        ("moderate", 15, "range"),
        ("moderate", "8.5", "step"),
        ("moderately_severe", 16, "quieter"),
        ("severe", 21, "quieter"),
        ("severe", 28, "range"),
    ],
)
def test_what_does_not_fit_or_would_hide_danger_is_refused(eight, band, at, code):
    with pytest.raises(Refused) as refused:
        eight(at=at, band=band)
    assert refused.value.code == code


@pytest.mark.parametrize("field", ["reason", "source"])
def test_without_reason_and_source_there_is_none(eight, field):
    with pytest.raises(Refused) as refused:
        eight(**{field: " "})
    assert refused.value.field == field


def test_only_the_admin_sets_it(cast, eight, signed_in):
    with pytest.raises(PermissionDenied):
        eight(by=cast.sari)
    assert signed_in(cast.sari).get(reverse("instruments:cutoffs")).status_code == 403


def test_it_is_never_rewritten(cast, asking, eight):
    row = eight()
    with asking(cast.adi):
        for statement in (
            "UPDATE instruments_cutoff SET at = 9 WHERE id = %s",
            "DELETE FROM instruments_cutoff WHERE id = %s",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [row.pk])


def test_the_page_sets_it_keeps_what_was_typed_and_takes_it_back(cast, asking, signed_in, phq9):
    browser, url = signed_in(cast.adi), reverse("instruments:cutoff", args=[phq9.pk])
    page = browser.get(reverse("instruments:cutoffs")).content.decode()
    assert "PHQ-9" in page
    assert browser.get(url).status_code == 405
    wrong = browser.post(url, {"band": "moderate", "at": "30", **WHY})
    assert wrong.status_code == 422
    assert "Remaja di panti." in wrong.content.decode()
    assert browser.post(url, {"band": "moderate", "at": "8", **WHY}).status_code == 302
    page = browser.get(reverse("instruments:cutoffs")).content.decode()
    assert "Keputusan tim, 2026" in page
    assert browser.post(url, {"band": "moderate", "back": "1"}).status_code == 302
    with asking(cast.adi):
        assert [row.at for row in CutOff.objects.order_by("made_at")] == [8, None]


def test_a_profile_and_a_triage_have_none():
    assert movable(shipped("ssm").rules) == movable(shipped("dv_danger_own").rules) == ()


def test_a_cut_that_another_version_does_not_know_is_left_out():
    rules = shipped("phq9").rules
    assert moved(rules, {"hilang": Decimal(3), "moderate": Decimal(40)}) is rules


@pytest.mark.parametrize("key", [one.key for one in everything() if movable(one.rules)])
def test_no_own_cut_makes_an_alarm_quieter(key):
    """Over every total: whatever an agency may set, a level that was published is never missed."""
    rules = shipped(key).rules
    for band in movable(rules):
        for at in range(int(rules.bands[0].since), int(rules.bands[-1].since) + 6):
            if why_not(rules, band.key, Decimal(at)):
                continue
            own = moved(rules, {band.key: Decimal(at)})
            for item in rules.items[:1]:
                for code in rules.answers[item].points:
                    answers = {other: code for other in rules.items if code in rules.answers[other].points}
                    before, after = score(rules, answers), score(own, answers)
                    assert _gravity(after) >= _gravity(before)
                    assert after.total == before.total


def _gravity(scored):
    from rangkul.journey.instruments.scoring.levels import gravity

    return gravity(scored.level)

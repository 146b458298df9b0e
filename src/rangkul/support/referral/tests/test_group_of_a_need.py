"""The register is counted by groups: a need takes that of its case, and is asked for one where it is left unmet."""

import pytest
from django.urls import reverse

from rangkul.base.taxonomy.queries import PPKS, current
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in
from rangkul.journey.assessment.actions import add_category, end_category
from rangkul.support.referral import actions
from rangkul.support.referral.closing import LACKING
from rangkul.support.referral.models import Need, UnmetNeed

CHILD, ELDER = "PPKS-02", "PPKS-05"


@pytest.fixture
def grouped(cast, case, asking):
    with asking(cast.ayu) as by:
        for code in (CHILD, ELDER):
            add_category(by=by, case=case, code=code, because="Menurut keluarga")
    return case


def test_a_need_takes_the_group_that_its_case_was_given_last(cast, grouped, asking):
    with asking(cast.ayu) as by:
        assert actions.note_need(by=by, case=grouped, kind="shelter").category == ELDER
        assert actions.note_need(by=by, case=grouped, kind="shelter", category="").category == ""
        last = grouped.categories.get(term__code=ELDER)
        end_category(by=by, case=grouped, category=last, reason="Keliru")
        assert actions.note_need(by=by, case=grouped, kind="food").category == CHILD


def test_the_page_has_it_filled_in(cast, grouped, signed_in):
    page = signed_in(cast.ayu).get(reverse("referrals:of_case", args=[grouped.pk])).text
    assert f'<option value="{ELDER}" selected>' in page


def test_left_unmet_it_is_asked_and_kept(cast, case, need, signed_in, asking):
    browser = signed_in(cast.ayu)
    page = browser.get(reverse("referrals:need", args=[case.pk, need.pk])).text
    assert 'name="category"' in page
    browser.post(reverse("referrals:leave_unmet", args=[case.pk, need.pk]), {"why": "none", "category": CHILD})
    with asking(cast.ayu):
        assert (UnmetNeed.objects.get().category, Need.objects.get(pk=need.pk).category) == (CHILD, CHILD)


def test_left_unmet_without_one_it_takes_that_of_the_case(cast, case, need, asking):
    with asking(cast.ayu) as by:
        add_category(by=by, case=case, code=ELDER, because="Menurut keluarga")
        actions.leave_unmet(by=by, need=need, why="far")
        assert UnmetNeed.objects.get().category == ELDER


def test_a_request_that_is_declined_for_want_of_a_resource_says_which_group(cast, asking):
    row = handed_in(HUNGRY)
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=row.pk)
        fields = LACKING.fields(request)
        assert {one.code for one in current(PPKS)} <= {code for code, _label in fields["lacking_group"].choices}
        LACKING.keep(by, request, {"reason": "no_resource", "lacking": "food", "lacking_group": CHILD})
        intake.decline(
            by=by, request=Request.objects.get(pk=row.pk), reason="no_resource", text="Maaf.", no_conflict=True
        )
        assert (UnmetNeed.objects.get().kind, UnmetNeed.objects.get().category) == ("food", CHILD)


def test_nothing_lacking_registers_nothing(cast, asking):
    row = handed_in(HUNGRY)
    with asking(cast.ayu) as by:
        LACKING.keep(
            by, Request.objects.get(pk=row.pk), {"reason": "outside_area", "lacking": "", "lacking_group": CHILD}
        )
        assert not UnmetNeed.objects.exists()

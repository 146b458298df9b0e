"""Closing an account: reviews of emergency accesses, data breaches and wishes about data go to somebody named."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.commons.people.hooks import LEAVING, Handing
from rangkul.commons.people.models import Staff
from rangkul.commons.trust import actions
from rangkul.commons.trust.actions.leaving import hand_review
from rangkul.commons.trust.models import Breach, BreakGlass, RightsRequest
from rangkul.web.accounts.tests.test_closing import close, words

REASON = "Ibu ini menelepon dan terancam malam ini."


@pytest.fixture
def wati(cast, asking):
    with asking(cast.ayu) as ayu:
        return register(by=ayu, full_name="Wati Contoh", sex="P")


@pytest.fixture
def glass(cast, asking, wati):
    """Candra's, to be reviewed by Dewi."""
    with asking(cast.candra) as candra:
        return actions.break_glass(by=candra, subject=("person", wati.pk), reason=REASON)


@pytest.fixture
def breach(cast, asking):
    with asking(cast.ayu) as ayu:
        return actions.report_breach(by=ayu, what="Ponsel kantor tertinggal di angkutan umum.", kinds=["identity"])


@pytest.fixture
def wish(cast, asking, wati):
    """Ayu knows the file; what is to be corrected is hers."""

    def ask(right="correction"):
        with asking(cast.ayu) as ayu:
            return actions.ask_for_right(
                by=ayu, right=right, text="Tanggal lahir", subject=("person", wati.pk), agency_id=cast.ayu.agency_id,
                person_id=wati.pk, worker_id=cast.ayu.pk,
            )  # fmt: skip

    return ask


def now_of(model, row):
    with asking_as(LEAVING):
        return model.objects.get(pk=row.pk)


def test_a_review_goes_to_the_next_who_may(cast, asking, glass):
    assert glass.reviewer_id == cast.dewi.pk
    assert "1 akses darurat" in words(cast, asking, cast.dewi)
    close(cast, asking, cast.dewi, to=cast.sari)
    assert now_of(BreakGlass, glass).reviewer_id == cast.sari.pk
    with asking_as(LEAVING):
        assert Event.objects.get(name="glass.handed_on").payload["to"] == str(cast.sari.pk)


def test_nobody_is_made_to_review_themself(cast, asking, wati):
    with asking(cast.sari) as sari:
        mine = actions.break_glass(by=sari, subject=("person", wati.pk), reason=REASON)
    close(cast, asking, Staff.objects.model(pk=mine.reviewer_id), to=cast.sari)
    assert now_of(BreakGlass, mine).reviewer_id == cast.putri.pk


def test_what_was_reviewed_stays_where_it_is(cast, asking, glass):
    with asking(cast.dewi) as dewi:
        actions.review_break_glass(by=dewi, glass=glass, justified=True)
    assert "akses darurat" not in words(cast, asking, cast.dewi)
    close(cast, asking, cast.dewi, to=cast.sari)
    assert now_of(BreakGlass, glass).reviewer_id == cast.dewi.pk


def test_a_breach_has_another_owner_and_the_same_clock(cast, asking, breach):
    assert breach.owner_id == cast.putri.pk
    close(cast, asking, cast.putri)
    after = now_of(Breach, breach)
    assert (after.owner_id == cast.rini.pk, after.due_at == breach.due_at) == (True, True)


def test_what_the_worker_was_to_correct_goes_with_the_file(cast, asking, wish):
    asked = wish()
    close(cast, asking, cast.ayu, to=cast.sari)
    after = now_of(RightsRequest, asked)
    assert (after.owner_id, after.worker_id) == (cast.sari.pk, cast.sari.pk)


def test_a_decision_stays_with_the_officer_when_the_worker_leaves(cast, asking, wish):
    asked = wish("deletion")
    close(cast, asking, cast.ayu, to=cast.sari)
    after = now_of(RightsRequest, asked)
    assert (after.owner_id, after.worker_id) == (cast.putri.pk, cast.sari.pk)


def test_a_refusal_gets_another_second_reader(cast, asking, wish):
    asked = wish("deletion")
    with asking(cast.putri) as putri:
        proposed = actions.propose_refusal(by=putri, wish=asked, ground="duty", answer="Wajib disimpan.")
    close(cast, asking, Staff.objects.model(pk=proposed.second_id), to=cast.dewi)
    after = now_of(RightsRequest, asked)
    assert after.second_id not in (proposed.second_id, cast.putri.pk)


def test_the_account_stays_where_nobody_can_go_on(cast, asking, glass):
    others = Staff.objects.filter(agency=cast.dewi.agency).exclude(pk__in=[cast.dewi.pk, cast.adi.pk])
    with asking(cast.adi):
        others.update(is_active=False)
    with pytest.raises(Refused, match="meneruskan"):
        close(cast, asking, cast.dewi)


@pytest.mark.parametrize(("model", "column"), [("glass", "reviewer"), ("breach", "owner")])
def test_nobody_else_hands_them_on(cast, asking, request, model, column):
    row = request.getfixturevalue(model)
    for who in (cast.putri, cast.dewi, cast.adi):
        with asking(who), transaction.atomic():
            try:
                with transaction.atomic():
                    type(row).objects.filter(pk=row.pk).update(**{column: cast.sari})
            except DatabaseError:
                pass
    assert getattr(now_of(type(row), row), f"{column}_id") == getattr(row, f"{column}_id")


def test_only_the_closing_of_an_account_does(cast, asking, glass):
    with asking(cast.adi) as adi, pytest.raises(PermissionDenied):
        hand_review(by=adi, glass=glass, handing=Handing(cast.dewi, cast.sari, adi))

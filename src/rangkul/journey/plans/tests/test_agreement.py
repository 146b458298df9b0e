"""A plan is agreed with the client, signed, and from then on unchanged; a new version takes over what still holds."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse
from tests.support.cases import opened

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.journey.cases.actions import Agreement, send_back, sign
from rangkul.journey.cases.models import Signature
from rangkul.journey.plans import actions, queries
from rangkul.journey.plans.conftest import SPOKEN
from rangkul.journey.plans.models import Plan


def agree(cast, case, worker=None, **given):
    words = {"agreement": SPOKEN} | given
    return actions.agree_plan(by=(worker or cast.ayu).asker(), case=case, **words)


def test_an_agreed_plan_is_signed_and_logged_once(case, cast, asking, agreed):
    plan = agreed()
    assert plan.signed_by_id == cast.ayu.pk
    with asking(cast.ayu):
        assert Event.objects.filter(name="plan.agreed").count() == 1
        with pytest.raises(Refused):
            agree(cast, case)


def test_everything_that_lacks_is_said_at_once(case, cast, asking, set_goal):
    with asking(cast.ayu):
        set_goal()
        with pytest.raises(Refused) as refusal:
            agree(cast, case)
    assert "Yang diinginkan klien belum ditulis." in refusal.value.message
    assert "paling sedikit dua jalan" in refusal.value.message


def test_one_way_is_no_choice(case, cast, asking, draft):
    draft()
    with asking(cast.ayu):
        plan = queries.plan_of(case)
        actions.remove_alternative(by=cast.ayu.asker(), case=case, alternative=plan.alternatives.first())
        with pytest.raises(Refused, match="dua jalan"):
            agree(cast, case)


def test_a_spoken_agreement_has_a_witness(case, cast, asking, draft):
    draft()
    with asking(cast.ayu):
        with pytest.raises(Refused) as refusal:
            agree(cast, case, agreement=Agreement("spoken", "Wati"))
        assert refusal.value.field == "witness"
        assert agree(cast, case).state == "agreed"


@pytest.mark.parametrize("mode", ["signature", "thumbprint"])
def test_a_written_agreement_is_proven_by_its_picture(case, cast, asking, draft, mode):
    draft()
    with asking(cast.ayu):
        with pytest.raises(Refused) as refusal:
            agree(cast, case, agreement=Agreement(mode, "Wati"))
        assert refusal.value.field == mode
        with pytest.raises(IntegrityError, match="plans_signed_agreement_has_evidence"), transaction.atomic():
            Plan.objects.filter(case=case).update(agreement=mode)


def test_an_agreed_version_is_frozen_by_the_database(case, cast, asking, agreed):
    plan = agreed()
    with asking(cast.ayu):
        for change in ({"wish": None}, {"review_on": None}, {"state": "draft"}):
            with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
                Plan.objects.filter(pk=plan.pk).update(**change)


def test_a_new_version_copies_what_holds_and_replaces_the_old_one(case, cast, asking, agreed):
    old = agreed()
    by = cast.ayu.asker()
    with asking(cast.ayu):
        new = actions.new_version(by=by, case=case, reason="Pindah rumah")
        copied = queries.plan_of(case)
        assert (copied.version, copied.wish) == (2, "Anak saya sekolah lagi")
        assert [goal.level_words() for goal in copied.goals.all()] == [goal.level_words() for goal in old.goals.all()]
        assert copied.goals.get().thread == old.goals.get().thread
        assert copied.alternatives.count() == 2
        # Until the new version is agreed the old one holds.
        assert queries.agreed_plan(case).pk == old.pk
        agree(cast, case)
        assert queries.agreed_plan(case).pk == new.pk
        assert Plan.objects.get(pk=old.pk).state == "replaced"


def test_a_second_draft_is_refused(case, cast, asking, agreed):
    agreed()
    with asking(cast.ayu):
        actions.new_version(by=cast.ayu.asker(), case=case, reason="Pindah")
        with pytest.raises(Refused):
            actions.new_version(by=cast.ayu.asker(), case=case, reason="Pindah")


@pytest.fixture
def juniors(cast, asking, draft):
    """Dimas, a junior, has his client's agreement; the plan waits for Sari."""
    with asking(cast.dimas):
        case = opened(cast.dimas, name="Tono Contoh")
    draft(by=cast.dimas, on=case)
    with asking(cast.dimas):
        agree(cast, case, worker=cast.dimas)
    return case


def test_a_juniors_plan_waits_for_the_supervisor(juniors, cast, asking, set_goal):
    with asking(cast.dimas):
        assert queries.plan_of(juniors).state == "asked"
        assert not Event.objects.filter(name="plan.agreed").exists()
        with pytest.raises(Refused, match="menunggu"):
            set_goal(by=cast.dimas, on=juniors)


def test_the_supervisors_signature_freezes_it(juniors, cast, asking):
    with asking(cast.sari):
        waiting = Signature.objects.select_related("case__key", "key").get(subject_kind="plan")
        sign(by=cast.sari.asker(), signature=waiting)
        plan = queries.plan_of(juniors)
        assert (plan.state, plan.signed_by_id) == ("agreed", cast.sari.pk)


def test_sent_back_it_is_a_draft_again(juniors, cast, asking, set_goal):
    with asking(cast.sari):
        waiting = Signature.objects.select_related("case__key", "key").get(subject_kind="plan")
        send_back(by=cast.sari.asker(), signature=waiting, comment="Tujuan kedua belum jelas")
    with asking(cast.dimas):
        assert queries.plan_of(juniors).state == "draft"
        assert set_goal(by=cast.dimas, on=juniors).pk


def test_who_wrote_it_reads_why_it_came_back(juniors, cast, asking, signed_in):
    with asking(cast.sari):
        waiting = Signature.objects.select_related("case__key", "key").get(subject_kind="plan")
        send_back(by=cast.sari.asker(), signature=waiting, comment="Tujuan kedua belum jelas")
    said = signed_in(cast.dimas).get(reverse("plans:plan", args=[juniors.pk])).text
    assert "Dikembalikan oleh Sari" in said
    assert "Tujuan kedua belum jelas" in said

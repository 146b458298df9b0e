"""A plan is described, and after it was agreed a new version takes over what still holds."""

from datetime import date

from django.db import models
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_over, today
from rangkul.base.ids import new_id
from rangkul.base.sealed import SealedText
from rangkul.base.seen import merged
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import policy
from rangkul.journey.plans.actions.drafting import done, draft_plan, newest_plan, still_open
from rangkul.journey.plans.models import Plan
from rangkul.journey.plans.states import PlanState


@action("plan.described", may=policy.may_plan)
def describe_plan(
    *, by: Asker, case: Case, wish: str, resources: str = "", risks: str = "", review_on: date | None = None,
    seen: str = "",
) -> Done:  # fmt: skip
    """What the client wants to be different, on what the plan leans, what it may bring, when it is looked at again.
    `seen`: see `base.seen`."""
    not_over(review_on, "review_on", case.region_code)
    plan = draft_plan(by, case)
    words = {"wish": wish, "resources": resources, "risks": risks, "review_on": review_on}
    for name, value in merged({name: getattr(plan, name) for name in words}, words, seen).items():
        setattr(plan, name, value)
    plan.save(update_fields=[*words])
    return done(plan, case, version=plan.version)


@action("plan.version_begun", may=policy.may_plan)
def new_version(*, by: Asker, case: Case, reason: str) -> Done:
    """Copy the agreed version into a new draft. Goals keep their thread, so that their reviews go on.

    Raises Refused while a draft is open.
    """
    still_open(case)
    old = newest_plan(case)
    if old is None or old.state != PlanState.AGREED:
        raise Refused(_("Masih ada rencana yang sedang disusun; lanjutkan di sana."), code="open")
    plan = Plan(case=case, key=case.key, version=old.version + 1, previous=old, drafted_by_id=by.staff_id)
    plan.wish, plan.resources, plan.risks, plan.change_reason = old.wish, old.resources, old.risks, reason
    # A day that has passed is no promise of the new version.
    ahead = old.review_on is not None and old.review_on >= today(case.region_code)
    plan.review_on = old.review_on if ahead else None
    plan.save(force_insert=True)
    for part in ("goals", "alternatives", "hypotheses"):
        for row in getattr(old, part).select_related("key"):
            _copy(row, plan)
    return done(plan, case, version=plan.version, previous=str(old.pk))


def _copy(row: models.Model, plan: Plan) -> None:
    """The same row in another plan. Sealed texts are opened and sealed again, because a seal belongs to its row."""
    texts = {f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if isinstance(f, SealedText)}
    plain = {
        f.attname: getattr(row, f.attname)
        for f in row._meta.concrete_fields
        if f.attname not in texts and f.attname not in {"id", "made_at", "plan_id"}
    }
    copy = type(row)(id=new_id(), plan=plan, **plain)
    copy.key = plan.key
    for name, text in texts.items():
        setattr(copy, name, text)
    copy.save(force_insert=True)

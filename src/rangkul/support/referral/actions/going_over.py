"""A request becomes a case: what was sought for it, and who was asked, goes on in the file of the case."""

from __future__ import annotations

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting
from rangkul.entry.intake.hooks import Answer
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import case_of_ticket
from rangkul.support.referral import policy
from rangkul.support.referral.actions.rows import HOUSE, keep_dates, keep_next_step
from rangkul.support.referral.models import Need, Referral


def follow_accepted(request: Request, by: Asker, _answer: Answer) -> None:
    """Runs inside the verb that accepts, after the case was opened or joined."""
    with acting(HOUSE):
        case = case_of_ticket(request)
        if case is not None:
            go_over(by=HOUSE, request=request, case=case)


@action("need.gone_over", may=policy.is_house)
def go_over(*, by: Asker, request: Request, case: Case) -> Done:
    """What was sent stays word for word as it was sent, under its own key; only its place is the case's from now on,
    with the dates of the case."""
    needs = list(Need.objects.filter(request=request).values_list("pk", flat=True))
    Need.objects.filter(pk__in=needs).update(case=case, request=None)
    rows = Referral.objects.filter(request=request)
    moved = list(rows.values_list("pk", flat=True))
    rows.update(case=case, request=None, unit_id=case.unit_id)
    for row in Referral.objects.filter(pk__in=moved, sent_at__isnull=False):
        keep_dates(row)
    for need in needs:
        keep_next_step(need)
    return Done(
        case, subject=("case", case.pk), payload={"needs": len(needs), "referrals": len(moved)},
        agency_id=case.agency_id, unit_id=case.unit_id, silent=not needs,
    )  # fmt: skip

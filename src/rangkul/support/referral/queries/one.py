"""One need, one referral, and what belongs to it."""

from uuid import UUID

from rangkul.journey.cases.models import Case
from rangkul.support.referral.models import File, Item, Need, Referral, Step


def get_need(case: Case, need_id: UUID) -> Need:
    """Raises Need.DoesNotExist where there is none that the asker sees."""
    return Need.objects.select_related("key", "case__key", "case__person", "case__household", "unmet").get(
        pk=need_id, case=case
    )


def get(case: Case, referral_id: UUID) -> Referral:
    """Raises Referral.DoesNotExist where there is none that the asker sees."""
    rows = Referral.objects.select_related(
        "key", "need__key", "case__key", "case__person", "case__household", "case__worker", "owner", "consent"
    )
    return rows.get(pk=referral_id, case=case)


def items(referral: Referral) -> list[Item]:
    return list(referral.items.select_related("key").order_by("made_at"))


def steps(referral: Referral) -> list[Step]:
    """What happened, in order."""
    return list(referral.steps.select_related("key", "by").order_by("at", "made_at", "id"))


def files(referral: Referral) -> list[File]:
    return list(referral.files.select_related("key").order_by("made_at"))

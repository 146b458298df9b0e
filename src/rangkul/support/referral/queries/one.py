"""One need, one referral, and what belongs to it."""

from uuid import UUID

from django.db.models import QuerySet

from rangkul.base.ready import ready
from rangkul.support.referral.behind import CaseOrRequest, RequestFile
from rangkul.support.referral.models import Enclosure, File, Item, Need, Referral, Step

_FILES = (
    "case__key", "case__person", "case__household", "case__worker", "request__key", "request__person__key",
)  # fmt: skip


def get_need(file: CaseOrRequest | None, need_id: UUID) -> Need:
    """`file` None: of whatever file. Raises Need.DoesNotExist where there is none that the asker sees."""
    found = _need.one(need_id, whole=file is None)
    if found is None or not _stands_in(file, found):
        raise Need.DoesNotExist
    return found


def get(file: CaseOrRequest, referral_id: UUID) -> Referral:
    """Raises Referral.DoesNotExist where there is none that the asker sees."""
    found = _referral.one(referral_id)
    if found is None or not _stands_in(file, found):
        raise Referral.DoesNotExist
    return found


def _stands_in(file: CaseOrRequest | None, row: Need | Referral) -> bool:
    """What was fetched already is not fetched once more."""
    if file is None:
        return True
    if isinstance(file, RequestFile):
        row.request = file.request if row.request_id == file.pk else None
        return row.request is not None
    row.case = file if row.case_id == file.pk else None
    return row.case is not None


@ready
def _need(need_id: UUID, *, whole: bool) -> QuerySet[Need]:
    return Need.objects.filter(pk=need_id).select_related("key", "unmet", *(_FILES if whole else ()))


@ready
def _referral(referral_id: UUID) -> QuerySet[Referral]:
    rows = Referral.objects.select_related("key", "need__key", "owner", "consent", "agency", "unit")
    return rows.filter(pk=referral_id)


def items(referral: Referral) -> list[Item]:
    return list(referral.items.select_related("key").order_by("made_at"))


def enclosures(referral: Referral) -> list[Enclosure]:
    return list(referral.enclosures.select_related("key").order_by("made_at"))


def steps(referral: Referral) -> list[Step]:
    """What happened, in order."""
    return list(referral.steps.select_related("key", "by").order_by("at", "made_at", "id"))


def files(referral: Referral) -> list[File]:
    return list(referral.files.select_related("key").order_by("made_at"))

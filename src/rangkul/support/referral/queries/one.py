"""One need, one referral, and what belongs to it."""

from uuid import UUID

from django.db.models import Q

from rangkul.support.referral.behind import CaseOrRequest, RequestFile
from rangkul.support.referral.models import Enclosure, File, Item, Need, Referral, Step

_FILES = (
    "case__key", "case__person", "case__household", "case__worker", "request__key", "request__person__key",
)  # fmt: skip


def _in(file: CaseOrRequest) -> Q:
    return Q(request_id=file.pk) if isinstance(file, RequestFile) else Q(case_id=file.pk)


def get_need(file: CaseOrRequest | None, need_id: UUID) -> Need:
    """`file` None: of whatever file. Raises Need.DoesNotExist where there is none that the asker sees."""
    rows = Need.objects.select_related("key", "unmet", *_FILES)
    return rows.get(_in(file) if file is not None else Q(), pk=need_id)


def get(file: CaseOrRequest, referral_id: UUID) -> Referral:
    """Raises Referral.DoesNotExist where there is none that the asker sees."""
    rows = Referral.objects.select_related("key", "need__key", "owner", "consent", "agency", "unit", *_FILES)
    return rows.get(_in(file), pk=referral_id)


def items(referral: Referral) -> list[Item]:
    return list(referral.items.select_related("key").order_by("made_at"))


def enclosures(referral: Referral) -> list[Enclosure]:
    return list(referral.enclosures.select_related("key").order_by("made_at"))


def steps(referral: Referral) -> list[Step]:
    """What happened, in order."""
    return list(referral.steps.select_related("key", "by").order_by("at", "made_at", "id"))


def files(referral: Referral) -> list[File]:
    return list(referral.files.select_related("key").order_by("made_at"))

"""The needs of a case with every attempt, what runs still, and to which group a need is counted."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from rangkul.base.ready import ready
from rangkul.journey.assessment.models import CaseCategory
from rangkul.journey.cases.hooks import Offer
from rangkul.journey.cases.models import Case
from rangkul.support.referral.behind import CaseOrRequest, RequestFile
from rangkul.support.referral.models import Need, Referral
from rangkul.support.referral.states import ENDED, HELPING, State


def needs_of(file: CaseOrRequest) -> list[Need]:
    """Open ones first, each with its referrals in the order in which receivers are asked."""
    tries = Referral.objects.select_related("key", "owner").order_by("place", "made_at")
    rows = (
        Need.objects.filter(**({"request_id": file.pk} if isinstance(file, RequestFile) else {"case_id": file.pk}))
        .select_related("key", "unmet")
        .prefetch_related(Prefetch("referrals", queryset=tries))
    )
    return sorted(rows, key=lambda one: (not one.is_open, -one.made_at.timestamp()))


def tries_of(need: Need) -> list[Referral]:
    """Whom was or is to be asked for this need, in that order."""
    return _tries(need.pk)


@ready
def _tries(need_id: UUID) -> QuerySet[Referral]:
    return Referral.objects.filter(need_id=need_id).select_related("key", "owner").order_by("place", "made_at")


def next_places(rows: Sequence[Referral]) -> list[Referral]:
    """Of all tries of a need. After a no, or where nobody answered: the prepared receivers that are next, several where
    they are to be asked at once. Proposed, never asked by itself."""
    if any(one.state not in (State.DRAFT, *ENDED) for one in rows):
        return []
    ended = [one for one in rows if one.state in ENDED and one.sent_at is not None]
    waiting = [one for one in rows if one.is_draft]
    return [one for one in waiting if ended and one.place == waiting[0].place]


def places_of(rows: Sequence[Referral]) -> list[tuple[int, str]]:
    """Of all tries of a need, whom one who is prepared now may be asked before: (place, receiver), in order."""
    found: dict[int, list[str]] = {}
    for one in rows:
        if one.is_draft:
            found.setdefault(one.place, []).append(one.receiver)
    return [(place, ", ".join(names)) for place, names in found.items()]


def category_of(file: CaseOrRequest) -> str:
    """The code by which a need of this file is counted: the group that its case was given last. Empty where it has
    none, and for a request, which has none yet. For statistics alone."""
    if not isinstance(file, Case):
        return ""
    held = CaseCategory.objects.filter(case=file, until=None).order_by("-since", "-pk")
    return held.values_list("term__code", flat=True).first() or ""


def may_take_part(case: Case) -> Iterator[Offer]:
    """Receivers who said yes and help now, for the map of stakeholders."""
    for row in Referral.objects.filter(case=case, state__in=HELPING).order_by("made_at"):
        source = "organization" if row.organization_id else "referral"
        yield Offer(source, row.organization_id or row.pk, row.receiver)

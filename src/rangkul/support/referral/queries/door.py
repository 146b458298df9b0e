"""What somebody sees who came by a link and a code."""

from collections.abc import Collection, Mapping
from uuid import UUID

from rangkul.base.asking import Asker, acting, job
from rangkul.support.referral.models import Referral


def of_door(asker: Asker) -> Referral | None:
    """The referral of the asker's own door, as long as their right holds: the database decides."""
    return Referral.objects.filter(door=asker.ticket_id).select_related("key").first()


def withdrawn_of(asker: Asker) -> Referral | None:
    """That it was withdrawn, also after it had ended, and by when its use must have stopped. Not one word of what it
    said is read for this; who asks has come through the door with link and code."""
    with acting(job("referral.house")):
        rows = Referral.objects.filter(door=asker.ticket_id, stop_due_at__isnull=False)
        return rows.only("id", "door", "state", "stop_due_at", "stopped_at").first()


def guests_named(ids: Collection[UUID]) -> Mapping[UUID, tuple[str, str]]:
    """By the id of a door: the receiver, for whoever may see the referral."""
    rows = Referral.objects.filter(door__in=list(ids)).values_list("door", "receiver")
    return {door: (receiver, "") for door, receiver in rows}

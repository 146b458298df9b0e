"""What waits on the crisis board for whom, so that they learn of it while no page is open."""

from collections.abc import Collection, Iterator
from uuid import UUID

from rangkul.base.clock import now
from rangkul.commons.people.hooks import Waiting
from rangkul.entry.crisis.models import Alert, NextContact


def waits(staff_ids: Collection[UUID]) -> Iterator[Waiting]:
    """A device that rings and to which nobody goes; a person who was to be spoken with by now."""
    rings = Alert.objects.filter(owner_id__in=staff_ids, taken_at=None, settled_at=None)
    for pk, owner_id in rings.values_list("pk", "owner_id"):
        yield Waiting(owner_id, pk, urgent=True)
    due = NextContact.objects.filter(look_at__isnull=False, due_at__lte=now())
    for pk, by_id, told_id in due.values_list("pk", "by_id", "told_id"):
        for staff_id in {by_id, told_id}.intersection(staff_ids):
            yield Waiting(staff_id, pk, urgent=True)

"""Which ways of being told a worker has, who has none, and what is to be told now."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from rangkul.base import clock
from rangkul.base.asking import Asker, acting, job
from rangkul.base.news import sending
from rangkul.commons.people import hooks
from rangkul.commons.people.hooks import Waiting
from rangkul.commons.people.models import Staff, StaffNews
from rangkul.commons.people.states import Role

_JOB = job("people.news")


def staff_news_of(asker: Asker) -> list[StaffNews]:
    """The asker's own, also those that were lost."""
    return list(StaffNews.objects.filter(staff_id=asker.staff_id).order_by("way"))


def cannot_be_told(staff_ids: Collection[UUID]) -> set[UUID]:
    """Those of these workers whom nothing reaches while no page is open. Asked as a job: nobody reads a colleague's
    address."""
    with acting(_JOB):
        told = _on().filter(staff_id__in=staff_ids).values_list("staff_id", flat=True)
        return set(staff_ids) - set(told)


def _on() -> QuerySet[StaffNews]:
    return StaffNews.objects.filter(lost_at=None, way__in=sending.ways())


def staff_news_due() -> list[tuple[StaffNews, list[Waiting]]]:
    """Each way on which something is to be told or forgotten now, with all that waits for its worker; the urgent
    first. Workers for whom nothing waits cost no statement of their own."""
    rows = list(_on().filter(staff__is_active=True).defer("reach_at"))
    waiting = _waiting({row.staff_id for row in rows})
    found = [(row, waiting[row.staff_id]) for row in rows if _is_due(row, waiting[row.staff_id])]
    return sorted(found, key=lambda one: not any(thing.urgent for thing in one[1]))


def _waiting(staff_ids: set[UUID]) -> defaultdict[UUID, list[Waiting]]:
    found: defaultdict[UUID, list[Waiting]] = defaultdict(list)
    for ask in hooks.waits if staff_ids else ():
        for one in ask(staff_ids):
            found[one.staff_id].append(one)
    return found


def _is_due(row: StaffNews, waiting: list[Waiting]) -> bool:
    changed = {one.mark for one in waiting} != {*row.told_of, *row.to_tell}
    return changed or (row.due_at is not None and row.due_at <= clock.now())


def on_duty_in(staff_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """Unit → those of these workers who are on duty there; a junior is never alone with what is red."""
    rows = Staff.objects.filter(pk__in=staff_ids, on_duty=True, roles__overlap=[Role.SOCIAL_WORKER, Role.SUPERVISOR])
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for staff_id, unit_id in rows.exclude(roles__contains=[Role.JUNIOR]).values_list("pk", "unit_id"):
        found[unit_id].append(staff_id)
    return found

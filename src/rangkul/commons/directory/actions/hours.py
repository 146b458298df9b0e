"""One row of opening hours: always, in Ramadan, or an exception with its days; of all places or of one."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base import days
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.directory import policy, timing
from rangkul.commons.directory.actions._parts import hours_row
from rangkul.commons.directory.actions.entries import checked
from rangkul.commons.directory.actions.locking import held, standing, taken_away, touch
from rangkul.commons.directory.drafts import HoursDraft
from rangkul.commons.directory.models import Schedule, Service, ServiceAtLocation
from rangkul.commons.directory.redrafting import hours_of


@action("service.hours_added", may=policy.may_keep)
def add_hours(*, by: Asker, service: Service, given: HoursDraft) -> Done:
    locked = held(service.pk)
    row = Schedule(service=locked)
    _write(row, locked, given)
    return _done(row, locked)


@action("service.hours_changed", may=policy.may_keep)
def change_hours(*, by: Asker, service: Service, schedule: Schedule, given: HoursDraft) -> Done:
    locked = held(service.pk)
    gone = _("Jam buka ini sudah dihapus orang lain. Muat ulang halamannya.")
    row = standing(Schedule.objects.filter(service=locked), schedule.pk, gone)
    if hours_of(row, _places(locked)) == given:
        return Done(row, silent=True)
    _write(row, locked, given)
    return _done(row, locked)


@action("service.hours_removed", may=policy.may_keep)
def remove_hours(*, by: Asker, service: Service, schedule: Schedule) -> Done:
    """The history keeps what it said."""
    locked = held(service.pk)
    row = taken_away(Schedule.objects.filter(service=locked), schedule.pk)
    if row is None:
        return Done(schedule, subject=("service", locked.pk), silent=True)
    touch(locked)
    return _done(row, locked)


def _places(service: Service) -> list[ServiceAtLocation]:
    return list(ServiceAtLocation.objects.filter(service=service).select_related("location"))


def _write(row: Schedule, service: Service, given: HoursDraft) -> None:
    places = _places(service)
    others = [hours_of(one, places) for one in Schedule.objects.filter(service=service).exclude(pk=row.pk)]
    timing.check([*others, given])
    timing.not_over(given, days.today(places[0].location.region_code if places else ""))
    for name, value in hours_row(given, places).items():
        setattr(row, name, value)
    checked(row)
    row.save()
    touch(service)


def _done(row: Schedule, service: Service) -> Done:
    return Done(row, subject=("service", service.pk), payload={"id": str(row.pk), "season": row.season})

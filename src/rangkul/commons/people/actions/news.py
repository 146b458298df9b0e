"""A worker turns "Ada kabar untuk Anda" on and off for themself, and is told when something waits for them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.base.news.wishes import REST, address_of, deliver
from rangkul.commons.people import policy
from rangkul.commons.people.contact_rules import next_moment
from rangkul.commons.people.hooks import Waiting
from rangkul.commons.people.models import Staff, StaffNews


@action("staff_news.wished", may=policy.may_wish_news)
def wish_staff_news(*, by: Asker, way: str, reach_at: str) -> Done:
    """Raises Refused where this installation has no such way, and for what is no address."""
    address = address_of(way, reach_at)
    before = StaffNews.objects.select_related("key").filter(staff_id=by.staff_id, way=way)
    if any(one.reach_at == address for one in before):
        return Done(None, subject=("staff", by.staff_id), silent=True)
    _forget(before)
    news = StaffNews(key=DataKey.make(), staff_id=by.staff_id, way=way)
    news.reach_at = address
    news.save(force_insert=True)
    return Done(news, subject=("staff", by.staff_id), payload={"way": way})


@action("staff_news.stopped", may=policy.may_wish_news)
def stop_staff_news(*, by: Asker, way: str) -> Done:
    """The address is gone with it."""
    gone = _forget(StaffNews.objects.filter(staff_id=by.staff_id, way=way))
    return Done(None, subject=("staff", by.staff_id), payload={"way": way}, silent=not gone)


def end_news_of(staff: Staff) -> None:
    """Whose account closes hears nothing more; asked as a job, which alone sees the rows of others."""
    _forget(StaffNews.objects.filter(staff=staff))


def _forget(rows: QuerySet[StaffNews]) -> int:
    keys = list(rows.values_list("key_id", flat=True))
    rows.delete()
    return DataKey.objects.filter(pk__in=keys).update(wrapped=None, destroyed_at=clock.now())


@action("staff_news.told", may=policy.is_clock)
def tell_staff(*, by: Asker, news: StaffNews, waiting: Collection[Waiting]) -> Done:
    """Tell that something came, or put it off: what is urgent is told at once, whatever the hour; other things by day,
    and not soon after the last. `waiting`: all that waits for this worker now."""
    rows = StaffNews.objects.select_for_update(of=("self",)).select_related("key", "staff__unit")
    held = rows.filter(pk=news.pk, lost_at=None).first()
    if held is None:
        return Done(None, subject=("staff", news.staff_id), silent=True)
    _heed(held, {one.mark for one in waiting})
    urgent = any(one.urgent and one.mark in held.to_tell for one in waiting)
    held.due_at = _moment(held, urgent) if held.to_tell else None
    told = held.due_at is not None and held.due_at <= clock.now()
    if told:
        deliver(held, _where(), urgent=urgent)
        told = held.due_at is None
    if told and held.lost_at is None:
        held.to_tell, held.told_of = [], [*held.told_of, *held.to_tell]
    held.save(update_fields=["due_at", "tries", "to_tell", "told_of"])
    return _about(held, silent=not told)


def _heed(news: StaffNews, there: set[UUID]) -> None:
    """What waits no more is forgotten. What is new is tried anew, whatever failed before."""
    told_of = there.intersection(news.told_of)
    to_tell = there - told_of
    if not to_tell <= set(news.to_tell):
        news.due_at, news.tries = None, 0
    news.told_of, news.to_tell = sorted(told_of), sorted(to_tell)


def _moment(news: StaffNews, urgent: bool) -> datetime | None:
    at = news.due_at or clock.now()
    if urgent:
        return at
    rested = max(at, news.told_at + REST) if news.told_at else at
    return next_moment((), rested, clock.zone(_place(news.staff)))


def _place(staff: Staff) -> str:
    areas = staff.areas or (staff.unit.areas if staff.unit else [])
    return next(iter(areas), "")


def _where() -> str:
    return _("Masuklah seperti biasa untuk melihatnya. Di “Akun saya” pesan ini bisa dimatikan.")


def _about(news: StaffNews, *, silent: bool) -> Done:
    staff = news.staff
    return Done(
        news,
        subject=("staff", staff.pk),
        payload={"way": news.way, "lost": news.lost_at is not None},
        agency_id=staff.agency_id,
        unit_id=staff.unit_id,
        silent=silent,
    )

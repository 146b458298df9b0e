"""Both ways of "Ada kabar untuk Anda" are set up, and workers wish to be told, for the tests of this package and of
those after it."""

from datetime import datetime, timedelta
from types import SimpleNamespace

import time_machine
from django.core import mail

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.base.news import sending
from rangkul.commons.people import actions, jobs
from rangkul.commons.people.models import Staff, StaffNews

JOB = job("people.news")
PUSHED = "https://updates.push.services.mozilla.com/wpush/v2/abc"
# Yesterday: a right that is given then holds by the clock of the database as well.
DAY = (clock.now() - timedelta(days=1)).astimezone(clock.WIB).replace(hour=10, minute=0)
NIGHT = DAY.replace(hour=2)


def set_up(settings) -> None:
    settings.NEWS_MAIL_FROM = "kabar@contoh.id"
    settings.NEWS_PUSH_KEY = "nDN2sTFkQyGWcaZXJvdTqsKk9kRuVRmi8a7uwS7GgZM"
    settings.NEWS_PUSH_CONTACT = "mailto:kabar@contoh.id"
    sending._key.cache_clear()


def address(staff: Staff) -> str:
    return f"{staff.username}@contoh.id"


def wish(staff: Staff, way: str = "mail", reach_at: str = "") -> StaffNews:
    with asking_as(staff.asker()) as by:
        return actions.wish_staff_news(by=by, way=way, reach_at=reach_at or address(staff))


def tell(at: datetime = DAY) -> list[str]:
    """The job runs at this moment; the addresses that got a letter by it."""
    before = len(mail.outbox)
    with time_machine.travel(at, tick=False), asking_as(JOB):
        jobs.tell_the_staff()
    return [to for one in mail.outbox[before:] for to in one.to]


def told(at: datetime, *expected: Staff) -> None:
    """At this moment exactly these get a letter."""
    assert sorted(tell(at)) == sorted(address(staff) for staff in expected)


def all_wish_it(cast: SimpleNamespace, settings) -> None:
    set_up(settings)
    for staff in vars(cast).values():
        wish(staff)


def rows() -> list[StaffNews]:
    with asking_as(JOB):
        return list(StaffNews.objects.select_related("key").order_by("way"))

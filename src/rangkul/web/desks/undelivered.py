"""Other systems and other houses to which nothing gets through (A83). Whoever was named for them reads so on their
first page; a day later somebody above learns of it, by name and day alone: what waits, and about whom, stays untold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from django.db.models import F, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock, events
from rangkul.base.asking import acting, job
from rangkul.base.models import Event
from rangkul.journey.cases.actions import settle_between
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.web.desks import between, partner_days

WEBHOOK, PEER = "webhook", "peer"
GRACE = timedelta(days=1)
_JOB = job("desks.undelivered")


def register() -> None:
    if partner_days.there():
        label = _("Kabar otomatis ke sistem lain dimatikan karena tidak sampai")
        between.register(WEBHOOK, label, between.Shown(_webhook), find=find_webhooks, stands=stands_webhook)
        label = _("Pesan rujukan menunggu, server mitra tidak terhubung")
        between.register(PEER, label, between.Shown(_peer), find=find_peers, stands=stands_peer)


def find_webhooks(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    from rangkul.tell.exchange.webhooks import queries

    rows = queries.off().filter(off_at__lte=now - GRACE).annotate(climbs_at=F("off_at") + GRACE)
    for row in untold(rows, "climbs_at"):
        yield Matter(WEBHOOK, None, row.pk, row.climbs_at, row.keeper_id)


def stands_webhook(matter: Matter) -> bool:
    from rangkul.tell.exchange.webhooks import queries

    return queries.off().filter(pk=matter.id, off_at=matter.due_at - GRACE).exists()


def find_peers(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    from rangkul.tell.exchange.peers import queries

    rows = queries.silent().filter(silent_since__lte=now - GRACE).annotate(climbs_at=F("silent_since") + GRACE)
    for row in untold(rows, "climbs_at"):
        yield Matter(PEER, None, row.pk, row.climbs_at, row.keeper_id)


def stands_peer(matter: Matter) -> bool:
    from rangkul.tell.exchange.peers import queries

    return queries.silent().filter(pk=matter.id, silent_since=matter.due_at - GRACE).exists()


def _webhook(row: Escalation) -> Iterator[between.Line]:
    from rangkul.tell.exchange.webhooks import queries

    words = gettext("%(who)s: sejak %(day)s tidak ada kabar yang dikirim. Admin yang bisa menyalakannya lagi.")
    with acting(_JOB):
        rows = list(queries.off().filter(pk=row.matter))
    for one in rows:
        yield between.Line(words % {"who": one.name, "day": _day(one.off_at)})


def _peer(row: Escalation) -> Iterator[between.Line]:
    from rangkul.tell.exchange.peers import queries

    words = gettext("%(who)s: %(why)s sejak %(day)s. Bila mendesak, kirim tautan rujukannya atau telepon mereka.")
    with acting(_JOB):
        rows = list(queries.silent().filter(pk=row.matter))
    for one in rows:
        told = {"who": one.name, "why": one.get_fault_display().lower(), "day": _day(one.silent_since)}
        yield between.Line(words % told)


def _day(moment: datetime) -> str:
    return date_format(clock.local(moment), "j F Y")


@events.after("webhook.switched_on", "webhook.revoked", "peer_message.settled")
def settle(event: Event) -> None:
    """What gets through again, or is not wanted any more, climbs no further."""
    settle_between(matters={event.subject_id})

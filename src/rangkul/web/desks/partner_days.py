"""Agreements with other houses and with organisations that end soon, for whoever was named to see to the next one; then
for somebody above. The exchange and the list of services know no clock of cases, so it is told here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.people.states import Role
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.web.desks import between

if TYPE_CHECKING:
    from rangkul.tell.exchange.models import Agreement, Peer, Webhook

KIND = "agreement"
# With an organisation of the list of services.
LISTED = "listed"


def there() -> bool:
    return apps.is_installed("rangkul.tell.exchange")


def listed() -> bool:
    return apps.is_installed("rangkul.commons.directory")


def register() -> None:
    if there():
        shows = between.Shown(_ending)
        between.register(KIND, gettext_lazy("Perjanjian dengan server mitra berakhir"), shows, find=find, stands=stands)
    if listed():
        shows = between.Shown(_listed_ending)
        label = gettext_lazy("Kesepakatan dengan lembaga lain berakhir")
        between.register(LISTED, label, shows, find=find_listed, stands=stands_listed)


def _ending(row: Escalation) -> Iterator[between.Line]:
    from rangkul.tell.exchange.models import Agreement

    for one in Agreement.objects.select_related("peer").filter(pk=row.matter):
        told = {"who": one.peer.name, "number": one.number, "day": date_format(one.ends_on, "j F Y")}
        words = _(
            "%(who)s: perjanjian %(number)s berlaku sampai %(day)s. Tanpa perjanjian baru, rujukan ke sana tidak lagi "
            "masuk langsung ke server mereka."
        )
        yield between.Line(words % told)


def _listed_ending(row: Escalation) -> Iterator[between.Line]:
    from rangkul.commons.directory.models import Agreement

    for one in Agreement.objects.select_related("organization").filter(pk=row.matter):
        told = {"who": one.organization.name, "day": date_format(one.valid_to, "j F Y")}
        words = _("%(who)s: kesepakatan berlaku sampai %(day)s. Sesudah itu kami menunggu jawaban 3 hari kerja.")
        yield between.Line(words % told, reverse("directory:agreements"))


def find_listed(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    from rangkul.commons.directory import queries

    for row in untold(queries.agreements_ending(queries.CLIMBS_BEFORE)):
        end = datetime.combine(row.valid_to, time(23, 59), clock.zone(row.agency.region_code))
        yield Matter(LISTED, None, row.pk, end - queries.CLIMBS_BEFORE, row.kept_by)


def stands_listed(matter: Matter) -> bool:
    from rangkul.commons.directory import queries

    return queries.agreements_ending(queries.CLIMBS_BEFORE).filter(pk=matter.id).exists()


@dataclass(frozen=True)
class Note:
    """What an admin was named for, with where to do it."""

    words: str
    label: str
    url: str


def notes_for(asker: Asker) -> list[Note]:
    """On the first page of an admin; nobody else is ever named."""
    if not there() or not asker.has(Role.ADMIN):
        return []
    from rangkul.tell.exchange.peers import queries
    from rangkul.tell.exchange.webhooks.queries import switched_off

    ended = [_switched_off(row) for row in switched_off(asker)]
    silent = [_silent(row) for row in queries.silent_for(asker)]
    return [*ended, *silent, *(_to_renew(row) for row in queries.to_renew(asker))]


def _switched_off(row: Webhook) -> Note:
    told = {"who": row.name, "day": date_format(clock.local(row.off_at), "j F Y")}
    words = _("Kabar otomatis ke %(who)s dimatikan %(day)s: tiga hari tidak ada yang sampai.") % told
    return Note(words, _("Periksa alamatnya"), reverse("exchange:webhook", args=[row.pk]))


def _silent(row: Peer) -> Note:
    told = {"who": row.name, "day": date_format(clock.local(row.silent_since), "j F Y")}
    words = _("Server mitra %(who)s tidak terhubung sejak %(day)s, dan pesan rujukan menunggu.") % told
    return Note(words, _("Periksa hubungannya"), reverse("exchange:peer", args=[row.pk]))


def _to_renew(row: Agreement) -> Note:
    told = {"who": row.peer.name, "day": date_format(row.ends_on, "j F Y")}
    words = _("Perjanjian dengan %(who)s berakhir %(day)s.") % told
    return Note(words, _("Catat yang baru"), reverse("exchange:peer", args=[row.peer_id]))


def _end_of(row: Agreement) -> datetime:
    return datetime.combine(row.ends_on, time(23, 59), clock.zone(None))


def find(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    from rangkul.tell.exchange.peers import queries

    for row in untold(queries.ending(queries.CLIMBS_BEFORE)):
        yield Matter(KIND, None, row.pk, _end_of(row) - queries.CLIMBS_BEFORE, row.keeper_id)


def stands(matter: Matter) -> bool:
    from rangkul.tell.exchange.peers import queries

    return queries.ending(queries.CLIMBS_BEFORE).filter(pk=matter.id).exists()

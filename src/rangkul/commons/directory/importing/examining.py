"""Which lines may be written: whole ones that are not there yet. A likely twin is shown to a person, never merged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.wilayah.folding import fold
from rangkul.commons.directory import conditions, points, timing
from rangkul.commons.directory.drafts import ServiceDraft
from rangkul.commons.directory.importing.foreseeing import foreseen
from rangkul.commons.directory.importing.lines import Line, RowFault
from rangkul.commons.directory.models import Distinction, Service, ServiceAtLocation
from rangkul.commons.directory.queries import Entry, entries
from rangkul.commons.directory.redrafting import Difference, differences
from rangkul.commons.directory.states import LegalStatus

_PREVIEW, _BATCH = 5, 500
_OLD = (("oe", "u"), ("tj", "c"), ("dj", "j"))


@dataclass(frozen=True)
class Twin:
    """`service`: the entry that is there; None: an earlier row of the same file says the same."""

    row: int
    name: str
    service: UUID | None
    # What the row is in its source; without a key the answer holds for this once.
    source: str = ""
    source_key: str = ""


@dataclass(frozen=True)
class Changed:
    """A line whose entry is there and says something else. `given` is the entry as the file would have it."""

    row: int
    service: UUID
    name: str
    given: ServiceDraft
    differences: list[Difference]
    # The day on which the file says that somebody made sure; None: it names none.
    assured: date | None = None


@dataclass
class Report:
    lines: list[Line] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    # What the file says and this list cannot hold.
    notes: list[RowFault] = field(default_factory=list)
    twins: list[Twin] = field(default_factory=list)
    # What was answered to twins just now: not the same. Their rows count as new.
    apart: list[Twin] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    # Rows whose entry says the same already.
    same: int = 0
    # Rows that would change an entry which another agency keeps.
    others: int = 0
    saved: int = 0
    # What was ticked and written.
    applied: list[Changed] = field(default_factory=list)

    @property
    def good(self) -> int:
        return len(self.lines)

    @property
    def left(self) -> int:
        """How many entries stay as they are although the file says otherwise, because nobody ticked them."""
        return len(self.changed) - len(self.applied)

    @property
    def refused(self) -> int:
        """How many rows have a fault; one row may have several."""
        return len({fault.row for fault in self.faults})

    @property
    def foreseen(self) -> list[str]:
        return foreseen(self)

    @property
    def preview(self) -> list[Line]:
        return self.lines[:_PREVIEW]


def examine(lines: Iterable[Line], apart: Collection[int] = ()) -> Report:
    """`apart`: rows of which a person says that they are none of the entries which look like them."""
    report, known, told = Report(), _known(), _told_apart()
    again: list[tuple[UUID, Line]] = []
    brought: dict[str, int] = {}
    for line in lines:
        own = _own_key(line.service.source, line.service.source_key) if line.service.source_key else ""
        _judge(line, brought.setdefault(own, line.row) if own else line.row)
        report.notes += line.notes
        if line.faults:
            report.faults += line.faults
            continue
        there = known.get(own, [None])[0] if own else None
        if there:
            again.append((there, line))
            continue
        keys = _keys(line)
        twins = _twins(line, [pk for key in keys for pk in known.get(key, ())], told.get(own, frozenset()))
        if line.row in apart:
            report.apart += twins
        elif twins:
            report.twins.append(twins[0])
            continue
        for key in keys:
            known.setdefault(key, []).append(None)
        report.lines.append(line)
    _compare(report, again)
    return report


def _twins(line: Line, alike: list[UUID | None], told: Collection[UUID]) -> list[Twin]:
    """The entries that look like this row and of which nobody said otherwise; one of this file stands as None."""
    given = line.service
    return [
        Twin(line.row, given.name, pk, given.source, given.source_key)
        for pk in dict.fromkeys(alike)
        if pk is None or pk not in told
    ]


def _told_apart() -> dict[str, set[UUID]]:
    found: dict[str, set[UUID]] = {}
    for source, key, service in Distinction.objects.values_list("source", "source_key", "service_id"):
        found.setdefault(_own_key(source, key), set()).add(service)
    return found


def _judge(line: Line, first: int) -> None:
    """What no single cell can know: conditions, and hours, that contradict each other. `first`: the row that brought
    this key before."""
    given = line.service
    if first != line.row:
        words = _("Kunci ini sudah dipakai baris %(row)d. Satu kunci untuk satu layanan.") % {"row": first}
        line.faults.append(RowFault(line.row, _("kunci"), words))
    if line.organization.legal_status == LegalStatus.PERSON:
        line.organization.public = given.public = False
        words = _("Perorangan dicatat untuk petugas saja, sampai ia setuju ditampilkan kepada umum.")
        line.note(_("lembaga"), words)
    line.notes += _strays(line)
    given.rules = [conditions.only(one) if one.codes else one for one in given.rules]
    try:
        conditions.check(given.rules, given.areas)
    except Refused as error:
        line.faults.append(RowFault(line.row, _("syarat"), error.message))
    try:
        timing.check(given.hours)
    except Refused as error:
        line.faults.append(RowFault(line.row, _("jam buka"), error.message))


def _strays(line: Line, region_code: str = "") -> Iterator[RowFault]:
    """Takes away points that lie far from the region of their place, and says so; `region_code` holds for a place that
    names none."""
    for place in line.service.places:
        code = place.region_code or region_code
        strayed = points.strayed(place.latitude, place.longitude, code) if code and place.latitude is not None else {}
        if strayed:
            place.latitude = place.longitude = None
            words = _("Titik ini %(far)s dari pusat %(where)s, jadi tidak ikut disimpan. Periksa lagi titiknya.")
            yield RowFault(line.row, _("titik peta"), words % strayed)


def _compare(report: Report, again: list[tuple[UUID, Line]]) -> None:
    """Entries that came from this file once, against what it says now."""
    for first in range(0, len(again), _BATCH):
        part = again[first : first + _BATCH]
        rows = Service.objects.filter(pk__among=[pk for pk, _line in part]).select_related("organization")
        there = {entry.service.pk: entry for entry in entries(list(rows))}
        for pk, line in part:
            found = _differences(report, there[pk], line) if pk in there else None
            if found:
                report.changed.append(found)
            else:
                report.same += 1


def _differences(report: Report, entry: Entry, line: Line) -> Changed | None:
    stood = entry.locations[0] if len(entry.places) == 1 else None
    report.notes += _strays(line, stood.region_code if stood else "")
    given, found = differences(entry, line.service, line.assured)
    report.notes += _unchanged(entry, line)
    if stood and stood.latitude is not None and given.places[0].latitude is None:
        words = _("Alamatnya berubah, jadi titik peta yang lama tidak ikut. Tulis yang baru di “Tempat dan kontak”.")
        report.notes.append(RowFault(line.row, _("titik peta"), words))
    return Changed(line.row, entry.service.pk, line.service.name, given, found, line.assured) if found else None


def _unchanged(entry: Entry, line: Line) -> Iterator[RowFault]:
    """What a file says of an organisation that is there, and of news, changes nothing by itself."""
    body, known = entry.service.organization, {row.value for row in entry.contacts}
    told = [getattr(line.organization, name) for name in _OF_ORGANIZATION]
    stands = [getattr(body, name) for name in _OF_ORGANIZATION]
    other = [new for new, old in zip(told, stands, strict=True) if new and new != old]
    other += [row.value for row in line.shared if row.value not in known]
    for value in other:
        words = _("Keterangan lembaga yang sudah ada tidak diubah dari berkas: “%(value)s”.")
        yield RowFault(line.row, _("lembaga"), words % {"value": value[:_EXCERPT]})
    if line.alert:
        words = _("Kabar di berkas tidak mengubah layanan yang sudah ada: “%(value)s”. Catat di halamannya.")
        yield RowFault(line.row, "alert", words % {"value": line.alert[:_EXCERPT]})


_OF_ORGANIZATION = ("alternate_name", "description", "legal_status", "psks", "website")
_EXCERPT = 80


def _key(organization: str, service: str, region: str) -> str:
    return f"{_sounds(organization)}|{_sounds(service)}|{region[:5]}"


def _sounds(name: str) -> str:
    """In any order and spelling, that of before 1972 too."""
    modern = name.lower()
    for old, new in _OLD:
        modern = modern.replace(old, new)
    return " ".join(sorted(fold(modern)))


def _keys(line: Line) -> list[str]:
    regions = {place.region_code for place in line.service.places} or {""}
    found = [_key(line.organization.name, line.service.name, region) for region in regions]
    return [*found, _own_key(line.service.source, line.service.source_key)] if line.service.source_key else found


def _own_key(source: str, key: str) -> str:
    """What the other system calls it: brought a second time it is the same, whatever its name is now."""
    return f"{source}#{key}"


def _known() -> dict[str, list[UUID | None]]:
    places: dict[UUID, set[str]] = {}
    for service, region in ServiceAtLocation.objects.values_list("service_id", "location__region_code"):
        places.setdefault(service, set()).add(region)
    found: dict[str, list[UUID | None]] = {}
    columns = ("pk", "name", "organization__name", "source", "source_key")
    for pk, name, organization, source, key in Service.objects.values_list(*columns):
        for region in places.get(pk) or {""}:
            found.setdefault(_key(organization, name, region), []).append(pk)
        if key:
            found[_own_key(source, key)] = [pk]
    return found

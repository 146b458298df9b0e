"""Which instruments an agency uses, each in its newest published version."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from rangkul.base.asking import Asker
from rangkul.journey.instruments.alone import ABOUT_WORKERS, BY_A_WORKER, Verdict, of_instrument
from rangkul.journey.instruments.models import Instrument, InstrumentVersion, PackChoice
from rangkul.journey.instruments.states import Pack

# Forms are long; lists of them do without.
LEAN = ("xform", "source", "rules")


@dataclass(frozen=True)
class Choice:
    instrument: Instrument
    version_id: UUID
    number: str
    languages: list[str]

    @property
    def alone(self) -> Verdict:
        """Whether a client may be offered it at all, whatever the case."""
        return of_instrument(self.instrument)

    @property
    def by_a_worker(self) -> bool:
        return self.instrument.key in BY_A_WORKER


_NEWEST = ("-published_at", "-id")
_ABOUT_WORKERS = Q(agency=None, key__in=ABOUT_WORKERS)


def _published() -> QuerySet[InstrumentVersion]:
    return InstrumentVersion.objects.filter(published_at__isnull=False).order_by(*_NEWEST)


def in_use(agency_id: UUID | None) -> QuerySet[Instrument]:
    allowed = Q(agency=None, pack=Pack.CORE) | Q(agency_id=agency_id, agency__isnull=False)
    choice = pack_choice(agency_id, Pack.CONDITIONAL)
    if choice is not None and choice.on:
        allowed |= Q(agency=None, pack=Pack.CONDITIONAL)
    return Instrument.objects.filter(allowed, active=True)


def choices(by: Asker) -> list[Choice]:
    """What the asker's agency may ask clients now, the house's own first."""
    return _choices(in_use(by.agency_id).exclude(_ABOUT_WORKERS))


def for_workers(by: Asker) -> list[Choice]:
    """What workers of the asker's agency may ask themselves."""
    return _choices(in_use(by.agency_id).filter(_ABOUT_WORKERS))


def _choices(instruments: QuerySet[Instrument]) -> list[Choice]:
    newest = _published().filter(instrument=OuterRef("pk"))
    rows = instruments.annotate(
        newest_id=Subquery(newest.values("pk")[:1]),
        newest_number=Subquery(newest.values("number")[:1]),
        newest_languages=Subquery(newest.values("languages")[:1]),
    )
    found = rows.filter(newest_id__isnull=False).order_by("-agency", "pack", "name_id")
    return [Choice(row, row.newest_id, row.newest_number, row.newest_languages) for row in found]


def may_be_chosen(by: Asker, version: InstrumentVersion) -> bool:
    """Whether a client may be asked it. An older version still takes what was begun with it."""
    return not _is_about_workers(version) and may_be_printed(by, version)


def may_be_printed(by: Asker, version: InstrumentVersion) -> bool:
    """Whether it is published and its instrument is in use."""
    return version.published_at is not None and in_use(by.agency_id).filter(pk=version.instrument_id).exists()


def _is_about_workers(version: InstrumentVersion) -> bool:
    return version.instrument.agency_id is None and version.instrument.key in ABOUT_WORKERS


def newest_version(instrument: Instrument) -> InstrumentVersion | None:
    return _published().filter(instrument=instrument).select_related("instrument").first()


def version_or_none(version_id: UUID) -> InstrumentVersion | None:
    return InstrumentVersion.objects.select_related("instrument").defer("source").filter(pk=version_id).first()


def pack_choice(agency_id: UUID | None, pack: str) -> PackChoice | None:
    rows = PackChoice.objects.filter(agency_id=agency_id, pack=pack).select_related("by")
    return rows.order_by("-made_at", "-id").first()


def pack_instruments(pack: str = Pack.CONDITIONAL) -> list[InstrumentVersion]:
    """The newest version of each instrument of a pack: what is in it, and under which notice."""
    rows = InstrumentVersion.objects.filter(instrument__pack=pack, instrument__agency=None, published_at__isnull=False)
    newest = rows.order_by("instrument_id", *_NEWEST).distinct("instrument_id")
    return sorted(newest.select_related("instrument").defer(*LEAN), key=lambda row: row.instrument.name)


def own_forms(by: Asker) -> list[Instrument]:
    rows = Instrument.objects.filter(agency_id=by.agency_id).order_by("name_id")
    return list(rows.prefetch_related("versions"))

"""The story of a case: its events, newest first, put into words by presenters. Paged by the number of the event."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.base.ready import ready
from rangkul.commons.people.models import Staff
from rangkul.journey.cases import hooks
from rangkul.journey.cases.hooks import Entry
from rangkul.journey.cases.models import Case

PAGE = 15
# Behind every event there is.
_NEWEST = 2**63 - 1
# An address stays short; more is written down late only where a whole file is typed in.
_MOST_HELD = 40
# Where a whole page waits for the next one, the next one is read too; after so many it is shown as it was written.
_ROUNDS = 4


Known = Mapping[Callable, Mapping[UUID, Any]]


@dataclass(frozen=True)
class Moment:
    """One entry of the timeline with who and when; `cursor` is the number of its event."""

    cursor: int
    entry: Entry
    who: str
    at: datetime


@dataclass(frozen=True)
class Place:
    """Where a page of the story begins: before the number of an event, and with what was held back for it."""

    before: int = _NEWEST
    held: tuple[int, ...] = ()

    def __str__(self) -> str:
        return ".".join(map(str, (self.before, *self.held)))

    @classmethod
    def read(cls, words: str) -> "Place":
        """From an address. What is no place is the beginning."""
        numbers = [int(one) for one in words.split(".") if one.isdecimal() and len(one) < 19]
        return cls(numbers[0], tuple(numbers[1 : _MOST_HELD + 1])) if numbers else NEWEST


NEWEST = Place()


@dataclass(frozen=True)
class Story:
    """One page; `next` is where the following one begins, and None at the beginning of the case."""

    moments: list[Moment]
    next: Place | None


def timeline(case: Case, place: Place = NEWEST, limit: int = PAGE, *, without: Collection[str] = ()) -> list[Moment]:
    """Up to `limit` moments from `place` on; `without` events of these names."""
    return story(case, place, limit, without=without).moments


def story(
    case: Case,
    place: Place = NEWEST,
    limit: int = PAGE,
    known: Known | None = None,
    *,
    without: Collection[str] = (),
) -> Story:
    """In the order in which things happened, also where somebody wrote them down later.

    What was written on this page and happened before what stands on the following one is held back for it. Each kind
    of row costs one query, however many there are of it. `known` holds rows that the page has at hand for another
    reason, by loader and id; what they cover is not fetched again."""
    names, before = [name for name in hooks.presenters if name not in without], place.before
    page = list(_held(case.pk, names, place.held)) if place.held else []
    for _round in range(_ROUNDS):
        found = _events(case.pk, names, before, limit=limit + 1)
        page += found[:limit]
        moments = _told(page, known or {})
        if len(found) <= limit:
            return Story(moments, None)
        before, border = found[limit - 1].pk, found[limit].at
        # Nothing that is still to come happened after it was written.
        shown = [one for one in moments if one.at >= border]
        if shown:
            break
    later = moments[len(shown) :]
    if not shown or len(later) > _MOST_HELD:
        shown, later = moments, []
    return Story(shown, Place(before, tuple(one.cursor for one in later)))


def _told(page: list[Event], known: Known) -> list[Moment]:
    """The events in words, by when it happened, newest first."""
    rows, names = _rows_of(page, known), _names_of(page)
    moments = [moment for event in page if (moment := _moment(event, rows, names)) is not None]
    return sorted(moments, key=lambda moment: moment.at, reverse=True)


@ready
def _events(case_id: UUID, names: list[str], before: int, *, limit: int) -> QuerySet[Event]:
    return Event.objects.filter(subject_id=case_id, name__among=names, id__lt=before).order_by("-id")[:limit]


def _held(case_id: UUID, names: list[str], numbers: tuple[int, ...]) -> QuerySet[Event]:
    return Event.objects.filter(subject_id=case_id, name__in=names, id__in=numbers)


def _rows_of(page: list[Event], known: Known) -> dict[Callable, dict[UUID, Any]]:
    wanted: dict[Callable, set[UUID]] = defaultdict(set)
    for event in page:
        presenter = hooks.presenters[event.name]
        if presenter.load and (found := event.payload.get(presenter.load_key)):
            wanted[presenter.load].add(UUID(found))
    return {load: _loaded(load, ids, known.get(load, {})) for load, ids in wanted.items()}


def _loaded(load: Callable, ids: set[UUID], known: Mapping[UUID, Any]) -> dict[UUID, Any]:
    lacking = ids - known.keys()
    return {**known, **(load(lacking) if lacking else {})}


def _names_of(page: list[Event]) -> dict[UUID, str]:
    ids = {event.by_id for event in page if event.by_kind == "staff"}
    return dict(_called(list(ids))) if ids else {}


@ready
def _called(ids: list[UUID]) -> QuerySet:
    return Staff.objects.filter(pk__among=ids).values_list("pk", "called_name")


def _moment(event: Event, rows: dict[Callable, dict[UUID, Any]], names: dict[UUID, str]) -> Moment | None:
    presenter = hooks.presenters[event.name]
    row = None
    if presenter.load:
        found = event.payload.get(presenter.load_key)
        row = rows[presenter.load].get(UUID(found)) if found else None
        if row is None:
            return None
    entry = presenter.show(event, row)
    if entry is None:
        return None
    return Moment(event.pk, entry, _who(event, names), entry.at or event.at)


def _who(event: Event, names: dict[UUID, str]) -> str:
    """Who did it, as the timeline says it."""
    if event.by_kind == "ticket":
        return _("klien")
    if event.by_kind == "job":
        return _("sistem")
    return names.get(event.by_id, _("petugas lembaga lain"))

"""The story of a case: its events, newest first, put into words by presenters. Paged by the number of the event."""

from collections import defaultdict
from collections.abc import Callable, Mapping
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


Known = Mapping[Callable, Mapping[UUID, Any]]


@dataclass(frozen=True)
class Moment:
    """One entry of the timeline with who and when; `cursor` is the number of its event."""

    cursor: int
    entry: Entry
    who: str
    at: datetime


@dataclass(frozen=True)
class Story:
    """One page; `next` is handed back as `before`, and is None at the beginning of the case."""

    moments: list[Moment]
    next: int | None


def timeline(case: Case, before: int | None = None, limit: int = PAGE) -> list[Moment]:
    """Up to `limit` moments before the event number `before`."""
    return story(case, before, limit).moments


def story(case: Case, before: int | None = None, limit: int = PAGE, known: Known | None = None) -> Story:
    """In the order in which things happened, also where somebody wrote them down later.

    Each kind of row costs one query, however many there are of it. `known` holds rows that the page has at hand
    for another reason, by loader and id; what they cover is not fetched again."""
    found = _events(case.pk, list(hooks.presenters), _NEWEST if before is None else before, limit=limit + 1)
    page = found[:limit]
    rows = _rows_of(page, known or {})
    names = _names_of(page)
    moments = [moment for event in page if (moment := _moment(event, rows, names)) is not None]
    moments.sort(key=lambda moment: moment.at, reverse=True)
    return Story(moments, page[-1].pk if len(found) > limit else None)


@ready
def _events(case_id: UUID, names: list[str], before: int, *, limit: int) -> QuerySet[Event]:
    return Event.objects.filter(subject_id=case_id, name__among=names, id__lt=before).order_by("-id")[:limit]


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

"""What a reader may ask of a list, and how a list is answered: in pages, or whole as one line a row."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils.dateparse import parse_datetime

from rangkul.base.asking import PUBLIC, asking_as
from rangkul.base.forms.kit import clean_text
from rangkul.tell.exchange.hsds.vocabulary import terms

USUAL, MOST = 50, 100
# Of organisations with their services: so many on a page, and so many services of each; the others stand in the list
# of services, which can be asked by organisation.
WITH_SERVICES, SERVICES_OF_ONE = 20, 100
_BATCH = 500
_LONGEST = 200
_NUMBER = re.compile(r"-?[0-9]{1,7}(\.[0-9]{1,10})?", re.ASCII)
# Metres; a whole island, not the whole country.
_FARTHEST = 1_000_000
_POLE, _DATE_LINE = 90, 180


class Unclear(Exception):
    """A parameter that means nothing; the words go back to whoever asked."""


@dataclass(frozen=True)
class Around:
    """Degrees, of the point itself or None where the centre of the postcode is meant, and metres around it."""

    point: tuple[float, float] | None
    metres: float


@dataclass(frozen=True)
class Asked:
    search: str
    page: int
    size: int
    ndjson: bool
    minimal: bool
    full: bool
    full_service: bool
    terms: list[tuple[str, str]] | None
    taxonomy: str
    organization: UUID | None
    modified_after: datetime | None
    postcode: str
    around: Around | None
    top_only: bool
    parent: str

    @property
    def narrows(self) -> bool:
        """Whether services are chosen at all."""
        return bool(self.search.strip() or self.organization or self.modified_after) or self.terms is not None


def read(request: HttpRequest) -> Asked:
    """From the address, and for a POST from its form or JSON body too. Raises Unclear."""
    given = dict(request.GET.items()) | _body(request)
    given = {name: clean_text(value) if isinstance(value, str) else value for name, value in given.items()}
    form = given.get("format", "json") or "json"
    if form not in ("json", "ndjson"):
        raise Unclear("format: json or ndjson")
    return Asked(
        search=str(given.get("search", ""))[:_LONGEST],
        page=_number(given, "page", 1, 1_000_000),
        size=_number(given, "per_page", USUAL, MOST),
        ndjson=form == "ndjson",
        minimal=_flag(given, "minimal"),
        full=_flag(given, "full"),
        full_service=_flag(given, "full_service"),
        terms=_terms(given),
        taxonomy=str(given.get("taxonomy_id", "")),
        organization=_uuid(given, "organization_id"),
        modified_after=_moment(given),
        postcode=str(given.get("postcode", ""))[:10],
        around=_around(given),
        top_only=_flag(given, "top_only"),
        parent=str(given.get("parent_id", "")),
    )


def _body(request: HttpRequest) -> dict[str, Any]:
    if request.method != "POST" or not request.body:
        return {}
    if request.content_type != "application/json":
        return dict(request.POST.items())
    try:
        found = json.loads(request.body)
    except (ValueError, RecursionError):
        raise Unclear("body: not JSON") from None
    if not isinstance(found, dict):
        raise Unclear("body: an object is expected")
    return {str(name): value for name, value in found.items() if isinstance(value, str | int | bool)}


def _number(given: dict[str, Any], name: str, usual: int, most: int) -> int:
    text = str(given.get(name, "") or usual)
    if not (text.isascii() and text.isdigit() and len(text) < 8 and int(text) > 0):
        raise Unclear(f"{name}: a whole number from 1")
    return min(int(text), most)


def _flag(given: dict[str, Any], name: str) -> bool:
    return str(given.get(name, "")).lower() in ("true", "1", "yes")


def _uuid(given: dict[str, Any], name: str) -> UUID | None:
    text = str(given.get(name, "") or "")
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Unclear(f"{name}: a UUID") from None


def _moment(given: dict[str, Any]) -> datetime | None:
    text = str(given.get("modified_after", "") or "")
    if not text:
        return None
    try:
        found = parse_datetime(text) or datetime.fromisoformat(text)
    except ValueError:
        raise Unclear("modified_after: a date and time") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _around(given: dict[str, Any]) -> Around | None:
    """As the specification has it, metres around the centre of a postcode; or, ours, "latitude,longitude,metres"."""
    text = str(given.get("proximity", "") or "").strip()
    if not text:
        return None
    parts = [part.strip() for part in text.split(",")]
    if len(parts) not in (1, 3) or not all(_NUMBER.fullmatch(part) for part in parts):
        raise Unclear("proximity: metres together with postcode, or latitude,longitude,metres")
    *point, metres = map(float, parts)
    if not 0 < metres <= _FARTHEST:
        raise Unclear(f"proximity: from 1 to {_FARTHEST} metres")
    if not point:
        if not given.get("postcode"):
            raise Unclear("proximity: metres alone need a postcode")
        return Around(None, metres)
    if not (abs(point[0]) <= _POLE and abs(point[1]) <= _DATE_LINE):
        raise Unclear("proximity: latitude from -90 to 90, longitude from -180 to 180")
    return Around((point[0], point[1]), metres)


def _terms(given: dict[str, Any]) -> list[tuple[str, str]] | None:
    """Filters add up: a term, or every term of a taxonomy."""
    term, taxonomy = _uuid(given, "taxonomy_term_id"), _uuid(given, "taxonomy_id")
    if term is None and taxonomy is None:
        return None
    return [
        one
        for one, row in terms().by_code.items()
        if (term is None or row["id"] == str(term)) and (taxonomy is None or row["taxonomy_id"] == str(taxonomy))
    ]


Shape = Callable[[Sequence[Any]], list[dict[str, Any]]]


def answer(asked: Asked, rows: QuerySet | list[Any], shape: Shape, *, at_once: int = _BATCH) -> HttpResponse:
    """`shape` turns the rows of one page into what is sent."""
    if asked.ndjson:
        return StreamingHttpResponse(_lines(rows, shape, at_once), content_type="application/x-ndjson")
    total = len(rows) if isinstance(rows, list) else rows.count()
    start = (asked.page - 1) * asked.size
    shown = _page(rows, start, asked.size) if start < total else []
    pages = max(1, -(-total // asked.size))
    return JsonResponse(
        {
            "total_items": total,
            "total_pages": pages,
            "page_number": asked.page,
            "size": len(shown),
            "first_page": asked.page == 1,
            "last_page": asked.page >= pages,
            "empty": not shown,
            "contents": shape(shown),
        }
    )


def _page(rows: QuerySet | list[Any], start: int, size: int) -> list[Any]:
    """The keys first: what is skipped is then found in an index, whatever is joined to what is shown."""
    if isinstance(rows, list):
        return rows[start : start + size]
    keys = list(rows.values_list("pk", flat=True)[start : start + size])
    return list(rows.filter(pk__among=keys))


def _lines(rows: QuerySet | list[Any], shape: Shape, at_once: int) -> Iterator[str]:
    """Read while it is sent, batch by batch behind the last key, so that no transaction waits for a slow reader."""
    if isinstance(rows, list):
        yield from (f"{json.dumps(one)}\n" for one in shape(rows))
        return
    last = None
    while True:
        with asking_as(PUBLIC, readonly=True):
            batch = list((rows.filter(pk__gt=last) if last else rows)[:at_once])
            lines = [f"{json.dumps(one)}\n" for one in shape(batch)]
        yield from lines
        if len(batch) < at_once:
            return
        last = batch[-1].pk

"""Pages of lists: which one is asked for, by number or by the last row before it, and how many rows there are."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet, Subquery, Value
from django.http import HttpRequest

# The name by which an address carries the mark of a row.
AFTER = "sesudah"
_DIGITS = 5


def page_number(request: HttpRequest) -> int:
    """From 1 on. What is no number is the first page."""
    asked = request.GET.get("halaman", "")
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < _DIGITS else 1


@dataclass(frozen=True)
class Growing:
    """A list of which so many are shown at first, and as many again each time somebody asks for more."""

    page: int
    each: int
    most: int

    @property
    def shown(self) -> int:
        return min(self.each * self.page, self.most)

    @property
    def looked_for(self) -> int:
        """One more than is shown tells whether there are others."""
        return self.shown + 1

    def next_page(self, found: int) -> int:
        """0 where there is none."""
        return self.page + 1 if found > self.shown and self.shown < self.most else 0


def after_row(request: HttpRequest) -> tuple[datetime, UUID] | None:
    """The last row of the page before, as `row_mark` wrote it; anything else begins at the start."""
    at, _tilde, last = request.GET.get(AFTER, "")[:90].partition("~")
    try:
        moment, key = datetime.fromisoformat(at), UUID(last)
    except ValueError:
        return None
    return (moment, key) if moment.tzinfo else None


def row_mark(moment: datetime, key: UUID) -> str:
    return f"{moment.isoformat()}~{key}"


def with_number(rows: QuerySet) -> QuerySet:
    """Each row says as `in_all` how many there are before anything is cut off; told by the same statement."""
    whole = rows.order_by().values(whole=Value(1)).annotate(n=Count("pk")).values("n")
    return rows.annotate(in_all=Subquery(whole))

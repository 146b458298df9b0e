"""Pages of lists: which one an address asks for, where they are numbered, and how many rows there are behind one."""

from django.db.models import Count, QuerySet, Subquery, Value
from django.http import HttpRequest

_DIGITS = 5


def page_number(request: HttpRequest) -> int:
    """From 1 on. What is no number is the first page."""
    asked = request.GET.get("halaman", "")
    return max(int(asked), 1) if asked.isascii() and asked.isdigit() and len(asked) < _DIGITS else 1


def with_number(rows: QuerySet) -> QuerySet:
    """Each row says as `in_all` how many there are before anything is cut off; told by the same statement."""
    whole = rows.order_by().values(whole=Value(1)).annotate(n=Count("pk")).values("n")
    return rows.annotate(in_all=Subquery(whole))

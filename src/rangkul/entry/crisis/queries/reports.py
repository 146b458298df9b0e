"""The report behind a request, as far as the asker sees the request."""

from collections.abc import Collection, Iterator
from uuid import UUID

from rangkul.entry.crisis.models import Evidence, Report
from rangkul.entry.intake.models import Request


def report_of(request: Request) -> Report | None:
    rows = Report.objects.select_related("key").prefetch_related("evidence__key")
    return rows.filter(request=request).first()


def evidence_among(names: Collection[str]) -> Iterator[UUID]:
    """Which of these file names (the ids without dashes) belong to a report."""
    yield from Evidence.objects.filter(pk__in=names).values_list("pk", flat=True)

"""An entry held for writing, and what its parts share when they are written."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from rangkul.base.actions import Refused
from rangkul.base.clock import now
from rangkul.commons.directory.models import Service


def held(pk: UUID) -> Service:
    return Service.objects.select_for_update(of=("self",)).select_related("organization").get(pk=pk)


def touch(service: Service) -> None:
    """A part of it was written anew; nobody thereby made sure of the rest, so its day stays."""
    service.changed_at = now()
    service.save(update_fields=["changed_at"])


def standing(rows: QuerySet, pk: UUID, gone: str) -> Any:
    """The row that is to be changed. Raises Refused with the words of `gone` where somebody took it away meanwhile."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Refused(gone, code="gone")
    return row


def taken_away(rows: QuerySet, pk: UUID) -> Any:
    """The row, which is gone from the table and still says which it was; None where somebody took it away before."""
    row = rows.filter(pk=pk).first()
    if row is not None:
        row.delete()
        row.pk = pk
    return row

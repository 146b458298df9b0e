"""An entry held for writing."""

from uuid import UUID

from rangkul.base.clock import now
from rangkul.commons.directory.models import Service


def held(pk: UUID) -> Service:
    return Service.objects.select_for_update(of=("self",)).select_related("organization").get(pk=pk)


def touch(service: Service) -> None:
    """A part of it was written anew; nobody thereby made sure of the rest, so its day stays."""
    service.changed_at = now()
    service.save(update_fields=["changed_at"])

"""The entry behind a page that only those use who keep it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from rangkul.commons.directory import policy, queries


def kept(request: HttpRequest, pk: UUID) -> queries.Entry:
    """Raises Http404, PermissionDenied."""
    entry = queries.entry(pk)
    if entry is None:
        raise Http404
    if not policy.may_keep(by=request.asker, service=entry.service):
        raise PermissionDenied
    return entry

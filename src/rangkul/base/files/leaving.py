"""How an attached file leaves: as a download that no browser may run, or as the picture drawn anew."""

from collections.abc import AsyncIterator, Iterator
from typing import Protocol
from uuid import UUID

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header

from rangkul.base.files import vault
from rangkul.base.models import DataKey

# Nothing may load, run or be framed from an attached file, whatever its bytes say.
SEALED_OFF = "default-src 'none'; sandbox; frame-ancestors 'none'"


class SealedFile(Protocol):
    """The row of an attached file, whichever package keeps it."""

    pk: UUID
    key: DataKey
    name: str
    media_type: str
    size: int


def bytes_of(request: HttpRequest, row: SealedFile, part: str = "") -> StreamingHttpResponse:
    """The sealed bytes, opened chunk by chunk while they leave. Raises Http404 for a part or a key that is gone."""
    if row.key.wrapped is None:
        raise Http404
    try:
        chunks = vault.read(row.pk, row.key, part)
    except FileNotFoundError:
        raise Http404 from None
    # Behind an asynchronous server a synchronous stream would be read whole before its first byte left.
    body = _later(chunks) if hasattr(request, "scope") else chunks
    answer = StreamingHttpResponse(body, content_type="image/jpeg" if part else row.media_type)
    if not part:
        answer["Content-Disposition"] = content_disposition_header(True, row.name)
        answer["Content-Length"] = str(row.size)
    answer["Content-Security-Policy"] = SEALED_OFF
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer


async def _later(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    """The same chunks for a server that awaits them; each takes a fraction of a millisecond."""
    for chunk in chunks:
        yield chunk

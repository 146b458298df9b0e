"""Documents that went along with the client's yes: what each is as a `DocumentReference`, its bytes as a `Binary`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from rangkul.support.referral.models import Enclosure, Referral
from rangkul.support.referral.states import Ground
from rangkul.tell.exchange.peers.files import carried

Resource = dict[str, Any]
# Of all together; a bundle is one answer and is read whole. What is more is named, and handed over another way.
MOST_BYTES = 6 * 1024 * 1024


def agreed(row: Referral, enclosures: Sequence[Enclosure]) -> list[Enclosure]:
    """By another ground than the client's own yes no document leaves this way."""
    if row.ground != Ground.CONSENT or row.consent is None or row.consent.withdrawn_at is not None:
        return []
    return list(enclosures)


def resources(
    enclosures: Sequence[Enclosure], name: Callable[[str], str], to: Callable[[str], Resource]
) -> Iterator[Resource]:
    room = MOST_BYTES
    for one in enclosures:
        data = carried(one.document_id, one.key) if one.size <= room else None
        if data is not None:
            room -= one.size
            yield {"resourceType": "Binary", "id": name(f"bytes {one.pk}"), "contentType": one.media_type, "data": data}
        yield _reference(one, name, to, whole=data is not None)


def _reference(one: Enclosure, name: Callable[[str], str], to: Callable[[str], Resource], *, whole: bool) -> Resource:
    attachment: Resource = {"contentType": one.media_type, "title": one.name, "size": one.size}
    if whole:
        attachment["url"] = f"urn:uuid:{name(f'bytes {one.pk}')}"
    return {
        "resourceType": "DocumentReference",
        "id": name(f"file {one.pk}"),
        "status": "current",
        "subject": to("patient"),
        "date": one.made_at.isoformat(),
        "description": one.why,
        "content": [{"attachment": attachment}],
    }

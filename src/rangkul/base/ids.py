"""Keys that sort by the time they were made, so that new rows land at the end of every index."""

from uuid import UUID

import uuid_utils


def new_id() -> UUID:
    """A UUID version 7 as a standard-library UUID (RFC 9562)."""
    return UUID(int=uuid_utils.uuid7().int)

from rangkul.tell.exchange.peers.queries.admin import Line, lines, one_line
from rangkul.tell.exchange.peers.queries.house import generation, identities, identity
from rangkul.tell.exchange.peers.queries.received import (
    file_of,
    files_of,
    incoming_of,
    incoming_rows,
    said_of,
    snapshot,
)
from rangkul.tell.exchange.peers.queries.waiting import Claimed, claim, due, reached_by

__all__ = [
    "Claimed", "Line", "claim", "due", "file_of", "files_of", "generation", "identities", "identity", "incoming_of",
    "incoming_rows", "lines", "one_line", "reached_by", "said_of", "snapshot",
]  # fmt: skip

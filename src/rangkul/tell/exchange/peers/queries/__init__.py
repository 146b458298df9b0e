from rangkul.tell.exchange.peers.queries.admin import Line, lines, one_line
from rangkul.tell.exchange.peers.queries.agreed import (
    CLIMBS_BEFORE,
    agreement_with,
    agreements_of,
    ending,
    possible_keepers,
    to_renew,
)
from rangkul.tell.exchange.peers.queries.house import generation, identities, identity
from rangkul.tell.exchange.peers.queries.received import (
    file_of,
    files_of,
    incoming_of,
    incoming_rows,
    said_of,
    snapshot,
)
from rangkul.tell.exchange.peers.queries.waiting import Claimed, claim, due, reached_by, silent, silent_for

__all__ = [
    "CLIMBS_BEFORE", "Claimed", "Line", "agreement_with", "agreements_of", "claim", "due", "ending", "file_of",
    "files_of", "generation", "identities", "identity", "incoming_of", "incoming_rows", "lines", "one_line",
    "possible_keepers", "reached_by", "said_of", "silent", "silent_for", "snapshot", "to_renew",
]  # fmt: skip

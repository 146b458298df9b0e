from rangkul.tell.exchange.peers.models import (
    Agreement,
    Heard,
    HouseKey,
    Incoming,
    IncomingFile,
    Message,
    Outgoing,
    Peer,
    Reach,
    Said,
)

__all__ = [
    "Agreement", "Heard", "HouseKey", "Incoming", "IncomingFile", "Message", "Outgoing", "Peer", "Reach", "Said",
]  # fmt: skip

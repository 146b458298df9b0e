from rangkul.tell.exchange.peers.models import (
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

__all__ = ["Heard", "HouseKey", "Incoming", "IncomingFile", "Message", "Outgoing", "Peer", "Reach", "Said"]

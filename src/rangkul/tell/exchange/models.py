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
from rangkul.tell.exchange.webhooks.models import Telling, Webhook

__all__ = [
    "Agreement", "Heard", "HouseKey", "Incoming", "IncomingFile", "Message", "Outgoing", "Peer", "Reach", "Said",
    "Telling", "Webhook",
]  # fmt: skip

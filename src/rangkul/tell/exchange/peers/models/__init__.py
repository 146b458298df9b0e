from rangkul.tell.exchange.peers.models.incoming import Incoming, Said
from rangkul.tell.exchange.peers.models.message import Heard, Message, Outgoing
from rangkul.tell.exchange.peers.models.peer import HouseKey, Peer, Reach

__all__ = ["Heard", "HouseKey", "Incoming", "Message", "Outgoing", "Peer", "Reach", "Said"]

from rangkul.tell.exchange.peers.models.agreement import Agreement
from rangkul.tell.exchange.peers.models.file import IncomingFile
from rangkul.tell.exchange.peers.models.incoming import Incoming, Said
from rangkul.tell.exchange.peers.models.message import Heard, Message, Outgoing
from rangkul.tell.exchange.peers.models.peer import HouseKey, Peer, Reach

__all__ = ["Agreement", "Heard", "HouseKey", "Incoming", "IncomingFile", "Message", "Outgoing", "Peer", "Reach", "Said"]

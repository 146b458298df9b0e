"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table."""

_ID = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
}
_KEY = {"key": "keep: the relation to the key that erasure destroys"}
_PEER = "keep: which other house"
_WHOSE = "keep: whose connection it is"
_THREAD = "keep: a random id that both houses know the referral by"
_N = "keep: a number that keeps messages in order"
_CODE = "keep: a code for statistics"
_WHEN = "keep: when it was done, needed to prove what was sent and stopped"
_PROOF = "keep: a signature over a digest, from which no word can be read"

FIELDS: dict[str, dict[str, str] | str] = {
    "HouseKey": "keep: the number of a key of the house itself",
    "Peer": {
        **_ID,
        "agency": _WHOSE,
        "name": "keep: an organisation",
        "address": "keep: an organisation",
        "public": "keep: the public key of an organisation",
        "kid": "keep: the public key of an organisation",
        "confirmed_at": _WHEN,
        "confirmed_by": "keep: who acted",
        "active": _CODE,
        "our_generation": _CODE,
        "heard_at": _WHEN,
        "silent_since": _WHEN,
        "fault": _CODE,
        "tries": _CODE,
        "next_try_at": _WHEN,
    },
    "Agreement": "keep: what two organisations agreed, and who acted",
    "Reach": "keep: which organisation of the public directory is reached through which house",
    "Webhook": "keep: an address of an organisation, and who acted",
    "Telling": {
        **_ID,
        "webhook": "keep: which address was told",
        "agency": _WHOSE,
        "event": _N,
        "kind": _CODE,
        "what": _CODE,
        "about": "keep: an id, from which no word can be read",
        "at": _WHEN,
        "state": _CODE,
        "fault": _CODE,
        "status": _CODE,
        "tries": _CODE,
        "next_try_at": _WHEN,
        "settled_at": _WHEN,
    },
    "Outgoing": {
        **_ID,
        "peer": _PEER,
        "referral_id": "keep: which referral went there",
        "said_n": _N,
        "ended_at": _WHEN,
    },
    "Message": {
        **_ID,
        "key": "shared: the key of the file that the message speaks of; erasing it there makes it unreadable here",
        "peer": _PEER,
        "agency": _WHOSE,
        "thread": _THREAD,
        "n": _N,
        "kind": _CODE,
        "body": "key",
        "of": _THREAD,
        "file_id": "keep: under which random name sealed bytes lie, gone once they arrived",
        "state": _CODE,
        "fault": _CODE,
        "expires_at": _WHEN,
        "settled_at": _WHEN,
        "receipt": _PROOF,
    },
    "Heard": {
        **_ID,
        "peer": _PEER,
        "message_id": "keep: by this a repetition is known",
        "thread": _THREAD,
        "n": _N,
        "kind": _CODE,
        "digest": _PROOF,
        "effect": _CODE,
        "receipt": _PROOF,
    },
    "Incoming": {
        **_ID,
        **_KEY,
        "peer": _PEER,
        "agency": _WHOSE,
        "thread": _THREAD,
        "request": "keep: which request it became",
        "content": "key",
        "sender": "keep: an organisation, so that it can be seen who referred",
        "answer_by": _WHEN,
        "valid_to": _WHEN,
        "said_n": _N,
        "seen_at": _WHEN,
        "accepted_at": _WHEN,
        "begun_at": _WHEN,
        "ended_at": _WHEN,
        "ended_as": _CODE,
        "stop_due_at": _WHEN,
        "stopped_at": _WHEN,
    },
    "IncomingFile": {
        **_ID,
        **_KEY,
        "incoming": "keep: which referral it is about",
        "announced": _THREAD,
        "name": "key",
        "media_type": _CODE,
        "size": _CODE,
        "sha256": _PROOF,
        "state": _CODE,
        "by": "keep: who acted",
    },
    "Said": {
        **_ID,
        **_KEY,
        "incoming": "keep: which referral it is about",
        "kind": _CODE,
        "at": _WHEN,
        "by": "keep: who acted",
        "words": "key",
    },
}

WAYS = {"Said": ["incoming__request__person"], "IncomingFile": ["incoming__request__person"]}
NOT_OF_CLIENTS = {
    "Message": "words on their way, gone with the receipt; they are sealed by the key of the file that they speak of"
}

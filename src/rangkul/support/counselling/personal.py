"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with the room's own key (a summary and a block with the request's or the case's), unreadable once
that key is destroyed.
"""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "key": "keep: the relation to the key that erasure destroys",
    "room": "keep: which room it belongs to",
}
_ACTED = "keep: who acted"
_WHEN = "keep: when it was done, service standards"

WAYS = {
    "Seat": ["room__request__person"],
    "Message": ["room__request__person"],
    "Draft": ["room__request__person"],
}
NOT_OF_CLIENTS: dict[str, str] = {}

FIELDS: dict[str, dict[str, str] | str] = {
    "Room": {
        **{name: said for name, said in _KEPT.items() if name != "room"},
        "agency": "keep: who is responsible",
        "unit": "keep: who is responsible",
        "request": "keep: which request it belongs to",
        "case": "keep: which case it belongs to",
        "against": "keep: a complaint about a worker outlives the asker's data",
        "owner": "keep: who is responsible",
        "kind": "keep: a code for statistics",
        "state": "keep: a code for statistics",
        "region_code": "shorten: to the regency",
        "red": "keep: a code for statistics",
        "began_at": _WHEN,
        "answer_due": _WHEN,
        "taken_at": _WHEN,
        "ended_at": _WHEN,
        "ending": "keep: a code for statistics",
        "ended_by": _ACTED,
        "noted": "keep: a code",
        "in_file": "keep: what was agreed",
        "erase_at": _WHEN,
        "consent_version": "keep: which words were shown",
        "called_name": "key",
        "place": "key",
        "nearby": "key",
        "safe": "keep: a code for statistics",
        "code_word": "key",
        "hushed_at": _WHEN,
    },
    "Seat": {
        "id": _KEPT["id"],
        "made_at": _KEPT["made_at"],
        "room": _KEPT["room"],
        "staff": _ACTED,
        "role": "keep: a code",
        "name": "keep: the called name of a worker; a client has none here",
        "joined_at": _WHEN,
        "left_at": _WHEN,
        "delivered_to": "keep: a number",
        "read_to": "keep: a number",
    },
    "Message": {
        **_KEPT,
        "key": "shared: the room's own key",
        "seat": "keep: which seat it came from",
        "lane": "keep: a code",
        "number": "keep: a number",
        "client_id": "keep: a random number",
        "line": "keep: a code",
        "body": "key",
        "about": "keep: which message was withdrawn",
        "at": _WHEN,
    },
    "Draft": {
        **_KEPT,
        "key": "shared: the room's own key",
        "staff": _ACTED,
        "lane": "keep: a code",
        "body": "key",
        "changed_at": _WHEN,
    },
    "Summary": {
        **_KEPT,
        "key": "shared: the key of the request or the case that it was written for",
        "request": "keep: which request it belongs to",
        "by": _ACTED,
        "text": "key",
        "minutes": "keep: a number for statistics",
        "activity": "keep: the relation to what was recorded",
        "next_on": _WHEN,
        "next_done_at": _WHEN,
    },
    "Block": {
        **{name: said for name, said in _KEPT.items() if name != "room"},
        "key": "shared: the request's own key",
        "request": "keep: which request it belongs to",
        "by": _ACTED,
        "reason": "key",
        "until": "keep: until when it holds",
        "lifted_at": _WHEN,
        "lifted_by": _ACTED,
    },
    "Terms": "keep: what an agency promises",
    "Desk": "keep: how a worker works; the words are for clients to read",
    "Prepared": "keep: words prepared beforehand, which name nobody",
}

"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with the case's data key, unreadable once that key is destroyed.
"""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "key": "keep: the relation to the key that erasure destroys",
}
_PART = {**_KEPT, "conference": "keep: which conference it belongs to"}
_CODE = "keep: a code for statistics"
_ACTED = "keep: who acted"
_WHEN = "keep: when it was done, needed for the quality of practice"

FIELDS: dict[str, dict[str, str]] = {
    "Conference": {
        **_KEPT,
        "case": "keep: which case it belongs to",
        "agency": "keep: whose file it is",
        "called_by": _ACTED,
        "kind": _CODE,
        "host": "key",
        "at": _WHEN,
        "place": "key",
        "question": "key",
        "agenda": "key",
        "brief": "key",
        "voice": "key",
        "state": _CODE,
        "minutes": "key",
        "shares_minutes": _CODE,
        "ended_at": _WHEN,
        "ended_by": _ACTED,
        "cancelled_because": "key",
        "next_on": _WHEN,
    },
    "Invitation": {
        **_PART,
        "staff": _ACTED,
        "guest_name": "key",
        "profession": "key",
        "ground": _CODE,
        "ground_words": "key",
        "code": "keep: a random code that opens nothing without its PIN",
        "wrong_codes": "keep: a number, so that nobody tries all PINs",
        "locked_at": _WHEN,
        "invited_by": _ACTED,
        "valid_to": _WHEN,
        "ended_at": _WHEN,
        "opened_at": _WHEN,
        "reply": _CODE,
        "attended": _CODE,
    },
    "Decision": {
        **_PART,
        "text": "key",
        "reason": "key",
        "owner_kind": _CODE,
        "owner": _ACTED,
        "guest": "keep: the relation to the seat",
        "due": _WHEN,
        "task": "keep: the relation to the task",
        "by": _ACTED,
    },
    "Dissent": {
        **_PART,
        "decision": "keep: which decision it is about",
        "staff": _ACTED,
        "guest": "keep: the relation to the seat",
        "words": "key",
    },
}

# Conferences lead to their case by themselves; what hangs on one leads there through it.
WAYS = {
    "Invitation": ["conference__case__person"],
    "Decision": ["conference__case__person"],
    "Dissent": ["conference__case__person"],
}

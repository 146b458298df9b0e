"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with the case's data key, unreadable once that key is destroyed.
"""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "key": "keep: the relation to the key that erasure destroys",
}
_CODE = "keep: a code for statistics"
_ACTED = "keep: who acted"
_WHEN = "keep: when it was done, needed to see how long people wait"
_CASE = "keep: which case it belongs to"

FIELDS: dict[str, dict[str, str]] = {
    "Known": {**_KEPT, "case": _CASE, "name": _CODE, "answer": "key", "way": _CODE, "on": _WHEN, "by": _ACTED},
    "Application": {
        **_KEPT,
        "case": _CASE,
        "programme": _CODE,
        "whose": "key",
        "state": _CODE,
        "told_on": _WHEN,
        "applied_on": _WHEN,
        "place": "key",
        "number": "key",
        "look_again": _WHEN,
        "answered_on": _WHEN,
        "reason": "key",
        "objection_due": _WHEN,
        "objection_law": "keep: the name of a law",
        "objected_on": _WHEN,
        "ended_on": _WHEN,
        "objection_ref": "keep: a random id",
        "letter_at": _WHEN,
    },
    "Step": {
        **_KEPT,
        "application": "keep: which application it is about",
        "verb": _CODE,
        "on": _WHEN,
        "words": "key",
        "by": _ACTED,
    },
}

WAYS = {"Step": ["application__case__person"]}

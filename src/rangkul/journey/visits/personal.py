"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with the case's data key, unreadable once that key is destroyed.
"""

_ACTED = "keep: who acted"
_WHEN = "keep: when it was done, needed for the safety of workers"

FIELDS: dict[str, dict[str, str]] = {
    "Visit": {
        "id": "keep: says nothing by itself",
        "made_at": "keep: when the installation learned of it",
        "case": "keep: which case it belongs to",
        "key": "keep: the relation to the key that erasure destroys",
        "staff": _ACTED,
        "leaves_at": _WHEN,
        "back_by": _WHEN,
        "place": "key",
        "purpose": "key",
        "risk_note": "key",
        "companion": "key",
        "state": "keep: a code for statistics",
        "left_at": _WHEN,
        "help_at": _WHEN,
        "ended_at": _WHEN,
        "ended_by": _ACTED,
        "ending": "key",
        "activity": "keep: the relation to what was recorded",
    },
}

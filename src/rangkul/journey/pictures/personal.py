"""What is personal in the pictures. A relation line goes with either of its two people and with the client.

What else is drawn of a case is sealed with its key ("key"), unreadable once that key is destroyed.
"""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "key": "keep: the relation to the key that erasure destroys",
    "case": "keep: which case it belongs to",
    "source": "keep: a code for statistics",
    "source_date": "keep: a day of work, needed for the quality of practice",
    "recorded_by": "keep: who acted",
    "ended_on": "keep: a day of work, needed for the quality of practice",
    "ended_by": "keep: who acted",
    "ended_because": "key",
}
_CODE = "keep: a code for statistics"

FIELDS = {
    "FamilyTie": "removed: what was between two people",
    "LifeEvent": {
        **_KEPT,
        "words": "key",
        "happened_on": "year",
        "exactness": _CODE,
        "corrects": "keep: which note it corrects",
        "correction_reason": "key",
    },
    "SystemTie": {
        **_KEPT,
        "system": _CODE,
        "name": "key",
        "strength": _CODE,
        "flow": _CODE,
        "words": "key",
        "institution": "keep: the note that it was taken from",
        "corrects": "keep: which note it corrects",
        "correction_reason": "key",
    },
    "Problem": {
        **_KEPT,
        "role": _CODE,
        "words": "key",
        "wish": "key",
        "reviewed_on": "keep: a day of work, needed for the quality of practice",
        "reviewed_by": "keep: who acted",
        "outcome": _CODE,
        "review_words": "key",
    },
    "ProblemLink": {
        **_KEPT,
        "cause": "keep: which two it links",
        "effect": "keep: which two it links",
        "confidence": _CODE,
        "evidence": "key",
    },
}
WAYS = {"FamilyTie": ["one", "other", "case__person"]}

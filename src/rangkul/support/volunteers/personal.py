"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with a key of its own, destroyed with the client of whom a need speaks. A volunteer is no client:
whoever takes their consent back is emptied by the verb `leave`.
"""

_ROW = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
}
_KEPT = {**_ROW, "key": "keep: the relation to the key that erasure destroys"}
_CODE = "keep: a code for statistics"
_ACTED = "keep: who acted"
_WHEN = "keep: when it was done"
_PLACE = "keep: a kecamatan or desa, of nobody by name"
_WHO = "keep: which volunteer it is"

FIELDS: dict[str, dict[str, str]] = {
    "Volunteer": {
        **_KEPT,
        "agency": "keep: who knows them",
        "keeper": _ACTED,
        "name": "key",
        "contact": "key",
        "region_code": _PLACE,
        "offers": _CODE,
        "times": _CODE,
        "languages": _CODE,
        "agreed_on": _WHEN,
        "agreed_how": _CODE,
        "state": _CODE,
        "vetted_by": _ACTED,
        "vetted_at": _WHEN,
        "vetted_until": _WHEN,
    },
    "Vetting": {
        **_KEPT,
        "volunteer": _WHO,
        "kind": _CODE,
        "what": "key",
        "seen_on": _WHEN,
        "valid_until": _WHEN,
        "by": _ACTED,
    },
    "Step": {**_ROW, "volunteer": _WHO, "verb": _CODE, "by": _ACTED},
    "Need": {
        **_KEPT,
        "agency": "keep: whose file it is",
        "owner": _ACTED,
        "kind": _CODE,
        "region_code": "shorten",
        "from_day": _WHEN,
        "until_day": _WHEN,
        "time": _CODE,
        "language": _CODE,
        "child_there": _CODE,
        "older_there": _CODE,
        "state": _CODE,
        "outcome": _CODE,
        "settled_at": _WHEN,
    },
    "NeedFile": {
        **_ROW,
        "need": "keep: the need that becomes unreadable with it",
        "case": "keep: which case it speaks of",
        "request": "keep: which request it speaks of, where there is no case",
    },
    "Match": {
        **_ROW,
        "need": "keep: which need it is for",
        "volunteer": _WHO,
        "companion": "keep: which volunteer went along",
        "companion_staff": "keep: which worker went along",
        "because": _CODE,
        "state": _CODE,
        "by": _ACTED,
        "told_at": _WHEN,
        "ended_at": _WHEN,
        "thanked_at": _WHEN,
    },
    "MatchNote": {**_KEPT, "match": "keep: which match it is about", "kind": _CODE, "words": "key", "by": _ACTED},
    "Complaint": {
        **_KEPT,
        "volunteer": _WHO,
        "match": "keep: which match it came from",
        "words": "key",
        "by": _ACTED,
        "decision": "key",
        "decided_by": _ACTED,
        "decided_at": _WHEN,
    },
}

WAYS = {
    "Need": ["of_file__case__person", "of_file__request__person"],
    "Match": ["need__of_file__case__person", "need__of_file__request__person"],
    "MatchNote": ["match__need__of_file__case__person", "match__need__of_file__request__person"],
    "Complaint": ["match__need__of_file__case__person", "match__need__of_file__request__person"],
}
_OWN = "a volunteer's own words and papers; emptied when they take their consent back"
NOT_OF_CLIENTS = {"Volunteer": _OWN, "Vetting": _OWN}

"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with the case's data key, unreadable once that key is destroyed.
"""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "key": "keep: the relation to the key that erasure destroys",
    "case": "keep: which case it belongs to",
}
_CODE = "keep: a code for statistics"
_ACTED = "keep: who acted"
_DAY = "keep: a day of work, needed for the quality of practice"

FIELDS: dict[str, dict[str, str]] = {
    "Assessment": {
        **_KEPT,
        "number": "keep: a number",
        "kind": _CODE,
        "state": _CODE,
        "why": "key",
        "presenting": "key",
        "presenting_source": _CODE,
        "presenting_on": _DAY,
        "functioning_gap": "key",
        "category_gap": "key",
        "summary": "key",
        "begun_by": _ACTED,
        "signed_by": _ACTED,
        "signed_at": _DAY,
    },
    "Fact": {
        **_KEPT,
        "assessment": "keep: which round it belongs to",
        "domain": _CODE,
        "topic": _CODE,
        "kind": _CODE,
        "source": _CODE,
        "source_note": "key",
        "source_date": _DAY,
        "text": "key",
        "is_strength": _CODE,
        "corrects": "keep: which fact it corrects",
        "correction_reason": "key",
        "recorded_by": _ACTED,
    },
    "Functioning": {
        **_KEPT,
        "dimension": _CODE,
        "view": _CODE,
        "moment": _CODE,
        "level": "keep: a number for statistics",
        "words": "key",
        "seen_on": _DAY,
        "recorded_by": _ACTED,
    },
    "Risk": {**_KEPT, "kind": _CODE, "level": _CODE, "since": _DAY, "next_look": _DAY, "ended_on": _DAY},
    "RiskLook": {
        **_KEPT,
        "risk": "keep: which risk was looked at",
        "level": _CODE,
        "before": _CODE,
        "ends": _CODE,
        "seen": "key",
        "protective": "key",
        "done": "key",
        "reason": "key",
        "looked_on": _DAY,
        "next_look": _DAY,
        "looked_by": _ACTED,
        "rule": "keep: which rule raised it",
    },
    "RiskCheck": {
        **_KEPT,
        "checked_on": _DAY,
        "kinds": _CODE,
        "note": "key",
        "next_look": _DAY,
        "checked_by": _ACTED,
    },
    "CaseCategory": {
        **_KEPT,
        "term": _CODE,
        "because": "key",
        "since": _DAY,
        "until": _DAY,
        "end_reason": "key",
        "set_by": _ACTED,
    },
}

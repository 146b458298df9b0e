"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with the case's data key (words about a talk without a case with the request's), unreadable once
that key is destroyed.
"""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "key": "keep: the relation to the key that erasure destroys",
    "case": "keep: which case it belongs to",
}
_PART = {**_KEPT, "plan": "keep: which version it belongs to"}
_CODE = "keep: a code for statistics"
_NUMBER = "keep: a number for statistics"
_ACTED = "keep: who acted"
_DAY = "keep: a day of work, needed for the quality of practice"
_THREAD = "keep: a random id that ties a goal to itself through the versions"

_MEASURED = {
    **_KEPT,
    "measure": "keep: what was counted",
    "taken_back": _CODE,
    "corrects": "keep: which row it corrects",
    "correction_reason": "key",
    "recorded_by": _ACTED,
}

WAYS = {
    "AllianceRating": ["case__person", "request__person"],
    "AllianceWords": ["case__person", "request__person"],
}
FIELDS: dict[str, dict[str, str]] = {
    "Plan": {
        **_KEPT,
        "version": _NUMBER,
        "previous": "keep: which version it came from",
        "state": _CODE,
        "wish": "key",
        "resources": "key",
        "risks": "key",
        "change_reason": "key",
        "review_on": _DAY,
        "agreement": _CODE,
        "signed_name": "key",
        "witness": "key",
        "evidence": "keep: the relation to the sealed picture that proves the agreement",
        "client_words": "key",
        "agreed_on": _DAY,
        "drafted_by": _ACTED,
        "signed_by": _ACTED,
        "signed_at": _DAY,
    },
    "Goal": {
        **_PART,
        "thread": _THREAD,
        "number": _NUMBER,
        "title": "key",
        "purpose": _CODE,
        "dimension": _CODE,
        "weight": _NUMBER,
        "baseline": _NUMBER,
        "responsible": _CODE,
        "client_view": _CODE,
        "client_words": "key",
        "settled": "key",
        "far_below": "key",
        "below": "key",
        "expected": "key",
        "above": "key",
        "far_above": "key",
    },
    "Alternative": {
        **_PART,
        "title": "key",
        "merits": "key",
        "drawbacks": "key",
        "chosen": _CODE,
        "reason": "key",
    },
    "Hypothesis": {
        **_PART,
        "thread": _THREAD,
        "strand": _THREAD,
        "condition": "key",
        "expectation": "key",
        "because": "key",
        "evidence": "key",
    },
    "Review": {
        **_PART,
        "kind": _CODE,
        "held_on": _DAY,
        "client_judgement": _CODE,
        "client_words": "key",
        "client_absent": "key",
        "worker_judgement": _CODE,
        "worker_words": "key",
        "next_step": _CODE,
        "next_reason": "key",
        "next_on": _DAY,
        "recorded_by": _ACTED,
    },
    "ReviewLevel": {
        **_KEPT,
        "review": "keep: which review it belongs to",
        "goal": "keep: which goal was placed",
        "thread": _THREAD,
        "by_client": _NUMBER,
        "by_worker": _NUMBER,
        "words": "key",
    },
    "Measure": {
        **_KEPT,
        "series": _CODE,
        "name": "key",
        "unit": "key",
        "direction": _CODE,
        "least": _NUMBER,
        "most": _NUMBER,
        "counted_by": _CODE,
        "how": "key",
        "setting": "key",
        "thread": _THREAD,
        "strand": _THREAD,
        "ended_on": _DAY,
        "end_reason": "key",
        "begun_by": _ACTED,
    },
    "MeasurePoint": {
        **_MEASURED,
        "on": _DAY,
        "value": "keep: a number that says nothing once the name of what was counted is gone",
        "note": "key",
        "recalled": _CODE,
    },
    "MeasurePhase": {**_MEASURED, "letter": _CODE, "starts_on": _DAY, "name": "key"},
    "AllianceRating": {
        "id": _KEPT["id"],
        "made_at": _KEPT["made_at"],
        "case": _KEPT["case"],
        "request": "keep: which request it belongs to",
        "given_on": _DAY,
        "given_by": _CODE,
        **dict.fromkeys(("heard", "matters", "free", "next_step", "together", "useful", "safe"), _NUMBER),
    },
    "AllianceWords": {
        **_KEPT,
        "request": "keep: which request it belongs to",
        "rating": "keep: which rating it belongs to",
        "text": "key",
    },
}

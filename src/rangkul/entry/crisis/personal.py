"""Whether each field is personal: scrubbed how, or kept why.

"key" means: sealed with the request's data key, unreadable once that key is destroyed.
"""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "key": "keep: the relation to the key that erasure destroys",
    "request": "keep: which request it belongs to",
}
_ACTED = "keep: who acted"
_WHEN = "keep: when it was done, service standards"

FIELDS: dict[str, str | dict[str, str]] = {
    "Hotline": "keep: numbers of public services",
    "LineKeeper": {
        "id": "keep: says nothing by itself",
        "made_at": "keep: when the installation learned of it",
        "agency": "keep: who is responsible",
        "staff": "keep: who is responsible",
        "named_by": _ACTED,
        "named_at": _WHEN,
        "due_day": "keep: a number",
    },
    "WordsReview": "keep: what a supervisor wrote about a list of words, in invented sentences",
    "AlertInput": "keep: a device, its place and its purpose in words that name nobody; the consent is kept as proof",
    "Alert": "keep: ids, dates and codes; when something rang and who went to look",
    "Report": {**_KEPT, "link": "key"},
    "Evidence": {
        **_KEPT,
        "report": "keep: which report it belongs to",
        "name": "key",
        "media_type": "keep: a code",
        "size": "keep: a number",
        "sha256": "keep: proves that nothing was changed, and tells nothing",
        "has_preview": "keep: a code",
    },
    "Shift": {
        **_KEPT,
        "unit": "keep: who is responsible",
        "staff": "keep: working time",
        "starts_at": "keep: working time",
        "ends_at": "keep: working time",
        "made_by": _ACTED,
        "offered_to": _ACTED,
        "offered_at": "keep: working time",
        "begun_at": "keep: working time",
        "ended_at": "keep: working time",
        "dropped_at": "keep: working time",
    },
    "Outreach": {
        **_KEPT,
        "by": _ACTED,
        "way": "keep: a code for statistics",
        "reach_at": "key",
        "judgement": "key",
        "text": "key",
        "link": "keep: a digest of a random secret",
        "link_ends_at": _WHEN,
        "sent_at": _WHEN,
        "sent_by": _ACTED,
        "opened_at": _WHEN,
        "own": "keep: the relation to the request of the person",
    },
    "Screening": {
        **_KEPT,
        "by": _ACTED,
        "answers": "key",
        "risk": "keep: a code for statistics",
        "version": "keep: which rule counted",
        "wording": "keep: which published words were read aloud",
        "wording_name": "keep: which published words were read aloud",
        "wording_language": "keep: a code",
        "note": "key",
    },
    "SafetyPlan": {
        **_KEPT,
        "by": _ACTED,
        "version": "keep: a number",
        "parts": "key",
        "shared": "keep: a code",
    },
    "NextContact": {
        **_KEPT,
        "by": _ACTED,
        "due_at": _WHEN,
        "how": "key",
        "done_at": _WHEN,
        "done_by": _ACTED,
        "outcome": "key",
        "told": "keep: who was told",
        "told_at": _WHEN,
        "steps": "keep: a number",
        "look_at": _WHEN,
    },
}

# How an erasure comes from a person to the key of a row, where no relation of its own says it.
WAYS = {"Evidence": ["report__request__person"]}

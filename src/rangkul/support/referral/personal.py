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
    "Need": {
        **_KEPT,
        "case": _CASE,
        "request": "keep: which request it belongs to, where there is no case",
        "kind": _CODE,
        "category": _CODE,
        "words": "key",
        "region_code": "shorten",
        "state": _CODE,
        "noted_by": _ACTED,
        "dropped_as": _CODE,
        "settled_at": _WHEN,
        "settled_by": _ACTED,
        "outcome": "key",
        "unmet": "keep: the relation to a row that names nobody",
    },
    "UnmetNeed": {
        "id": "keep: says nothing by itself",
        "made_at": "keep: when the installation learned of it",
        "agency": "keep: whose register it is",
        "region_code": "keep: a kecamatan, of nobody by name",
        "kind": _CODE,
        "category": _CODE,
        "why": _CODE,
        "noted_at": _WHEN,
        "met_at": _WHEN,
    },
    "Referral": {
        **_KEPT,
        "need": "keep: which need it is for",
        "case": _CASE,
        "request": "keep: which request it belongs to, where there is no case",
        "agency": "keep: whose file it is",
        "unit": "keep: whose work it is",
        "place": _CODE,
        "service_id": "keep: an entry of the public directory",
        "organization_id": "keep: an entry of the public directory",
        "receiver": "keep: an organisation, so that it can be seen whether it answered in time",
        "contact": "key",
        "link_by": _CODE,
        "code_by": _CODE,
        "chosen_because": "key",
        "doubts": _CODE,
        "asked": "key",
        "ground": _CODE,
        "ground_words": "key",
        "consent": "keep: the relation to the consent",
        "host": "key",
        "owner": _ACTED,
        "state": _CODE,
        "code": "keep: a random code that opens nothing without its PIN",
        "door": "keep: a random id that opens nothing once the right has ended",
        "wrong_codes": "keep: a number, so that nobody tries all codes",
        "locked_at": _WHEN,
        "call_on": _WHEN,
        "answers_within": _CODE,
        "due_at": _WHEN,
        "valid_to": _WHEN,
        "sent_at": _WHEN,
        "seen_at": _WHEN,
        "answered_at": _WHEN,
        "ended_at": _WHEN,
        "refusal": _CODE,
        "outcome": _CODE,
        "onward_to": "key",
        "later_outcome": _CODE,
        "later_at": _WHEN,
        "queue_place": _CODE,
        "queue_because": "key",
        "stop_due_at": _WHEN,
        "stopped_at": _WHEN,
    },
    "Item": {
        **_KEPT,
        "referral": "keep: which referral it went with",
        "name": _CODE,
        "value": "key",
        "why": "key",
    },
    "Enclosure": {
        **_KEPT,
        "referral": "keep: which referral it went with",
        "document": "keep: which document of the case it is",
        "name": "key",
        "media_type": _CODE,
        "size": _CODE,
        "sha256": "keep: proves which bytes were sent; they are unreadable without the key",
        "why": "key",
    },
    "Step": {
        **_KEPT,
        "referral": "keep: which referral it is about",
        "verb": _CODE,
        "state": _CODE,
        "at": _WHEN,
        "hand": _CODE,
        "by": _ACTED,
        "told_by": "key",
        "words": "key",
    },
    "File": {
        **_KEPT,
        "referral": "keep: which referral it came with",
        "name": "key",
        "media_type": _CODE,
        "size": _CODE,
        "sha256": "keep: proves which bytes were handed in; they are unreadable without the key",
    },
}

# Needs and referrals lead to their case by themselves; what hangs on one leads there through it. The register of unmet
# needs leads to nobody.
WAYS = {
    "Item": ["referral__case__person", "referral__request__person"],
    "Enclosure": ["referral__case__person", "referral__request__person"],
    "Step": ["referral__case__person", "referral__request__person"],
    "File": ["referral__case__person", "referral__request__person"],
}

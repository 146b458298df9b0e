"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with the case's data key, unreadable once that key is destroyed.
"""

_ROW = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "case": "keep: which case it belongs to",
    "key": "keep: the relation to the key that erasure destroys",
}
_CODE = "keep: a code for statistics"
_ACTED = "keep: who acted"
_WHEN = "keep: when it was done, which proves that a duty of the law was met"

FIELDS: dict[str, dict[str, str]] = {
    "LegalClock": {
        **_ROW,
        "law": _CODE,
        "pace": _CODE,
        "began_at": _WHEN,
        "told_from": _WHEN,
        "due_at": _WHEN,
        "owner": _ACTED,
        "started_by": _ACTED,
        "because": "key",
        "met_at": _WHEN,
        "met_by": _ACTED,
        "how": "key",
        "receipt": "key",
        "stopped_at": _WHEN,
        "stopped_by": _ACTED,
        "stopped_because": "key",
    },
    "Evidence": {
        **_ROW,
        "number": "keep: a running number",
        "kind": _CODE,
        "title": "key",
        "document": "keep: the relation to a document, which is erased on its own row",
        "link": "key",
        "words": "key",
        "brought_by": "key",
        "basis": _CODE,
        "happened": "key",
        "came_at": _WHEN,
        "by": _ACTED,
        "corrects": "keep: which row it mends",
        "sha256": "empty: the same words or file elsewhere would be recognised by it",
        "salt": "key",
        "seal": "keep: salted with a word that dies with the key; it proves that nothing was taken away",
    },
    "Chat": {
        **_ROW,
        "evidence": "keep: which evidence it was read from",
        "purpose": "key",
        "state": _CODE,
        "order": _CODE,
        "ordered_by": _ACTED,
        "messages": "keep: a number for statistics",
    },
    "ChatSheet": {
        **_ROW,
        "chat": "keep: which chat it is part of",
        "first": "keep: a running number",
        "body": "key",
        "days": "key",
    },
    "ChatMark": {
        **_ROW,
        "chat": "keep: which chat it is part of",
        "place": "keep: a running number",
        "why": "key",
        "by": _ACTED,
        "lifted_at": _WHEN,
        "lifted_by": _ACTED,
    },
}

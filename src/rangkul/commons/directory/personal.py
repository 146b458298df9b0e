"""The list knows helpers and no client. What of it may be a person's own is said here."""

_ROW = {"id": "keep: says nothing by itself", "made_at": "keep: when the installation learned of it"}
_PUBLIC = "keep: who and what can help; a private person is shown only after they agreed, and no client stands here"

FIELDS: dict[str, str | dict[str, str]] = {
    "Organization": _PUBLIC,
    "Service": _PUBLIC,
    "Location": _PUBLIC,
    "ServiceAtLocation": _PUBLIC,
    "Schedule": _PUBLIC,
    "ServiceArea": _PUBLIC,
    "Eligibility": _PUBLIC,
    "RequiredDocument": _PUBLIC,
    "Contact": _PUBLIC,
    "Capacity": _PUBLIC,
    "Distinction": "keep: a row of a list and a public entry that are not the same, and which worker said so",
    "Agreement": "keep: what two organisations agreed",
    "Asset": "keep: who said with consent that they may be asked; the row is emptied as soon as they take it back",
    "Suggestion": {
        **_ROW,
        "service": "keep: which entry",
        "topic": "keep: a code",
        "text": "keep: what is wrong with a public entry; nobody's name is asked",
        "by_kind": "keep: a code",
        "by": "keep: which worker said it",
        "state": "keep: a code",
        "decided_by": "keep: who acted",
        "decided_at": "keep: when it was done",
        "reason": "keep: why an editor decided so",
        "editor": "keep: which worker looks at it",
        "due_on": "keep: by when",
        "said_under": "keep: digest of a code that leads to no person",
    },
    "Sought": "keep: made from the public entry",
    "Word": "keep: words of the public list",
}

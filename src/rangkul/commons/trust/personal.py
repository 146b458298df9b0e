"""What is personal in rights, consents and the log (base.declaring says the words)."""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "subject_kind": "keep: a code",
    "subject_id": "keep: a random id",
}
_PROOF = "keep: proves that and how the person was asked (UU 27/2022 Pasal 22)"
_ACTED = "keep: who acted"
_FOLLOWED = "keep: proves that the wish was answered, and when"

FIELDS = {
    "AccessGrant": "keep: ids, bases and dates; proves who could see a file and when",
    "Seal": "keep: hashes of the log",
    "Erasure": "keep: proves that the wish was followed; the reason names nobody",
    "Consent": {
        **_KEPT,
        "agency": "keep: who is responsible",
        "purpose": _PROOF,
        "given": _PROOF,
        "mode": _PROOF,
        "text_version": _PROOF,
        "language": _PROOF,
        "witness": "empty",
        "asked_at": _PROOF,
        "asked_by": _ACTED,
        "withdrawn_at": _PROOF,
        "stopped_at": _PROOF,
        "stopped_by": _ACTED,
    },
    "LegalHold": "keep: proves why data was kept; the reason names nobody",
    "Breach": "keep: what happened to data, in words that name nobody; the law wants it kept",
    "PracticePolicy": "keep: an agency's own rules, in words that name nobody",
    "PracticeSignature": "keep: proves which worker signed which rules, and when",
    "RightsRequest": {
        **_KEPT,
        "key": "keep: the relation to the key that erasure destroys",
        "agency": "keep: who is responsible",
        "person": "keep: the relation to a row without a name",
        "right": _FOLLOWED,
        "state": _FOLLOWED,
        "asked_at": _FOLLOWED,
        "due_at": _FOLLOWED,
        "owner": _ACTED,
        "worker": _ACTED,
        "recorded_by": _ACTED,
        "consent": "keep: which answer was taken back",
        "text": "key",
        "answer": "key",
        "outcome": "key",
        "ground": _FOLLOWED,
        "decided_by": _ACTED,
        "decided_at": _FOLLOWED,
        "second": _ACTED,
        "ended_at": _FOLLOWED,
        "raised_to": _ACTED,
        "raised_at": _FOLLOWED,
    },
    "BreakGlass": {
        **_KEPT,
        "staff": _ACTED,
        "agency": "keep: who is responsible",
        "unit": "keep: who is responsible",
        "reason": "word",
        "until": "keep: that an emergency access was taken",
        "reviewer": _ACTED,
        "reviewed_at": "keep: that it was judged",
        "justified": "keep: how it was judged",
        "review_note": "empty",
    },
}
# Both speak of a file by its id: a person, a request or a case.
WAYS = {"Consent": ["subject_id"], "BreakGlass": ["subject_id"], "Erasure": [], "Breach": [], "LegalHold": []}

"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with the case's data key, unreadable once that key is destroyed.
"""

_FORM = "keep: forms and their editions; no person"
_CODE = "keep: a code for statistics"
_ACTED = "keep: who acted"
_WHEN = "keep: a time of work, needed for the quality of practice"
_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": _WHEN,
    "case": "keep: which case it belongs to",
    "key": "keep: the relation to the key that erasure destroys",
}

FIELDS: dict[str, dict[str, str] | str] = {
    "Instrument": _FORM,
    "InstrumentVersion": _FORM,
    "FormPicture": "keep: pictures of forms; no person",
    "FormUpload": "keep: forms that were handed in, and by which admin",
    "PackChoice": "keep: which forms an agency uses, and who decided",
    "CutOff": "keep: an agency's decision on an instrument, and who decided",
    "Administration": {
        **_KEPT,
        "request": "keep: which request it was answered with",
        "version": "keep: which questions were asked",
        "person": "keep: the relation to whom it is about",
        "language": _CODE,
        "mode": _CODE,
        "answered_by": _CODE,
        "answered_by_words": "key",
        "answered_on": _WHEN,
        "recorded_by": _ACTED,
        "instance": "keep: a random id",
        "answer": "key",
        "scored": "key",
        "offer": "keep: the relation to an offer",
        "retest": "keep: the relation to a task",
        "shared_at": _WHEN,
        "shared_by": _ACTED,
        "wrong_at": _WHEN,
        "wrong_by": _ACTED,
        "wrong_because": "key",
    },
    "Judgement": {
        **_KEPT,
        "administration": "keep: which result it speaks of",
        "band": "key",
        "words": "key",
        "by": _ACTED,
    },
    "AnswerDraft": {
        **_KEPT,
        "version": "keep: which questions were asked",
        "staff": _ACTED,
        "offer": "keep: the relation to an offer",
        "answer": "key",
        "saved_at": _WHEN,
    },
    "Offer": {
        **_KEPT,
        "version": "keep: which questions were asked",
        "person": "keep: the relation to whom it is about",
        "until": _WHEN,
        "by": _ACTED,
        "alone_because": "key",
        "answered_at": _WHEN,
        "danger": "key",
        "taken_back_at": _WHEN,
        "taken_back_by": _ACTED,
    },
}
# What is sealed with the case's key goes with the case, whomever of its people it is about.
WAYS = {"Administration": ["case__person", "request__person"], "Offer": ["case__person"]}

"""Documents are sealed with the key of their case; what stays counts and proves, and names nobody."""

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
    "Paper": {
        **_KEPT,
        "thread": "keep: a random id that ties a document to itself through the versions",
        "version": "keep: a number for statistics",
        "previous": "keep: which version it came from",
        "kind": _CODE,
        "reader": _CODE,
        "state": _CODE,
        "opening": "key",
        "addressee": "key",
        "ground": "key",
        "drafted_by": _ACTED,
        "check_at": "keep: an address of this installation",
        "signed_by": _ACTED,
        "signed_on": _DAY,
        "cosigned_by": _ACTED,
        "frozen": "key",
        "sha256": "keep: proves that a paper is the one that was signed, and tells nothing of it",
        "code_blind": "keep: whoever holds the paper may still learn that it was genuine",
        "given_at": _DAY,
        "given_by": _ACTED,
    },
    "Passage": {
        **_KEPT,
        "paper": "keep: which document it belongs to",
        "number": "keep: its place",
        "code": _CODE,
        "shape": _CODE,
        "written": "key",
        "text": "key",
        "changed": "keep: whether the worker wrote it anew, for the quality of the drafts",
        "left_out": _CODE,
    },
}

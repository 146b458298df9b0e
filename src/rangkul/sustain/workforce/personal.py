"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: unreadable once that key is destroyed. What concerns a case is sealed with the case's key and goes with
the client; the words of the two about their own work are theirs and no client is erased in them.
"""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
}
_SEALED = {**_KEPT, "key": "keep: the relation to the key"}
_CODE = "keep: a code for statistics"
_NUMBER = "keep: a number for statistics"
_WHO = "keep: one of the two"
_ACTED = "keep: who acted"
_WHEN = "keep: when it was done"
_RECORD = {**_SEALED, "session": "keep: which session it belongs to"}
_OF_CASE = {**_RECORD, "case": "keep: which case it concerns"}

_THEIR_OWN = "words of supervisor and worker about their work; what concerns a client is sealed with the case"
NOT_OF_CLIENTS = {
    "Contract": _THEIR_OWN,
    "Session": _THEIR_OWN,
    "PersonalNote": _THEIR_OWN,
    "Correction": _THEIR_OWN,
    "Readiness": _THEIR_OWN,
    "Objective": "what a student is to learn",
    "LogEntry": "a student's own words about learning; what shows a client is a StudyCase",
    "Reflection": "a worker's log for themself alone; they take it out themselves",
}

FIELDS: dict[str, dict[str, str]] = {
    "Contract": {
        **_SEALED,
        "agency": "keep: whose people they are",
        "supervisor": _WHO,
        "worker": _WHO,
        "version": _NUMBER,
        "state": _CODE,
        "purpose": "key",
        "administrative": "key",
        "educative": "key",
        "supportive": "key",
        "confidentiality": "key",
        "reported_up": "key",
        "every_weeks": _NUMBER,
        "channel": _CODE,
        "readers": "keep: who else may read, signed by both",
        "written_by": _ACTED,
        "supervisor_signed_at": _WHEN,
        "worker_signed_at": _WHEN,
        "valid_from": _WHEN,
        "valid_to": _WHEN,
        "ended_at": _WHEN,
        "ended_by": _ACTED,
        "why_ended": "key",
    },
    "Session": {
        **_SEALED,
        "contract": "keep: under which contract",
        "personal_key": "keep: the relation to the key of the personal notes",
        "agency": "keep: whose people they are",
        "supervisor": _WHO,
        "worker": _WHO,
        "readers": "keep: who else may read, signed by both",
        "state": _CODE,
        "at": _WHEN,
        "channel": _CODE,
        "place": "key",
        "held_at": _WHEN,
        "revision": _NUMBER,
        "administrative": _NUMBER,
        "educative": _NUMBER,
        "supportive": _NUMBER,
        "summary": "key",
        "next_at": _WHEN,
        "why_no_next": "key",
        "supervisor_signed_at": _WHEN,
        "worker_signed_at": _WHEN,
        "cancelled_at": _WHEN,
        "cancelled_by": _ACTED,
        "why_cancelled": "key",
    },
    "PersonalNote": {**_RECORD, "supervisor": _WHO, "worker": _WHO, "by": _ACTED, "text": "key"},
    "Correction": {**_RECORD, "by": _ACTED, "text": "key"},
    "AgendaItem": {**_OF_CASE, "source": _CODE, "text": "key", "by": _ACTED, "outcome": _CODE, "said": "key"},
    "Decision": {
        **_OF_CASE,
        "by": _ACTED,
        "text": "key",
        "rationale": "key",
        "note": "keep: the relation to the note in the case",
    },
    "FollowUp": {
        **_OF_CASE,
        "owner": _WHO,
        "text": "key",
        "due": _WHEN,
        "state": _CODE,
        "ended_at": _WHEN,
        "ended_by": _ACTED,
        "outcome": "key",
    },
    "Reflection": {**_SEALED, "staff": "keep: whose log it is", "text": "key"},
    "Readiness": {
        **_SEALED,
        "supervisor": _WHO,
        "worker": _WHO,
        "ready_for": "key",
        "judgement": _CODE,
        "defined_by": _CODE,
        "criteria": "key",
        "reason": "key",
        "reply": "key",
        "replied_at": _WHEN,
    },
    "Practicum": {
        **_KEPT,
        "agency": "keep: where the student learns",
        "student": _WHO,
        "instructor": _WHO,
        "school": "keep: the name of a school",
        "begins": _WHEN,
        "ends": _WHEN,
        "state": _CODE,
        "ended_at": _WHEN,
    },
    "Objective": {
        **_SEALED,
        "practicum": "keep: which practicum",
        "body": _CODE,
        "text": "key",
        "reached": _CODE,
        "said": "key",
        "seen_at": _WHEN,
    },
    "LogEntry": {
        **_SEALED,
        "practicum": "keep: which practicum",
        "objective": "keep: which objective",
        "day": _WHEN,
        "text": "key",
        "learned": "key",
        "state": _CODE,
        "comment": "key",
        "decided_at": _WHEN,
    },
    "StudyCase": {
        **_SEALED,
        "practicum": "keep: which practicum",
        "case": "keep: the relation to the case, which the student never sees",
        "consent": "keep: the consent that it rests on",
        "made_by": _ACTED,
        "state": _CODE,
        "facts": "key",
        "picture": "key",
        "questions": "key",
        "given_at": _WHEN,
        "withdrawn_at": _WHEN,
    },
}

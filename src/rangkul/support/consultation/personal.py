"""Whether each field is personal: scrubbed how, or kept why. Erasure, demo dumps and exports follow this table.

"key" means: sealed with the question's own key, destroyed with the client of whom it speaks.
"""

_KEPT = {
    "id": "keep: says nothing by itself",
    "made_at": "keep: when the installation learned of it",
    "key": "keep: the relation to the key that erasure destroys",
}
_CODE = "keep: a code for statistics"
_ACTED = "keep: who acted"
_WHEN = "keep: when it was done"

FIELDS: dict[str, dict[str, str]] = {
    "Question": {
        **_KEPT,
        "agency": "keep: whose question it is",
        "unit": "keep: whose question it is",
        "asked_by": _ACTED,
        "asker": _ACTED,
        "audience": _CODE,
        "to_staff": "keep: a worker who was asked",
        "to_unit": "keep: a unit that was asked",
        "to_agency": "keep: an agency that was asked",
        "topic": _CODE,
        "category": _CODE,
        "title": "key",
        "text": "key",
        "facts": "key",
        "state": _CODE,
        "answer_by": _WHEN,
        "sent_at": _WHEN,
        "ended_at": _WHEN,
    },
    "CaseQuestion": {
        **_KEPT,
        "case": "keep: which case it speaks of",
        "question": "keep: the question that becomes unreadable with it",
    },
    "Answer": {
        **_KEPT,
        "question": "keep: what was answered",
        "by": _ACTED,
        "author": _ACTED,
        "text": "key",
        "helped_at": _WHEN,
    },
    "Article": {
        "id": "keep: says nothing by itself",
        "made_at": "keep: when the installation learned of it",
        "agency": "keep: who keeps it",
        "topic": _CODE,
        "body": _CODE,
        "categories": _CODE,
        "title": "keep: names nobody; read by an editor before it is shown",
        "text": "keep: names nobody; read by an editor before it is shown",
        "source": "keep: where it can be read",
        "answer": "keep: from which answer it grew",
        "written_by": _ACTED,
        "author": _ACTED,
        "state": _CODE,
        "edited_by": _ACTED,
        "edited_at": _WHEN,
        "said": "keep: what an editor says about an article",
        "review_on": _WHEN,
    },
    "ArticleKey": {
        "pk": "keep: the two below",
        "article": "keep: the article it finds",
        "key": "keep: a single word, or a code",
        "first": _CODE,
    },
}

WAYS = {"Question": ["of_case__case__person"], "Answer": ["question__of_case__case__person"]}

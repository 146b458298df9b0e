"""The current lists as this release ships them, for pages that must not ask the database for words."""

from functools import cache
from operator import itemgetter

from rangkul.base.taxonomy.load import rows
from rangkul.base.taxonomy.models import Term

_WORDS = ("code", "label_id", "label_en", "hint_id", "hint_en", "icon", "danger")


@cache
def terms(name: str) -> tuple[Term, ...]:
    """The terms of a list in its order, as rows that were never saved. Raises KeyError for an unknown list."""
    listed = {row["name"]: row["file"] for row in rows("taxonomies.csv") if not row["valid_to"]}
    return tuple(Term(**{word: row.get(word, "") for word in _WORDS}) for row in rows(listed[name]))


@cache
def known(name: str) -> dict[str, Term]:
    """By code every term that any version of the list has held, in its newest wording: what was chosen once keeps its
    name. Raises KeyError for an unknown list."""
    files = [row["file"] for row in sorted(rows("taxonomies.csv"), key=itemgetter("valid_from")) if row["name"] == name]
    if not files:
        raise KeyError(name)
    return {row["code"]: Term(**{word: row.get(word, "") for word in _WORDS}) for file in files for row in rows(file)}

"""The current lists as this release ships them, for pages that must not ask the database for words."""

from functools import cache

from rangkul.base.taxonomy.load import rows
from rangkul.base.taxonomy.models import Term

_WORDS = ("code", "label_id", "label_en", "hint_id", "hint_en", "icon", "danger")


@cache
def terms(name: str) -> tuple[Term, ...]:
    """The terms of a list in its order, as rows that were never saved. Raises KeyError for an unknown list."""
    listed = {row["name"]: row["file"] for row in rows("taxonomies.csv") if not row["valid_to"]}
    return tuple(Term(**{word: row.get(word, "") for word in _WORDS}) for row in rows(listed[name]))

"""Lists of words are the same for everybody."""

_WORDS = "keep: terms and their editions; no person"
FIELDS = {"Taxonomy": _WORDS, "Term": _WORDS}

"""What the wizard asks about: problem fields in people's words, with a picture each. The list is the taxonomy's."""

from typing import Any

from django.utils.functional import lazy

from rangkul.base.taxonomy import shipped
from rangkul.base.taxonomy.models import Term

TERMS: dict[str, Term] = {term.code: term for term in shipped.terms("problem")}
_said = lazy(lambda term, what: getattr(term, what), str)

# Each in the language of who reads it, in the order in which people look for them.
CHOICES = [(code, _said(term, "label")) for code, term in TERMS.items()]
HINTS = {code: _said(term, "hint") for code, term in TERMS.items()}
PICTURES = {code: term.icon for code, term in TERMS.items()}


def names(codes: list[str]) -> list[Any]:
    """In words, in the order of the wizard; a code nobody knows any more stands for itself."""
    order = {code: place for place, code in enumerate(TERMS)}
    sorted_codes = sorted(codes, key=lambda code: order.get(code, len(order)))
    return [TERMS[code].label if code in TERMS else code for code in sorted_codes]

"""Words that travel in two languages, said in the reader's."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language

from rangkul.journey.instruments.scoring import Words

register = template.Library()


@register.filter
def named(things: Mapping[str, Any], name: str) -> Any:
    """Of several things the one of that name, or None."""
    return things.get(name)


@register.filter
def said(words: Words) -> str:
    return words.said(get_language() or "id")

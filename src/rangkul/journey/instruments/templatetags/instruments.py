"""Words that travel in two languages, said in the reader's."""

from django import template
from django.utils.translation import get_language

from rangkul.journey.instruments.scoring import Words

register = template.Library()


@register.filter
def said(words: Words) -> str:
    return words.said(get_language() or "id")

"""Reading a kept document in a template, where `one.items` means the pairs of a dictionary."""

from django import template

register = template.Library()


@register.filter
def points(block: dict) -> list[str]:
    """The lines of a list block."""
    return block["items"]

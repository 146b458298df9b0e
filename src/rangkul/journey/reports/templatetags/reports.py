"""Reading a kept document in a template, where `one.items` means the pairs of a dictionary."""

from base64 import b64encode

from django import template

register = template.Library()


@register.filter
def points(block: dict) -> list[str]:
    """The lines of a list block."""
    return block["items"]


@register.filter
def as_image(svg: str) -> str:
    """A drawing as the address of an image: nothing in it can run, and no style of the page reaches it."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"

"""Addresses of protection in templates that a request and a case share."""

from typing import Any

from django import template

from rangkul.journey.protection.pages import frame

register = template.Library()


@register.simple_tag(takes_context=True)
def place(context: template.Context, name: str, *more: Any) -> str:
    """The address of a page of what this page is about: `{% place "piece" row.pk %}`."""
    return frame.place(context["folder"], name, *more)

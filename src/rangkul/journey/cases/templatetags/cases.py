"""The head of a case, the same on every page about it, whichever package draws the page."""

from typing import Any

from django import template

from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.frame import tabs

register = template.Library()


@register.inclusion_tag("cases/_head.html")
def case_head(case: Case, here: str) -> dict[str, Any]:
    """`here` is the name of a page of this package, or the address name of a tab of a later one."""
    return {"case": case, "tabs": tabs(case, here)}

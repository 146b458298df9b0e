"""Words for requests in templates."""

from django import template
from django.utils.translation import gettext as _

from rangkul.entry.intake.models import Escalation, Request
from rangkul.entry.intake.states import Told, Via
from rangkul.entry.intake.wizard.words import names

register = template.Library()


@register.filter
def headline(request: Request) -> str:
    """The client's own first words in quotation marks, else the chosen problems."""
    if gist := request.gist:
        return f"“{gist}”"
    if chosen := ", ".join(str(name) for name in names(request.fields)):
        return chosen
    return _("Menulis di ruang konseling") if request.via == Via.CHAT else _("Belum ada cerita")


@register.filter
def says_all(request: Request) -> bool:
    """Whether the heading already holds every word of the story."""
    return bool(request.gist) and request.gist == " ".join(request.narrative.split())


@register.filter
def problem_names(codes: list[str]) -> list:
    return names(codes)


@register.filter
def in_words(reasons) -> list[str]:
    """Sentences of a rule's reasons in the reader's language."""
    return [reason.in_words() for reason in reasons]


@register.filter
def why_told(code: str) -> str:
    """Why somebody above was told, in words."""
    return str(Told(code).label)


@register.filter
def told_of(told: Escalation) -> str:
    """Who was told, and why, as the page of the request says it to whoever may acknowledge."""
    return f"{told.get_why_display()}. " + _("%(name)s sudah diberi tahu.") % {"name": told.told.called_name}


@register.filter
def near(place: str) -> str:
    """The two finest names of a place without their kinds, which is enough for who works there."""
    return ", ".join(part.removeprefix("Kel. ").removeprefix("Kec. ") for part in place.split(", ")[:2])

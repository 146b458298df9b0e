"""Words for requests in templates."""

from django import template
from django.utils.translation import gettext as _

from rangkul.entry.intake.models import Request
from rangkul.entry.intake.wizard.words import names

register = template.Library()


@register.filter
def headline(request: Request) -> str:
    """The client's own first words in quotation marks, else the chosen problems."""
    if request.gist:
        return f"“{request.gist}”"
    return ", ".join(str(name) for name in names(request.fields)) or _("Belum ada cerita")


@register.filter
def problem_names(codes: list[str]) -> list:
    return names(codes)


@register.filter
def in_words(reasons) -> list[str]:
    """Sentences of a rule's reasons in the reader's language."""
    return [reason.in_words() for reason in reasons]

"""Taking a question or an article in hand, who signs it, and what must not stand in it."""

from typing import TypeVar
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused
from rangkul.base.asking import Asker
from rangkul.base.models import Row
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import nameless
from rangkul.support.consultation.models import Article, Question

Held = TypeVar("Held", Question, Article)


def held(row: Held) -> Held:
    """The row as it is now, held until the verb ends. Raises Http404 where the asker does not see it any more."""
    rows = type(row)._default_manager.select_for_update(of=("self",))
    found = (rows.select_related("key") if isinstance(row, Question) else rows).filter(pk=row.pk).first()
    if found is None:
        raise Http404
    return found


def signed(by: Asker) -> str:
    """How other agencies read who it is: "Ayu, Yayasan Harapan"."""
    staff = Staff.objects.select_related("agency").get(pk=by.staff_id)
    return f"{staff.full_name}, {staff.agency.name}"


def filled(text: str, message: str, field: str) -> str:
    text = text.strip()
    if not text:
        raise Refused(message, field=field, code="empty")
    return text


def nobody_in(case: Case | None, field: str, *texts: str) -> None:
    """Raises Refused where a word of these leads back to somebody."""
    if found := nameless.leads_back(case, *texts):
        said = _("Kata ini bisa menunjuk orangnya: %(words)s. Ganti dengan yang umum.")
        raise Refused(said % {"words": ", ".join(found)}, field=field, code="leads_back")


def said(kind: str, row: Row, agency_id: UUID, result: Row | None = None, *, silent: bool = False, **payload) -> Done:
    """An event about a question or an article; never about a case, for who reads it may not read that."""
    words = {name: str(value) for name, value in payload.items()}
    return Done(result or row, subject=(kind, row.pk), payload=words, agency_id=agency_id, silent=silent)

"""The client as the right column shows them: how old, where, and how they may be reached without danger."""

import functools
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import days
from rangkul.base.ready import ready
from rangkul.base.wilayah.queries import path
from rangkul.commons.people.models import Person, SafeContact
from rangkul.commons.people.states import BirthPrecision, Channel
from rangkul.entry.intake.queries import contact_by_request, safe_contact
from rangkul.journey.cases.models import Case

_DAYS = (
    "",
    gettext_lazy("Senin"),
    gettext_lazy("Selasa"),
    gettext_lazy("Rabu"),
    gettext_lazy("Kamis"),
    gettext_lazy("Jumat"),
    gettext_lazy("Sabtu"),
    gettext_lazy("Minggu"),
)


@functools.lru_cache(maxsize=4096)
def _place(code: str) -> str:
    """Places hardly ever change their names, and a worker opens the same few again and again."""
    return path(code) if code else ""


# A household, a group and a community have no age and no card of their own.
_NOBODY = {"called": "", "age": "", "url": ""}


def card(case: Case) -> dict[str, Any]:
    """Words for the parts `person` and `safe_contact`."""
    person = case.person
    place = _place(case.region_code)
    facts = [{"label": _("Nomor kasus"), "value": case.number}]
    if person is None:
        who = {**_NOBODY, "name": case.client_name, "place": place, "facts": facts}
        return {"who": who, "safe": _of_request(case)}
    who = {
        "name": person.full_name,
        "called": person.called_name,
        "age": age_words(person),
        "place": place,
        "url": _url("people:person", person),
        "facts": facts,
    }
    return {"who": who, "safe": safe_words(person)}


def _of_request(case: Case) -> dict[str, Any] | None:
    """Whoever asked for a household, a group or a community said how they may be reached; None where nobody asked."""
    return safe_contact(contact_by_request(case.request_id)) if case.request_id else None


def _url(name: str, person: Person) -> str:
    try:
        return reverse(name, args=[person.pk])
    except NoReverseMatch:
        return ""


def age_words(person: Person) -> str:
    """`34 tahun`, with `sekitar` where the birth date is not sure; a child under two in months."""
    if person.birth_date is None:
        return ""
    today, born = days.today(), person.birth_date
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    words = _("{n} tahun").format(n=months // 12) if months >= 24 else _("{n} bulan").format(n=max(months, 0))
    return words if person.birth_precision == BirthPrecision.DAY else _("sekitar {age}").format(age=words)


@ready
def _safe_contact(person_id: UUID) -> QuerySet[SafeContact]:
    return SafeContact.objects.filter(person_id=person_id).select_related("key")


def safe_words(person: Person) -> dict[str, Any]:
    """Ways, warnings and times in words; all empty where nobody has asked yet."""
    rule = _safe_contact.one(person.pk)
    if rule is None:
        return dict.fromkeys(("ways", "never", "when", "code_word", "note"), "")
    hours = ""
    if rule.from_time and rule.to_time:
        hours = f"{rule.from_time:%H.%M}–{rule.to_time:%H.%M}"
    week = ", ".join(str(_DAYS[day]) for day in sorted(rule.days))
    return {
        "ways": [Channel(way).label for way in rule.channels],
        "never": [_("meninggalkan pesan")] if rule.never_leave_message else [],
        "when": " · ".join(part for part in (week, hours) if part),
        "code_word": rule.code_word,
        "note": rule.note,
    }

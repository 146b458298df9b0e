"""What a person said about being contacted, held against a message that a worker wants to send them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import acting, job
from rangkul.commons.people.models import SafeContact
from rangkul.commons.people.queries import SafeHours, day_name, may_contact, safe_hours
from rangkul.commons.people.states import Channel
from rangkul.entry.crisis.models import Report
from rangkul.entry.crisis.states import Way
from rangkul.entry.intake.models import Contact, Request
from rangkul.entry.intake.queries import contact_of

Rules = Contact | SafeContact | SafeHours
_JOB = job("crisis.rules")


@dataclass(frozen=True)
class Against:
    """One rule that a message would break: `code` for the log, `why` for whoever writes it."""

    code: str
    why: str


def rules_of(request: Request) -> list[Rules]:
    """What they said when they asked for help, and what was written down with them since, by every registration of this
    human being. Of a report only the latter: how the reporter may be reached says nothing about the person."""
    with acting(_JOB):
        written: list[Rules] = list(safe_hours(request.person_id))
    reported = Report.objects.filter(request=request).exists()
    said = None if reported else contact_of(request)
    return [said, *written] if said else written


def against(rules: Collection[Rules], way: str, at: datetime, region_code: str) -> list[Against]:
    """Empty where nothing speaks against this way now; also where nobody was ever asked."""
    found = [one for each in rules for one in _of(each, way, at, region_code)]
    return list(dict.fromkeys(found))


def _of(rules: Rules, way: str, at: datetime, region_code: str) -> list[Against]:
    found = []
    if way != Way.THROUGH:
        named = way in rules.channels
        fine, why = may_contact(rules, way, at, clock.zone(region_code))
        if way == Way.SOCIAL and not named and set(rules.channels) - {Channel.TICKET}:
            why = _("Pesan di media sosial tidak termasuk cara yang disebut aman.")
        if not fine:
            found.append(Against("hour" if named else "way", why))
    if rules.never_leave_message and (way == Way.THROUGH or set(rules.channels) - {Channel.TICKET}):
        found.append(Against("message", _("Tertulis: jangan meninggalkan pesan.")))
    return found


def rules_in_words(rules: Collection[Rules]) -> list[dict[str, object]]:
    """Values of the part `safe_contact`, one for each who was asked."""
    return [
        {
            "ways": [Channel(one).label for one in each.channels if one in Channel.values],
            "never": [_("meninggalkan pesan")] if each.never_leave_message else [],
            "when": _when(each),
            "code_word": "" if isinstance(each, SafeHours) else each.code_word,
            "note": "" if isinstance(each, SafeHours) else each.note,
        }
        for each in rules
    ]


def _when(rules: Rules) -> str:
    days = ", ".join(day_name(day) for day in sorted(rules.days))
    hours = f"{rules.from_time:%H.%M}–{rules.to_time:%H.%M}" if rules.from_time and rules.to_time else ""
    return " · ".join(part for part in (days, hours) if part)

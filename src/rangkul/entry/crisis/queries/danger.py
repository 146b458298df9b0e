"""What is known about the danger of the person behind a request, and what must stand before anybody ends it."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.people.models import Staff
from rangkul.entry.crisis import hooks
from rangkul.entry.crisis.models import NextContact, Outreach, SafetyPlan, Screening
from rangkul.entry.crisis.screening import missing
from rangkul.entry.crisis.states import GRAVE, Answer, Part, Question, Risk
from rangkul.entry.intake.hooks import Beside, cared_for
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import ForWhom, Level, Via

_SELF_HARM = "self_harm"


@dataclass(frozen=True)
class Asked:
    """A screening as the page shows it: each question, in the words in which it was asked, with its answer; `open` are
    those that still wait."""

    row: Screening
    answers: list[tuple[str, str]]
    open: list[str]


def last_screening(request: Request) -> Screening | None:
    return Screening.objects.filter(request=request).select_related("key", "by").order_by("-made_at", "-id").first()


def answers_of(screening: Screening) -> dict[str, str]:
    return json.loads(screening.answers or "{}")


def screenings_of(request: Request) -> list[Asked]:
    rows = Screening.objects.filter(request=request).select_related("key", "by").order_by("-made_at", "-id")
    return [_asked(row, request) for row in rows[:20]]


def _asked(row: Screening, request: Request) -> Asked:
    given, said = answers_of(row), _as_asked(row, request)
    words = [(said(Question(code)), str(Answer(given[code]).label)) for code in Question.values if code in given]
    return Asked(row, words, [str(one.label) for one in missing(given)])


def _as_asked(row: Screening, request: Request) -> Callable[[Question], str]:
    held = hooks.words_named(request.agency_id, row.wording, row.wording_language) if row.wording else None
    words = held.words if held else {}
    return lambda question: words.get(question) or str(question.label)


def plan_of(request: Request) -> SafetyPlan | None:
    """The newest version."""
    return SafetyPlan.objects.filter(request=request).select_related("key", "by").order_by("-version").first()


def plan_for_ticket(request: Request) -> SafetyPlan | None:
    """The one that was shared; a ticket knows nobody of the staff, so its writer is not asked for."""
    shared = SafetyPlan.objects.filter(request=request, shared=True).select_related("key")
    return shared.order_by("-version").first()


def parts_of(plan: SafetyPlan) -> list[tuple[Part, str]]:
    """The parts that hold words, in the order in which they are used."""
    kept = json.loads(plan.parts or "{}")
    return [(part, kept[part]) for part in Part if kept.get(part)]


def open_contacts(request: Request) -> QuerySet[NextContact]:
    """The nearest first; beside one that was planned there may be one that is needed now."""
    rows = NextContact.objects.filter(request=request, done_at__isnull=True).select_related("key", "by")
    return rows.order_by("due_at")


def open_contact(request: Request) -> NextContact | None:
    return open_contacts(request).first()


def who_answers(request: Request) -> Staff:
    """Who looks after the person: the worker of the case, and until there is one the owner of the request."""
    return next((found for look in cared_for if (found := look(request))), request.owner)


def contacts_of(request: Request) -> list[NextContact]:
    return list(
        NextContact.objects.filter(request=request).select_related("key", "by", "done_by", "told").order_by("-due_at")
    )


def outreach_of(request: Request) -> list[Outreach]:
    return list(
        Outreach.objects.filter(request=request).select_related("key", "by", "sent_by", "own").order_by("-made_at")
    )


def is_grave(request: Request) -> bool:
    """High, or not known: nobody was asked yet where somebody fears for a life."""
    last = last_screening(request)
    if last is not None:
        return last.risk in GRAVE
    if request.via == Via.REPORT or Outreach.objects.filter(own=request).exists():
        return True
    return request.level == Level.MERAH and (_SELF_HARM in request.fields or _is_red_by_words(request))


def _is_red_by_words(request: Request) -> bool:
    """What was written made it red, at the form or later: nobody ticked anything, and nobody has asked yet."""
    ruling = request.rulings.filter(rule="triage").order_by("-made_at").first()
    if ruling is None or ruling.decision.value["level"] != Level.MERAH:
        return False
    return any(one.code == "suicide" or one.code.startswith("sign_") for one in ruling.decision.reasons)


def lacks_contact(request: Request) -> bool:
    """Grave, and nobody has said when somebody speaks with the person again."""
    contact = open_contact(request)
    return (contact is None or contact.due_at <= now()) and is_grave(request)


def why_not_end(request: Request) -> str | None:
    """What still has to be done before an item of high or unknown risk is ended; None where it may be."""
    if not is_grave(request):
        return None
    if lacks_contact(request):
        return _("Risikonya tinggi atau belum diketahui. Tetapkan dulu kontak berikutnya, paling lama 24 jam lagi.")
    if not request.escalations.exists():
        return _("Risikonya tinggi atau belum diketahui. Beri tahu supervisor dulu: naikkan tingkatnya menjadi merah.")
    return None


def may_be_shared(request: Request) -> bool:
    """Who holds the ticket is the person themself, not somebody who reported them. In a conversation nobody is asked
    for whom they come: whoever writes there is who is spoken with, unless it was said otherwise."""
    if request.via == Via.CHAT and request.for_whom == ForWhom.UNKNOWN:
        return True
    own = Outreach.objects.filter(own=request).exists()
    return own or (request.via != Via.REPORT and request.for_whom == ForWhom.SELF)


def in_words(risk: str) -> str:
    return str(Risk(risk).label)


def page_of(request: Request, _by: Asker) -> Beside | None:
    """For the page of a request that is, or was, red or reported."""
    if request.level != Level.MERAH and request.via not in (Via.REPORT, Via.OUTREACH):
        return None
    return Beside("", _("Langkah krisis"), reverse("danger:person", args=[request.pk]))

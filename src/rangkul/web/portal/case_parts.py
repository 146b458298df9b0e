"""What the client reads of their own case: plan, tasks, dates, agreement, decisions, who read the file, consents."""

from __future__ import annotations

from django.apps import apps
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.trust import queries as trust
from rangkul.commons.trust.models import RightsRequest
from rangkul.commons.trust.states import RightsState
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import PATH, NoteKind, Sector
from rangkul.journey.instruments import queries as instruments
from rangkul.journey.instruments.states import NO_DIAGNOSIS
from rangkul.journey.plans import queries as plans
from rangkul.journey.plans.frame import alliance_rows
from rangkul.web.portal.parts import Part
from rangkul.web.portal.words import STAGES

LAST_READINGS, _LAST_RIGHTS, _LAST_RATINGS = 100, 10, 5


def case_of(request: Request) -> Case | None:
    """The case to which this ticket belongs; its client's names are not read here, somebody may look over."""
    if not hasattr(request, "own_case"):
        request.own_case = cases.case_of_ticket(request)
    return request.own_case


def where_it_stands(request: Request, by: Asker) -> Part | None:
    case = case_of(request)
    if case is None:
        return None
    return Part("portal/case_stage.html", {"case": case, "stage": STAGES[case.stage], "path": _path(case)})


def _path(case: Case) -> list[dict]:
    stages = list(PATH)
    now = stages.index(case.stage) if case.stage in stages else len(stages)
    words = ("done", "now", "next")
    return [
        {"name": STAGES[stage], "state": words[(i >= now) + (i > now)], "when": None, "url": "", "missing": []}
        for i, stage in enumerate(stages)
    ]


def agreed_plan(request: Request, by: Asker) -> Part | None:
    case = case_of(request)
    plan = plans.agreed_plan(case) if case else None
    return Part("portal/plan.html", {"plan": plan, "goals": list(plan.goals.all())}) if plan else None


def shared_results(request: Request, by: Asker) -> Part | None:
    """What was asked and counted, as far as the worker has shared it; the words of both stand before any number."""
    case = case_of(request)
    found = instruments.shared(case) if case else []
    return Part("portal/results.html", {"results": found, "no_diagnosis": NO_DIAGNOSIS}) if found else None


def working_together(request: Request, by: Asker) -> Part | None:
    """The last of the client's own ratings, and the way to give one."""
    case = case_of(request)
    if case is not None and not cases.for_client(case):
        return None
    rows, now = alliance_rows(case, request)[:_LAST_RATINGS], may_rate_now(request, by)
    return Part("portal/alliance.html", {"rows": rows, "open": now}) if rows or now else None


def may_rate_now(request: Request, by: Asker) -> bool:
    """While there is an open case; without one once somebody has talked with them in a room."""
    case = case_of(request)
    if case is not None:
        return case.is_open and cases.for_client(case)
    return _has_talked(by)


def _has_talked(by: Asker) -> bool:
    if not apps.is_installed("rangkul.support.counselling"):
        return False
    from rangkul.support.counselling.queries import has_talked

    return has_talked(by)


def tasks_and_dates(request: Request, by: Asker) -> Part | None:
    case = case_of(request)
    if case is None:
        return None
    tasks = list(case.tasks.filter(state="open").select_related("key", "owner").order_by("due"))
    called = {one.id: one.name for one in cases.partners_told(case)} if any(one.partner_id for one in tasks) else {}
    for task in tasks:
        task.by = called.get(task.partner_id, _("Pihak lain yang ikut membantu"))
    dates = case.appointments.filter(state="planned", at__gte=clock.now()).select_related("key", "staff").order_by("at")
    return Part("portal/tasks.html", {"tasks": tasks, "appointments": list(dates)}, first=True)


def taking_part(request: Request, by: Asker) -> Part | None:
    """Who helps along besides the worker; a private person who did not agree to be named is not among them."""
    case = case_of(request)
    told = cases.partners_told(case) if case else []
    sides = [(sector.label, [one for one in told if one.sector == sector]) for sector in Sector]
    sides = [(label, some) for label, some in sides if some]
    return Part("portal/taking_part.html", {"sides": sides}) if sides else None


def contract(request: Request, by: Asker) -> Part | None:
    case = case_of(request)
    agreed = case.contracts.filter(state="agreed").select_related("key").first() if case else None
    return Part("portal/contract.html", {"contract": agreed}) if agreed else None


def decisions(request: Request, by: Asker) -> Part | None:
    case = case_of(request)
    rows = list(case.decisions.select_related("key").order_by("-at")[:20]) if case else []
    return Part("portal/decisions.html", {"decisions": rows}) if rows else None


def readings(request: Request, by: Asker) -> Part:
    """Who opened the file, when and why; the client reads it in plain words (product, what we do and nobody else)."""
    rows, more = readings_from(request, LAST_READINGS)
    return Part("portal/readings.html", {"rows": trust.by_day(rows), "more": more})


def readings_from(request: Request, most: int, first: int = 0) -> tuple[list[trust.Reading], bool]:
    """`most` of those who opened request, case, or any registration of the person, newest first from the `first` on;
    and whether older ones follow."""
    case = case_of(request)
    subjects = [("request", request.pk), *([("case", case.pk)] if case else [])]
    subjects += [("person", one) for one in (cases.own_registrations() if request.person_id else ())]
    rows = trust.readings_of(*subjects, limit=first + most + 1)[first:]
    return rows[:most], len(rows) > most


def consent_files(request: Request) -> list[trust.Subject]:
    """The files whose answers are those of the holder."""
    case = case_of(request)
    return [("request", request.pk), *([("case", case.pk)] if case and cases.reads_own(case) else [])]


def consents(request: Request, by: Asker) -> Part:
    """The newest answer of each purpose; on their own case too, for a client who answered before they had a ticket.
    What was agreed to for one referral stands with that referral."""
    newest = {}
    for consent in trust.consents_of(*consent_files(request)).exclude(text_version__startswith=trust.FOR_ONE_REFERRAL):
        newest.setdefault(consent.purpose, consent)
    return Part("portal/consents.html", {"consents": list(newest.values())})


def said(request: Request, by: Asker) -> Part:
    """The own words, closed until the reader wants them: somebody may look over the shoulder."""
    return Part("portal/said.html", {"request": request})


def words_to_team(request: Request) -> list[dict]:
    """What the client wrote since there is a case, as the timeline draws it."""
    case = case_of(request)
    rows = case.notes.filter(kind=NoteKind.CLIENT).select_related("key") if case else ()
    return [
        {
            "title": _("Anda menulis"),
            "when": row.made_at,
            "icon": "message",
            "text": row.text,
            "who": _("Anda"),
            "tags": [],
        }
        for row in rows
    ]


def rights(request: Request, by: Asker) -> Part:
    """What they asked about their data, and how it stands. A no is shown once a second person has read it."""
    asked = [_wish(row) for row in trust.rights_of(("request", request.pk))[:_LAST_RIGHTS]]
    return Part("portal/rights.html", {"asked": asked})


def _wish(row: RightsRequest) -> dict:
    """A refusal that is only proposed is still a request that waits for its decision."""
    proposed = row.state == RightsState.PROPOSED
    return {
        "row": row,
        "words": RightsState.OPEN.label if proposed else row.get_state_display(),
        "answer": "" if proposed or row.state == RightsState.OPEN else row.answer,
    }


ALL = [
    tasks_and_dates,
    where_it_stands,
    agreed_plan,
    taking_part,
    shared_results,
    working_together,
    decisions,
    contract,
    said,
    readings,
    consents,
    rights,
]

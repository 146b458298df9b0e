"""Who may do which verb. Who may see is decided by the database; here the case is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.entry.intake import policy as intake
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import is_supervisor_of, is_team
from rangkul.journey.instruments.models import Administration, Instrument, InstrumentVersion, Offer


def may_ask(*, by: Asker, case: Case, **_) -> bool:
    """Who works on the case asks, and writes down what was answered."""
    return by.kind == "staff" and by.practises and (is_team(by, case) or is_supervisor_of(by, case))


def may_record(*, by: Asker, case: Case, given, **_) -> bool:
    """The team writes down what it was told; the holder of the ticket answers what was offered to them."""
    if by.kind == "ticket":
        return given.offer is not None and given.offer.case_id == case.pk
    return given.offer is None and may_ask(by=by, case=case)


def may_record_early(*, by: Asker, request: Request, **_) -> bool:
    """Before there is a case: who works on the request writes down what they were told."""
    return by.practises and intake.may_work(by=by, request=request)


def may_take_back(*, by: Asker, offer: Offer, **_) -> bool:
    return may_ask(by=by, case=offer.case)


def holds_ticket(*, by: Asker, **_) -> bool:
    """Which offers a ticket reaches is decided by the database."""
    return by.kind == "ticket"


def may_answer_for(*, by: Asker, administration: Administration, **_) -> bool:
    return may_ask(by=by, case=administration.case)


def may_judge(*, by: Asker, administration: Administration, **_) -> bool:
    """Judgement stands above the score (A62): the team's and the supervisor's, each in their own words."""
    return may_ask(by=by, case=administration.case)


def is_machine(*, by: Asker, **_) -> bool:
    return by.kind == "job"


def may_keep_forms(*, by: Asker, **_) -> bool:
    """An agency's forms and packs are chosen by its admin, who sees no client."""
    return by.kind == "staff" and by.has("admin")


def may_change_form(*, by: Asker, instrument: Instrument, **_) -> bool:
    return may_keep_forms(by=by) and instrument.agency_id == by.agency_id


def may_change_version(*, by: Asker, version: InstrumentVersion, **_) -> bool:
    return may_change_form(by=by, instrument=version.instrument)

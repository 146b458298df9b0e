"""Who supervises whom, and where the two stand."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base import clock
from rangkul.base.asking import PRACTICE_ROLES, Asker
from rangkul.base.days import today
from rangkul.commons.people.models import Staff
from rangkul.sustain.workforce.models import Contract, FollowUp, Session
from rangkul.sustain.workforce.queries.late import rhythm_due
from rangkul.sustain.workforce.states import ContractState, FollowUpState, SessionState

_HELD = (SessionState.HELD, SessionState.SIGNED, SessionState.LEFT)


@dataclass
class Pair:
    """One supervision as a list shows it. `late` says that no session was held in the agreed rhythm."""

    contract: Contract
    other: Staff
    i_supervise: bool
    planned: Session | None
    held: Session | None
    unsigned: list[Session]
    promises: int

    @property
    def rhythm(self) -> datetime:
        return rhythm_due(self.contract, self.held.held_at if self.held else None)

    @property
    def late(self) -> bool:
        return self.contract.state == ContractState.IN_FORCE and self.rhythm < clock.now()

    @property
    def contract_waits_for_me(self) -> bool:
        """The other has signed, the asker has not."""
        me = self.contract.supervisor_id if self.i_supervise else self.contract.worker_id
        return self.draft and self.contract.signed(self.other.pk) and not self.contract.signed(me)

    @property
    def draft(self) -> bool:
        return self.contract.state == ContractState.DRAFT

    @property
    def over(self) -> bool:
        """Ended; what the two wrote stays theirs."""
        return self.contract.state not in (ContractState.DRAFT, ContractState.IN_FORCE)

    @property
    def days_over(self) -> int:
        return (clock.now() - self.rhythm).days


def contracts(asker: Asker) -> QuerySet[Contract]:
    mine = Q(supervisor=asker.staff_id) | Q(worker=asker.staff_id)
    return Contract.objects.filter(mine).select_related("key", "supervisor", "worker")


def pairs_of(asker: Asker) -> list[Pair]:
    """Everybody the asker supervises or is supervised by, in the order of their names; never by numbers. Three queries
    however many they are."""
    newest: dict[tuple, Contract] = {}
    for contract in contracts(asker).order_by("version"):
        if contract.state == ContractState.DRAFT and not contract.other(asker.staff_id).is_active:
            # Never signed any more; what was before it is still theirs.
            continue
        standing = newest.get(contract.both)
        if standing is None or standing.state != ContractState.IN_FORCE or contract.state == ContractState.IN_FORCE:
            newest[contract.both] = contract
    sessions = _sessions(asker)
    promises = _promises(asker)
    found = [_pair(asker, one, sessions.get(one.both, []), promises) for one in newest.values()]
    return sorted(found, key=lambda one: (not one.i_supervise, one.other.full_name))


def _pair(asker: Asker, contract: Contract, sessions: list[Session], promises: dict) -> Pair:
    return Pair(
        contract=contract,
        other=contract.other(asker.staff_id),
        i_supervise=contract.supervisor_id == asker.staff_id,
        planned=next((one for one in sessions if one.state == SessionState.PLANNED), None),
        held=next((one for one in sessions if one.state in _HELD), None),
        unsigned=[one for one in sessions if one.state == SessionState.HELD and not one.signed(asker.staff_id)],
        promises=promises.get(contract.both, 0),
    )


def _sessions(asker: Asker) -> dict[tuple, list[Session]]:
    """Of each pair what lies ahead and the past half year, newest first."""
    mine = Q(supervisor=asker.staff_id) | Q(worker=asker.staff_id)
    rows = Session.objects.filter(mine, at__gt=clock.now() - timedelta(days=190)).exclude(state="cancelled")
    found: dict[tuple, list[Session]] = {}
    for row in rows.order_by("-at").defer("summary", "place", "why_no_next", "why_cancelled"):
        found.setdefault(row.both, []).append(row)
    return found


def _promises(asker: Asker) -> dict[tuple, int]:
    """How much each still owes the other, counted for the one who looks."""
    rows = FollowUp.objects.filter(owner_id=asker.staff_id, state=FollowUpState.OPEN, due__lt=today())
    found: dict[tuple, int] = {}
    for both in rows.values_list("session__supervisor_id", "session__worker_id"):
        found[both] = found.get(both, 0) + 1
    return found


def without_contract(asker: Asker, pairs: list[Pair]) -> list[Staff]:
    """Whom the asker could begin with: those they stand above, and for a worker the one above them."""
    known = {one.other.pk for one in pairs if not one.over}
    rows = Staff.objects.filter(agency_id=asker.agency_id, is_active=True)
    if asker.has("supervisor"):
        near = Q(supervisor_id=asker.staff_id) | Q(unit_id=asker.unit_id, supervisor_id=None)
        rows = rows.filter(near, roles__overlap=sorted(PRACTICE_ROLES)).exclude(roles__contains=["supervisor"])
    else:
        rows = rows.filter(supervises=asker.staff_id, roles__contains=["supervisor"])
    return list(rows.exclude(pk__in=[asker.staff_id, *known]).order_by("full_name")[:60])


def pair_of(asker: Asker, contract_id: UUID) -> Contract | None:
    return contracts(asker).filter(pk=contract_id).first()


def session_or_none(asker: Asker, session_id: UUID) -> Session | None:
    """One that the asker sees: as one of the two, or as a head to whom both opened it."""
    rows = Session.objects.select_related("key", "contract", "supervisor", "worker")
    return rows.filter(pk=session_id).first()

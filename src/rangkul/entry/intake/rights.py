"""Grants that follow a request: its owner and whoever was told of it, where no standing right lets them in."""

from uuid import UUID

from rangkul.base.asking import acting, job
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust import queries as grants
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake.models import Request

JOB = job("intake.rights")
_BASES = (Basis.OWNER, Basis.SUPERVISION)


def let_in(request: Request, staff_id: UUID, basis: str, reason: str) -> None:
    """Once for each person and basis; a grant that still runs is left as it is."""
    with acting(JOB):
        trust.grant(
            by=JOB,
            subject=("request", request.pk),
            grantee=("staff", staff_id),
            basis=basis,
            reason=reason,
            agency_id=request.agency_id,
        )


def end_all(request: Request) -> None:
    """The request is closed: whoever was let in for it alone goes out again."""
    _end(request, "request closed")


def end_of(request: Request, staff_id: UUID) -> None:
    """Somebody steps aside: no grant shows them the request any more."""
    _end(request, "stepped aside", grantee_id=staff_id)


def _end(request: Request, reason: str, **whose: UUID) -> None:
    with acting(JOB):
        for grant in grants.current_grants(("request", request.pk)).filter(basis__in=_BASES, **whose):
            trust.end_grant(
                by=JOB,
                subject=("request", request.pk),
                grantee=(grant.grantee_kind, grant.grantee_id),
                basis=grant.basis,
                reason=reason,
            )

"""Membership and right are one thing: who joins the team may see the file, who leaves it may not, at once."""

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.commons.trust.actions import end_grant, grant
from rangkul.commons.trust.states import Basis
from rangkul.journey.cases.models import Case, TeamMember


def refuse_tied(tied: frozenset[UUID], staff: Staff, field: str) -> None:
    """Raises Refused for whoever said that they are tied to the person of a request of the case."""
    if staff.pk in tied:
        said = _("%(name)s punya hubungan pribadi dengan orang ini. Pilih petugas lain.")
        raise Refused(said % {"name": staff.called_name}, field=field, code="conflict")


def join(by: Asker, case: Case, staff_id: UUID, role: str) -> TeamMember:
    """The right comes first: whoever may not see the case may not write what hangs on it."""
    grant(by=by, subject=("case", case.pk), grantee=("staff", staff_id), basis=Basis.TEAM)
    return TeamMember.objects.create(case=case, staff_id=staff_id, role=role)


def leave(by: Asker, member: TeamMember) -> None:
    """The right goes last, because the one who leaves may be the one who asks."""
    member.until = clock.now()
    member.save(update_fields=["until"])
    end_grant(by=by, subject=("case", member.case_id), grantee=("staff", member.staff_id), basis=Basis.TEAM)

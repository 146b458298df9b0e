"""The version of the plan on which a team and its client work now."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused
from rangkul.base.asking import Asker
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.models import Plan
from rangkul.journey.plans.states import PlanState


def done(result, case: Case, **payload) -> Done:
    """What a verb returns: its event stands on the case, so that timeline and rights follow the case."""
    return Done(
        result,
        subject=("case", case.pk),
        payload={"id": str(result.pk), **payload},
        agency_id=case.agency_id,
        unit_id=case.unit_id,
    )


def still_open(case: Case) -> None:
    if not case.is_open:
        raise Refused(_("Kasus ini sudah diakhiri. Buka lagi kasusnya untuk menulis."), code="closed")


def newest_plan(case: Case) -> Plan | None:
    return Plan.objects.filter(case=case).select_related("key").order_by("-version").first()


def draft_plan(by: Asker, case: Case) -> Plan:
    """The draft; the first version begins by itself with the first thing that is written.

    Raises Refused while a supervisor holds it, and when the newest version is agreed.
    """
    still_open(case)
    newest = newest_plan(case)
    if newest is None:
        return Plan.objects.create(case=case, key=case.key, version=1, drafted_by_id=by.staff_id)
    if newest.state == PlanState.ASKED:
        raise Refused(_("Rencana ini sedang menunggu tanda tangan supervisor."), code="asked")
    if newest.state != PlanState.DRAFT:
        raise Refused(
            _("Rencana ini sudah disepakati dan tidak berubah lagi. Buat versi baru untuk mengubahnya."),
            code="agreed",
        )
    return newest

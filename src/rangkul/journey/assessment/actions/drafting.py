"""The round on which a team writes now."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused
from rangkul.base.asking import Asker
from rangkul.journey.assessment.models import Assessment
from rangkul.journey.assessment.queries import newest_round
from rangkul.journey.assessment.states import RoundKind, RoundState
from rangkul.journey.cases.models import Case


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


def draft_round(by: Asker, case: Case) -> Assessment:
    """The open draft; the first one begins by itself with the first thing that is written.

    Raises Refused while a supervisor holds the round, and when the last round is signed.
    """
    still_open(case)
    newest = newest_round(case)
    if newest is None:
        return new_round(by, case, kind=RoundKind.INITIAL)
    if newest.state == RoundState.ASKED:
        raise Refused(_("Asesmen ini sedang menunggu tanda tangan supervisor."), code="asked")
    if newest.state == RoundState.SIGNED:
        raise Refused(
            _("Asesmen ini sudah ditandatangani dan tidak berubah lagi. Mulai asesmen ulang untuk menambah."),
            code="signed",
        )
    return newest


def new_round(by: Asker, case: Case, *, kind: str, why: str = "") -> Assessment:
    newest = newest_round(case)
    return Assessment.objects.create(
        case=case,
        key=case.key,
        number=newest.number + 1 if newest else 1,
        kind=kind,
        why=why,
        begun_by_id=by.staff_id,
    )

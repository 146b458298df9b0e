"""What the client does through the ticket beyond the request. Each calls the verb of the package that owns the row."""

from datetime import timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting, job
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import TaskKind

# UU 27/2022 Pasal 30: a correction is answered within 3×24 hours.
CORRECTION = timedelta(hours=72)


def _may(*, by: Asker, **_) -> bool:
    return by.kind == "ticket"


@action("correction.requested", may=_may)
def request_correction(*, by: Asker, case: Case, text: str) -> Done:
    """The client says what is wrong in the file; the responsible worker gets a duty with the legal clock."""
    note = cases.send_note(by=by, case=case, text=text)
    due = clock.local(clock.now() + CORRECTION, case.region_code).date()
    duty = job("portal.correction")
    with acting(duty):
        make_task(
            duty, case, title=_("Jawab permintaan koreksi dari klien (3×24 jam)"), due=due,
            owner_id=case.worker_id, kind=TaskKind.DUTY,
        )  # fmt: skip
    return Done(note, subject=("case", case.pk), agency_id=case.agency_id, unit_id=case.unit_id)

"""Where there is violence both sides do not sit at one table unless somebody says why, and a supervisor knows (A05)."""

from django.utils.translation import gettext as _

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import Role
from rangkul.journey.cases.actions.risk import senior_for
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries.tickets import tied_to
from rangkul.journey.cases.queries.violence import signs_of_violence
from rangkul.journey.cases.states import TaskKind


def keep_apart(by: Asker, case: Case, *, what: str, despite: str) -> None:
    """Before `what` brings both sides together. Raises Refused (field "despite") where the file tells of violence and
    nobody says why it must be; with a reason a supervisor, else the head, has it as a duty of the same day."""
    signs = signs_of_violence(case)
    if not signs:
        return
    if not (reason := despite.strip()):
        raise Refused(
            _(
                "Ada tanda kekerasan di berkas ini: %(signs)s. Jangan pertemukan kedua pihak; bicarakan dengan"
                " masing-masing sendiri-sendiri. Bila tetap harus, tulis mengapa dan bagaimana semua tetap aman."
            )
            % {"signs": ", ".join(signs)},
            field="despite",
            code="violence",
        )
    if (above := senior_for(case) or _head(case)) is not None:
        title = _("Bicarakan hari ini: %(what)s walau ada tanda kekerasan. Alasannya: %(reason)s")
        make_task(
            by, case, title=title % {"what": what, "reason": reason}, due=days.today(case.region_code),
            owner_id=above.pk, kind=TaskKind.DUTY,
        )  # fmt: skip


def _head(case: Case) -> Staff | None:
    """Where the unit has no supervisor who may know of it."""
    heads = Staff.objects.filter(agency_id=case.agency_id, roles__contains=[Role.HEAD], is_active=True)
    return heads.exclude(pk__in=[case.worker_id, *({case.against_id} - {None}), *tied_to(case)]).order_by("pk").first()

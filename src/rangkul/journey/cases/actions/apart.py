"""Where there is violence both sides do not sit at one table unless somebody says why, and a supervisor knows (A05)."""

from django.utils.translation import gettext as _

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.journey.cases.actions.risk import head_for, senior_for
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.models import Case
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
    if (above := senior_for(case) or head_for(case)) is not None:
        title = _("Bicarakan hari ini: %(what)s walau ada tanda kekerasan. Alasannya: %(reason)s")
        make_task(
            by, case, title=title % {"what": what, "reason": reason}, due=days.today(case.region_code),
            owner_id=above.pk, kind=TaskKind.DUTY,
        )  # fmt: skip

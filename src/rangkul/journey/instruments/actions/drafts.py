"""What is being typed is kept, sealed; it is no answer yet and leaves no event."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import policy
from rangkul.journey.instruments.actions.rows import still_open
from rangkul.journey.instruments.models import AnswerDraft, InstrumentVersion

LONGEST = 500_000


def fits(answer: str) -> None:
    if len(answer) > LONGEST:
        raise Refused(_("Isiannya terlalu panjang."), code="long")


@action("draft.kept", may=policy.may_ask)
def keep_draft(*, by: Asker, case: Case, version: InstrumentVersion, answer: str) -> Done:
    still_open(case)
    fits(answer)
    rows = AnswerDraft.objects.select_for_update(of=("self",)).select_related("key")
    row = rows.filter(case=case, version=version, staff_id=by.staff_id).first()
    if row is None:
        row = AnswerDraft(case=case, key=case.key, version=version, staff_id=by.staff_id)
    row.saved_at = clock.now()
    row.answer = answer
    row.save()
    return Done(row, silent=True)

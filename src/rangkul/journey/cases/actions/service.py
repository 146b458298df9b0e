"""Which of the five services of the law a case mainly is, and by whose template it is walked: chosen by the team, at
any time, also taken back."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.actions.stages import keep_step
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Programme, ServiceFunction


@action("case.service_chosen", may=policy.may_work)
def choose_service(*, by: Asker, case: Case, function: str) -> Done:
    """Choose one of ServiceFunction, or "" for not decided. The same again does nothing; versions keep earlier ones."""
    case = lock_open(case)
    if function and function not in ServiceFunction.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="function", code="function")
    before, case.service_function = case.service_function, function
    if before != function:
        case.save(update_fields=["service_function"])
    return about(case, case, silent=before == function, before=before, after=function)


@action("case.programme_chosen", may=policy.may_lead)
def choose_programme(*, by: Asker, case: Case, programme: str, reason: str) -> Done:
    """Choose one of Programme, or "" for the general path. It is a step that stays, with its reason; where the case
    stands does not change, and the same again does nothing."""
    case = lock_open(case)
    if programme and programme not in Programme.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="programme")
    before = case.programme
    if before == programme:
        return about(case, case, silent=True)
    reason = filled(reason, _("Tulis mengapa templat ini yang cocok."), "reason")
    case.programme = programme
    case.save(update_fields=["programme"])
    step = keep_step(by, case, "programme", case.stage, reason)
    return about(case, step, before=before, after=programme)

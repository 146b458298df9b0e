"""Which of the five services of the law a case mainly is: chosen by the team, at any time, also taken back."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.rows import about, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import ServiceFunction


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

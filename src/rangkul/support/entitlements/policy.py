"""Who may do which verb. Who may see is decided by the database; here the row is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.journey.cases import policy as cases
from rangkul.support.entitlements.models import Application

may_work = cases.may_work


def may_follow(*, by: Asker, application: Application, **_) -> bool:
    return by.kind == "staff" and cases.may_work(by=by, case=application.case)


def may_let_go(*, by: Asker, application: Application, **_) -> bool:
    """That a refusal stands is no worker's decision alone (A47)."""
    return by.kind == "staff" and cases.is_supervisor_of(by, application.case)

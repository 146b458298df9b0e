"""Who may do which verb. Who may see is decided by the database; here the case is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import is_team
from rangkul.journey.reports.models import Paper


def may_write(*, by: Asker, case: Case, **_) -> bool:
    """The case's team; a supervisor signs or sends back and does not rewrite (A62)."""
    return by.practises and is_team(by, case)


def may_change(*, by: Asker, paper: Paper, **_) -> bool:
    return may_write(by=by, case=paper.case)


def may_check(*, by: Asker, **_) -> bool:
    """Whoever holds a paper may ask whether it is genuine."""
    return True

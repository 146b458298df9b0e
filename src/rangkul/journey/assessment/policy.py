"""Who may do which verb. Who may see is decided by the database; here the case is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import is_team


def may_assess(*, by: Asker, case: Case, **_) -> bool:
    """The case's team alone: a supervisor signs or sends back, and nobody above edits what a worker wrote (A62)."""
    return by.practises and is_team(by, case)


def may_raise_risk(*, by: Asker, case: Case, **_) -> bool:
    """A machine may raise; the verb sees to the direction."""
    return by.kind == "job"

"""Who may draw. Who may look is decided by the database: here the case is already one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import is_team


def may_draw(*, by: Asker, case: Case, **_) -> bool:
    """The case's team alone; a supervisor reads, comments and signs."""
    return by.practises and is_team(by, case)

"""What stands open when a case is to end."""

from uuid import UUID

from django.db.models import QuerySet

from rangkul.base.ready import ready
from rangkul.journey.cases import hooks
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case, Task
from rangkul.journey.cases.states import TaskState


def closing_missing(case: Case) -> list[Missing]:
    return [one for check in hooks.closing_checks for one in check(case)]


def closing_words(case: Case) -> list[tuple[str, str]]:
    """What was wanted and how far it came, for those who end the case together."""
    return [one for words in hooks.closing_words for one in words(case)]


def open_tasks(case: Case) -> list[Task]:
    return _open_tasks(case.pk)


@ready
def _open_tasks(case_id: UUID) -> QuerySet[Task]:
    still = Task.objects.filter(case_id=case_id, state=TaskState.OPEN)
    return still.select_related("key", "owner", "partner__near__person").order_by("due", "id")

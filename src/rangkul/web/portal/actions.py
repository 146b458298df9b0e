"""What the client does through the ticket beyond the request. Each calls the verb of the package that owns the row."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import Asker, acting, job
from rangkul.base.workdays import next_workday
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.signals.queries import signals
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.models import Case, Note, Task
from rangkul.journey.cases.states import TaskKind, TaskState

_DUTY = job("portal.message")


def write_to_team(*, by: Asker, request: Request, case: Case, text: str, heard: str = "") -> Note:
    """A word to the team: it stands in the timeline, somebody has to answer it, danger in it raises the level, and red
    words are told to worker and supervisor at once. `request`: that of the ticket. `heard`: what danger is looked for
    in instead, where the words themselves are kept elsewhere."""
    note = cases.send_note(by=by, case=case, text=text)
    grave = _weigh(request, case, heard or text)
    with acting(_DUTY):
        _ask_for_an_answer(case, grave)
    return note


def hear(*, request: Request, case: Case | None, text: str) -> None:
    """Words of the client that are kept elsewhere and ask for no answer: danger in them goes the same way."""
    if text.strip() and _weigh(request, case, text) and case is not None:
        with acting(_DUTY):
            _ask_for_an_answer(case, grave=True)


def _weigh(request: Request, case: Case | None, text: str) -> bool:
    """Whether they are grave; the board, the request and the case know it then."""
    found = signals(text)
    with acting(_DUTY):
        intake.heed(by=_DUTY, request=request, text=text, found=found)
        return case is not None and cases.raise_by_words(by=_DUTY, case=case, text=text, found=found)


def _ask_for_an_answer(case: Case, grave: bool) -> None:
    """One duty for all words that wait for an answer; grave words bring one of their own, for today."""
    today = clock.local(clock.now(), case.region_code).date()
    title = _("Klien menulis tentang bahaya: baca sekarang") if grave else _("Baca dan jawab pesan klien")
    waiting = Task.objects.filter(case=case, kind=TaskKind.DUTY, state=TaskState.OPEN).select_related("key", "case")
    if any(task.title == title for task in waiting):
        return
    make_task(
        _DUTY, case, title=title, due=today if grave else next_workday(today), owner_id=case.worker_id,
        kind=TaskKind.DUTY,
    )  # fmt: skip

"""What the client does through the ticket beyond the request. Each calls the verb of the package that owns the row."""

from datetime import timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.workdays import next_workday
from rangkul.entry.intake.queries import weigh_words
from rangkul.entry.intake.states import Level
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions.tasks import make_task
from rangkul.journey.cases.models import Case, Note, Task
from rangkul.journey.cases.states import TaskKind, TaskState, graver

# UU 27/2022 Pasal 30: a correction is answered within 3×24 hours.
CORRECTION = timedelta(hours=72)


_GRAVE = (Level.MERAH, Level.ORANYE)


def write_to_team(*, by: Asker, case: Case, text: str) -> Note:
    """A word to the team: it stands in the timeline, somebody has to answer it, and danger in it raises the level."""
    note = cases.send_note(by=by, case=case, text=text)
    ruled = weigh_words(text, case.region_code)
    grave = ruled.value["level"] in _GRAVE
    duty = job("portal.message")
    with acting(duty):
        if grave and case.is_open and graver(ruled.value["level"], case.level):
            why = " ".join(reason.sentence for reason in ruled.reasons)
            cases.change_level(by=duty, case=case, level=ruled.value["level"], reason=why, rule="client_words")
        _ask_for_an_answer(duty, case, grave)
    return note


def _ask_for_an_answer(duty: Asker, case: Case, grave: bool) -> None:
    """One duty for all words that wait for an answer; grave words bring one of their own, for today."""
    today = clock.local(clock.now(), case.region_code).date()
    title = _("Klien menulis tentang bahaya: baca sekarang") if grave else _("Baca dan jawab pesan klien")
    waiting = Task.objects.filter(case=case, kind=TaskKind.DUTY, state=TaskState.OPEN).select_related("key", "case")
    if any(task.title == title for task in waiting):
        return
    make_task(
        duty, case, title=title, due=today if grave else next_workday(today), owner_id=case.worker_id,
        kind=TaskKind.DUTY,
    )  # fmt: skip


def _may(*, by: Asker, **_) -> bool:
    return by.kind == "ticket"


@action("correction.requested", may=_may)
def request_correction(*, by: Asker, case: Case, text: str) -> Done:
    """The client says what is wrong in the file; the responsible worker gets a duty with the legal clock."""
    note = cases.send_note(by=by, case=case, text=text)
    due = clock.local(clock.now() + CORRECTION, case.region_code).date()
    duty = job("portal.correction")
    with acting(duty):
        make_task(
            duty, case, title=_("Jawab permintaan koreksi dari klien (3×24 jam)"), due=due,
            owner_id=case.worker_id, kind=TaskKind.DUTY,
        )  # fmt: skip
    return Done(note, subject=("case", case.pk), agency_id=case.agency_id, unit_id=case.unit_id)

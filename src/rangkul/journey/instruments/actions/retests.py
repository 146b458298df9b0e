"""The promise to ask again: a task of the responsible worker, with a day, late like any other."""

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_over
from rangkul.journey.cases.actions import add_task, drop_task, finish_task
from rangkul.journey.cases.models import Task
from rangkul.journey.cases.states import TaskState
from rangkul.journey.instruments import policy
from rangkul.journey.instruments.actions.rows import about, held, still_open
from rangkul.journey.instruments.models import Administration


def promise(by: Asker, administration: Administration, day: date) -> Task:
    case = administration.case
    title = _("Ulangi %(instrument)s") % {"instrument": administration.version.instrument.short_name}
    task = add_task(by=by, case=case, title=title, due=day, owner=case.worker)
    administration.retest = task
    administration.save(update_fields=["retest"])
    return task


def answered_again(by: Asker, administration: Administration) -> None:
    """Asked again is kept: earlier promises for the same instrument and person are done."""
    same = Administration.objects.filter(
        case_id=administration.case_id,
        person_id=administration.person_id,
        version__instrument_id=administration.version.instrument_id,
        retest__state=TaskState.OPEN,
    ).exclude(pk=administration.pk)
    for earlier in same.select_related("retest__case", "retest__key"):
        finish_task(by=by, task=earlier.retest, outcome=_("Diisi lagi."))


@action("retest.set", may=policy.may_answer_for)
def set_retest(*, by: Asker, administration: Administration, day: date) -> Done:
    """Set or move the day on which it is asked again."""
    row = held(administration)
    still_open(row.case)
    not_over(day, "day", row.case.region_code)
    if row.is_wrong:
        raise Refused(_("Pengisian ini sudah ditandai salah."), code="wrong")
    if row.retest and row.retest.state == TaskState.OPEN:
        Task.objects.filter(pk=row.retest_id).update(due=day)
    else:
        promise(by, row, day)
    return about(row.case, row, due=day.isoformat())


@action("retest.skipped", may=policy.may_answer_for)
def skip_retest(*, by: Asker, administration: Administration, reason: str) -> Done:
    """It is not asked again, and why."""
    row = held(administration)
    if row.retest is None or row.retest.state != TaskState.OPEN:
        raise Refused(_("Tidak ada tanggal isi ulang yang menunggu."), code="none")
    drop_task(by=by, task=row.retest, outcome=reason)
    return about(row.case, row, at=clock.now().isoformat())

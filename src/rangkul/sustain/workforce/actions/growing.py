"""A worker's log for themself, and what is said about being ready."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Staff
from rangkul.sustain.workforce import policy
from rangkul.sustain.workforce.actions.agenda import add_point
from rangkul.sustain.workforce.actions.rows import filled, hold
from rangkul.sustain.workforce.models import Readiness, Reflection, Session


@action("reflection.written", may=policy.may_reflect)
def reflect(*, by: Asker, text: str) -> Done:
    """For oneself. It leaves no event: how often somebody reflects is nobody's number."""
    row = Reflection(staff_id=by.staff_id, key=DataKey.make())
    row.text = filled(text, _("Catatan ini masih kosong."), "text")
    row.save(force_insert=True)
    return Done(row, silent=True)


@action("reflection.removed", may=policy.is_mine)
def forget(*, by: Asker, reflection: Reflection) -> Done:
    """Take it out again; its key is destroyed, so that no backup of the row can be read."""
    key = reflection.key
    reflection.delete()
    key.wrapped, key.destroyed_at = None, clock.now()
    key.save(update_fields=["wrapped", "destroyed_at"])
    return Done(reflection, silent=True)


@action("reflection.brought", may=policy.is_mine)
def bring(*, by: Asker, reflection: Reflection, session: Session, text: str) -> Done:
    """Copy the passage that the worker chose into the agenda of a session; the log itself stays closed."""
    return Done(add_point(by=by, session=session, text=text), silent=True)


@action("supervision.readiness_judged", may=policy.may_judge)
def judge_readiness(
    *, by: Asker, worker: Staff, ready_for: str, judgement: str, defined_by: str, criteria: str, reason: str
) -> Done:
    """Whether somebody is ready for something: by whose measure, which measure, and why. Never bare (A54)."""
    row = Readiness(
        supervisor_id=by.staff_id, worker=worker, key=DataKey.make(), judgement=judgement, defined_by=defined_by
    )
    row.ready_for = filled(ready_for, _("Tulis untuk apa."), "ready_for")
    row.criteria = filled(criteria, _("Tulis ukurannya."), "criteria")
    row.reason = filled(reason, _("Tulis alasannya."), "reason")
    row.save(force_insert=True)
    return Done(row, subject=("staff", worker.pk), payload={"id": str(row.pk)})


@action("supervision.readiness_answered", may=policy.may_reply)
def answer_readiness(*, by: Asker, readiness: Readiness, reply: str) -> Done:
    """The worker's own words beside the judgement; said once."""
    held = hold(Readiness, readiness.pk)
    if held.replied_at is not None:
        return Done(held, silent=True)
    held.reply, held.replied_at = filled(reply, _("Tulis tanggapan Anda."), "reply"), clock.now()
    held.save(update_fields=["reply", "replied_at"])
    return Done(held, subject=("staff", held.worker_id), payload={"id": str(held.pk)})

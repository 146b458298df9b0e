"""What the holder of a ticket does: answer, add something, take the request back. And how the office writes."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.clock import now
from rangkul.entry.intake import clocks, policy, rights
from rangkul.entry.intake.actions.heeding import heed
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.actions.telling import at_once
from rangkul.entry.intake.models import Decision, Message, Request
from rangkul.entry.intake.states import TABLE, Level, Outcome, State

_JOB = job("intake.signs")


def _keep(request: Request, text: str, by: Asker) -> Message:
    if not text.strip():
        raise Refused(_("Tulis dulu yang ingin Anda sampaikan."), field="text")
    message = Message(key=request.key, request=request, from_asker=by.kind == "ticket", by_id=by.staff_id)
    message.text = text
    message.save(force_insert=True)
    return message


def _said(request: Request, result: object, **payload: object) -> Done:
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(result, subject=("request", request.pk), payload=payload, **where)


@action("request.answered", may=policy.holds_ticket)
def answer_by_asker(*, by: Asker, request: Request, text: str) -> Done:
    """Add something. An answer to a question starts a fresh clock; danger in it raises the level."""
    request = lock(request)
    if request.state in (State.WITHDRAWN, State.DECLINED, State.HANDED_OVER):
        raise Refused(_("Permintaan ini sudah selesai. Anda boleh mengirim permintaan baru."), code="closed")
    message = _keep(request, text, by)
    if TABLE.allows("answer", request.state):
        TABLE.step(request, "answer")
        request.due_at = request.escalate_at = clocks.fresh_due(request.level, now(), request.region_code)
    request.save(update_fields=["state", "due_at", "escalate_at"])
    with acting(_JOB):
        heard = heed(by=_JOB, request=request, text=text)
    return _said(request, message, level=heard.level)


@action("request.withdrawn", may=policy.holds_ticket)
def withdraw(*, by: Asker, request: Request, text: str = "", cared_for: bool = False) -> Done:
    """The asker takes the request back; nothing is asked in return. Repeating it changes nothing.

    Danger in these words counts as in any others, and whoever made somebody in danger withdraw shall not be the last to
    decide: people still look at a red one once, unless it is `cared_for` by another house."""
    request = lock(request)
    if request.state == State.WITHDRAWN:
        return Done(request, silent=True)
    if text.strip() and TABLE.allows("withdraw", request.state):
        with acting(_JOB):
            heed(by=_JOB, request=request, text=text)
        request = lock(request)
    before = TABLE.step(request, "withdraw")
    request.closed_at, request.escalate_at = now(), None
    decision = Decision(key=request.key, request=request, outcome=Outcome.WITHDRAWN, before=before)
    decision.text = text
    decision.save(force_insert=True)
    rights.end_all(request)
    request.save(update_fields=["state", "closed_at", "escalate_at"])
    if request.level == Level.MERAH and not cared_for:
        with acting(_JOB):
            at_once(request, _JOB)
    return _said(request, request)


@action("request.message_written", may=policy.may_work)
def write_message(*, by: Asker, request: Request, text: str) -> Done:
    """A word from the office, read with the ticket; it decides nothing."""
    request = lock(request)
    return _said(request, _keep(request, text, by))

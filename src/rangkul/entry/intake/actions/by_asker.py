"""What the holder of a ticket does: answer, add something, take the request back. And how the office writes."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.entry.intake import clocks, policy, rights
from rangkul.entry.intake.actions import telling
from rangkul.entry.intake.actions.rows import lock
from rangkul.entry.intake.models import Decision, LevelChange, Message, Request
from rangkul.entry.intake.rules import triage
from rangkul.entry.intake.rules.levels import is_raise
from rangkul.entry.intake.states import TABLE, Outcome, State


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
    message, level_before = _keep(request, text, by), request.level
    if TABLE.allows("answer", request.state):
        TABLE.step(request, "answer")
        request.due_at = request.escalate_at = clocks.fresh_due(request.level, now(), request.region_code)
    _raise_for(request, text)
    request.save(update_fields=["state", "level", "due_at", "escalate_at"])
    if request.level != level_before:
        telling.at_once(request, by)
    return _said(request, message, level=request.level)


def _raise_for(request: Request, text: str) -> None:
    """The same triage rule on what was known and what is new; it can only raise."""
    kept = request.rulings.filter(rule="triage").order_by("-made_at").first()
    if kept is None or not request.is_open:
        return
    facts = triage.with_more_words(kept.decision.facts, text)
    ruled = triage.decide({**facts, "received_at": now().isoformat()})
    after = ruled.value["level"]
    if not is_raise(request.level, after):
        return
    request.rulings.create(rule=ruled.rule, version=ruled.version, decided=ruled.to_json())
    change = LevelChange(key=request.key, request=request, before=request.level, after=after, lowers=False)
    change.reason = " ".join(reason.sentence for reason in ruled.reasons)
    change.save(force_insert=True)
    request.level = after
    request.due_at = request.escalate_at = min(request.due_at, clocks.fresh_due(after, now(), request.region_code))


@action("request.withdrawn", may=policy.holds_ticket)
def withdraw(*, by: Asker, request: Request, text: str = "") -> Done:
    """The asker takes the request back; nothing is asked in return. Repeating it changes nothing."""
    request = lock(request)
    if request.state == State.WITHDRAWN:
        return Done(request, silent=True)
    before = TABLE.step(request, "withdraw")
    request.closed_at, request.escalate_at = now(), None
    decision = Decision(key=request.key, request=request, outcome=Outcome.WITHDRAWN, before=before)
    decision.text = text
    decision.save(force_insert=True)
    rights.end_all(request)
    request.save(update_fields=["state", "closed_at", "escalate_at"])
    return _said(request, request)


@action("request.message_written", may=policy.may_work)
def write_message(*, by: Asker, request: Request, text: str) -> Done:
    """A word from the office, read with the ticket; it decides nothing."""
    request = lock(request)
    return _said(request, _keep(request, text, by))

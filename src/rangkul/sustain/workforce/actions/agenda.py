"""The agenda: points that the two bring, cases that were talked about, decisions and what somebody will do."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases import policy as case_policy
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import NoteKind
from rangkul.sustain.workforce import policy
from rangkul.sustain.workforce.actions.rows import about, filled, hold, hold_open, key_for
from rangkul.sustain.workforce.models import AgendaItem, Decision, FollowUp, Session
from rangkul.sustain.workforce.queries.agenda import found_cases
from rangkul.sustain.workforce.states import FOLLOW_UP, Outcome, Source


@action("supervision.point_added", may=policy.in_session)
def add_point(*, by: Asker, session: Session, text: str, case: Case | None = None) -> Done:
    """A point of one's own, before or during the session."""
    held = hold_open(session)
    item = AgendaItem(session=held, key=key_for(held, case), case=case, source=Source.OWN, by_id=by.staff_id)
    item.text = filled(text, _("Tulis pokoknya."), "text")
    item.save(force_insert=True)
    return about(held, item)


@action("supervision.point_removed", may=policy.in_session)
def remove_point(*, by: Asker, session: Session, item: AgendaItem) -> Done:
    """Take a point off again, as long as nobody has signed."""
    held = hold_open(session)
    removed, _rows = held.items.filter(pk=item.pk).delete()
    return about(held, item, silent=not removed)


@action("supervision.agenda_discussed", may=policy.in_session)
def discuss(
    *, by: Asker, session: Session, talked: Mapping[UUID, str] | None = None, points: Mapping[UUID, str] | None = None
) -> Done:
    """What was talked about: `talked` is case id → what was said (may be empty), `points` item id → what was said.
    What is not named counts as not discussed. Returns the session."""
    held = hold_open(session)
    talked, points = talked or {}, points or {}
    _keep_cases(by, held, talked)
    for item in held.items.filter(case__isnull=True).select_related("key"):
        _settle(item, points.get(item.pk))
    for item in held.items.filter(case__isnull=False, source=Source.OWN).select_related("key"):
        _settle(item, points.get(item.pk))
    return about(held, held, cases=len(talked))


def _keep_cases(by: Asker, session: Session, talked: Mapping[UUID, str]) -> None:
    kept = {row.case_id: row for row in session.items.filter(case__isnull=False).exclude(source=Source.OWN)
            .select_related("key")}  # fmt: skip
    for case_id, row in kept.items():
        if case_id in talked:
            _settle(row, talked[case_id])
        elif row.source == Source.CARRIED:
            _settle(row, None)
        else:
            row.delete()
    wanted = talked.keys() - kept.keys()
    if not wanted:
        return
    found = {one.case.pk: one for one in found_cases(by, session)}
    for case_id in wanted & found.keys():
        one = found[case_id]
        item = AgendaItem(session=session, key=one.case.key, case=one.case, source=one.source)
        item.text, item.said, item.outcome = one.sentence, talked[case_id].strip(), Outcome.DISCUSSED
        item.save(force_insert=True)


def _settle(item: AgendaItem, said: str | None) -> None:
    item.outcome = Outcome.OPEN if said is None else Outcome.DISCUSSED
    item.said = (said or "").strip()
    item.save(update_fields=["outcome", "said"])


@action("supervision.decided", may=policy.in_session)
def decide(*, by: Asker, session: Session, text: str, rationale: str, case: Case | None = None) -> Done:
    """A decision never stands without its reason."""
    held = hold_open(session)
    row = Decision(session=held, key=key_for(held, case), case=case, by_id=by.staff_id)
    row.text = filled(text, _("Tulis keputusannya."), "text")
    row.rationale = filled(rationale, _("Tulis alasannya."), "rationale")
    row.save(force_insert=True)
    return about(held, row)


@action("supervision.decision_told", may=policy.may_change_decision)
def tell_in_case(*, by: Asker, decision: Decision, text: str) -> Done:
    """Put a decision into its case's story, in words that somebody chose for it; nothing goes there by itself."""
    held = hold(Decision, decision.pk)
    session = Session.objects.get(pk=held.session_id)
    if held.case_id is None:
        raise Refused(_("Keputusan ini tidak tentang satu kasus."), code="no_case")
    if held.note_id is not None:
        return about(session, held, silent=True)
    supervises = case_policy.is_supervisor_of(by, held.case)
    kind = NoteKind.SUPERVISION if supervises else NoteKind.PROGRESS
    held.note = cases.write_note(by=by, case=held.case, text=text, kind=kind)
    held.save(update_fields=["note"])
    return about(session, held)


@action("supervision.follow_up_added", may=policy.in_session)
def add_follow_up(*, by: Asker, session: Session, text: str, owner: Staff, due: date, case: Case | None = None) -> Done:
    """Something one of the two will do; late, it goes to a named person above."""
    held = hold_open(session)
    if owner.pk not in held.both:
        raise Refused(_("Pilih salah satu dari Anda berdua."), field="owner")
    days.not_over(due, "due")
    row = FollowUp(session=held, key=key_for(held, case), case=case, owner=owner, due=due)
    row.text = filled(text, _("Tulis apa yang akan dikerjakan."), "text")
    row.save(force_insert=True)
    return about(held, row, owner=owner.pk, due=due)


def _end(by: Asker, follow_up: FollowUp, verb: str, outcome: str) -> Done:
    held = hold(FollowUp, follow_up.pk)
    FOLLOW_UP.step(held, verb)
    held.ended_at, held.ended_by_id, held.outcome = clock.now(), by.staff_id, outcome.strip()
    held.save(update_fields=["state", "ended_at", "ended_by", "outcome"])
    return about(Session.objects.get(pk=held.session_id), held)


@action("supervision.follow_up_finished", may=policy.may_end_follow_up)
def finish_follow_up(*, by: Asker, follow_up: FollowUp, outcome: str = "") -> Done:
    return _end(by, follow_up, "finish", outcome)


@action("supervision.follow_up_dropped", may=policy.may_end_follow_up)
def drop_follow_up(*, by: Asker, follow_up: FollowUp, outcome: str) -> Done:
    """Not done, and why."""
    return _end(by, follow_up, "drop", filled(outcome, _("Tulis mengapa tidak dilanjutkan."), "outcome"))

"""Both sign the record, each as themself. The supervisor's signature says of each case that it was looked at; the
second one closes the record and takes what was not discussed over to the next session."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases import policy as case_policy
from rangkul.sustain.workforce import policy
from rangkul.sustain.workforce.actions.rows import about, hold
from rangkul.sustain.workforce.actions.sessions import ahead
from rangkul.sustain.workforce.models import AgendaItem, Session
from rangkul.sustain.workforce.states import SESSION, Outcome, SessionState, Source


@action("supervision.signed", may=policy.in_session)
def sign_session(*, by: Asker, session: Session) -> Done:
    """Sign as oneself; signing twice does nothing."""
    held = hold(Session, session.pk)
    if held.signed(by.staff_id):
        return about(held, held, silent=True)
    if held.state != SessionState.HELD:
        raise Refused(_("Tulis dulu notulennya, baru tandatangani."), code="state")
    last = held.anybody_signed
    if last:
        _carry_over(held)
        SESSION.step(held, "seal")
    if by.staff_id == held.supervisor_id:
        held.supervisor_signed_at = clock.now()
        _looked_at(by, held)
    else:
        held.worker_signed_at = clock.now()
    held.save(update_fields=["state", "supervisor_signed_at", "worker_signed_at"])
    return about(held, held, both=int(last))


def _looked_at(by: Asker, session: Session) -> None:
    """The flag of supervision (A31) on every case that was discussed and that the signer supervises."""
    rows = session.items.filter(case__isnull=False, outcome=Outcome.DISCUSSED).select_related("case")
    for case in {row.case_id: row.case for row in rows}.values():
        if case_policy.is_supervisor_of(by, case):
            cases.mark_supervised(by=by, case=case, at=session.held_at)


def _carry_over(session: Session) -> None:
    """Points that nobody came to; cases come back by themselves as long as they need it."""
    following = ahead(session)
    if following is None:
        return
    for point in session.items.filter(outcome=Outcome.OPEN).select_related("key", "case__key"):
        again = AgendaItem(session=following, case=point.case, source=Source.CARRIED, by_id=point.by_id)
        again.key = point.case.key if point.case else following.key
        again.text = point.text
        if not (point.case and following.items.filter(case=point.case).exclude(source=Source.OWN).exists()):
            again.save(force_insert=True)

"""What the office said, the days for an objection, and what reached the client."""

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases.actions.rows import filled
from rangkul.support.entitlements import policy
from rangkul.support.entitlements.actions.rows import held, moved, not_before, workdays_after
from rangkul.support.entitlements.models import Application

# An objection is answered within so many working days (UU 30/2014 Pasal 77, not seen in its text; the annotated edition
# of 2017 counts ten days for the appeal that follows it): then one asks.
ANSWERED_WITHIN = 10


@action("application.granted", may=policy.may_follow)
def grant(*, by: Asker, application: Application, on: date, words: str = "") -> Done:
    row = held(application)
    row.answered_on = on
    return moved(by, row, "grant", on, words, after=row.objected_on or row.applied_on)


@action("application.refused", may=policy.may_follow)
def refuse(*, by: Asker, application: Application, on: date, reason: str, last_day: date | None = None) -> Done:
    """The office said no; `on` is the day on which the client learned of it, from which the days for an objection are
    counted. `last_day` is what stands in its letter, and counts before what the list says."""
    row = held(application)
    row.answered_on = on
    row.reason = filled(reason, _("Tulis alasan yang diberikan kantornya."), "reason")
    says = row.says
    if last_day is not None:
        not_before(last_day, on, "last_day")
        row.objection_due, row.objection_law = last_day, ""
    elif says is not None and says.objection_days:
        row.objection_due = workdays_after(on, says.objection_days, row.case.region_code)
        row.objection_law = says.objection_law
    else:
        row.objection_due, row.objection_law = None, ""
    return moved(by, row, "refuse", on, reason, after=row.objected_on or row.applied_on)


@action("application.objected", may=policy.may_follow)
def object_to(*, by: Asker, application: Application, on: date, place: str, number: str = "") -> Done:
    """Late is handed in too: the office decides whether it still counts."""
    row = held(application)
    row.objected_on = on
    whom = filled(place, _("Tulis kepada siapa keberatannya."), "place")
    words = ", ".join(part for part in (whom, number.strip()) if part)
    today = days.today(row.case.region_code)
    row.look_again = max(workdays_after(on, ANSWERED_WITHIN, row.case.region_code), today)
    return moved(by, row, "object", on, words, after=row.answered_on)


@action("application.let_go", may=policy.may_let_go)
def let_go(*, by: Asker, application: Application, because: str) -> Done:
    """The refusal stands: by a supervisor's hand, with what the client wishes."""
    row = held(application)
    words = filled(because, _("Tulis mengapa, dan apa yang dikatakan klien."), "because")
    return moved(by, row, "let_go", days.today(row.case.region_code), words)


@action("application.received", may=policy.may_follow)
def receive(*, by: Asker, application: Application, on: date, words: str) -> Done:
    """Granted is not yet in the hand: the client says what came."""
    row = held(application)
    if not words.strip():
        raise Refused(_("Tulis apa yang diterima klien."), field="words", code="empty")
    return moved(by, row, "receive", on, words, after=row.answered_on)

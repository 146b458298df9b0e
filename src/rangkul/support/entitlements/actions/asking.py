"""From a chance to an application: what was asked, the client told, and the paper handed in."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.models import Case
from rangkul.support.entitlements import policy
from rangkul.support.entitlements.actions.rows import held, keep_step, moved, said
from rangkul.support.entitlements.models import Application, Known
from rangkul.support.entitlements.programmes import programmes
from rangkul.support.entitlements.states import RUNNING, Answer, Asked, Verb, Way

# Unless somebody says otherwise, one asks again after so many days.
USUAL = timedelta(days=14)


@action("entitlement.fact_recorded", may=policy.may_work)
def record_known(*, by: Asker, case: Case, name: str, answer: str, way: str, on: date) -> Done:
    """What was asked, with its day and whence it is known. A later answer does not change an earlier one."""
    case = lock_open(case)
    days.not_ahead(on, "on", case.region_code)
    wrong = name not in Asked.values or answer not in Answer.values or way not in Way.values
    if wrong or (name != Asked.DTSEN and answer not in (Answer.YES, Answer.NO)):
        raise Refused(_("Pilih salah satu dari daftar."), field="answer")
    row = Known(case=case, key=case.key, name=name, way=way, on=on, by_id=by.staff_id)
    row.answer = answer
    row.save(force_insert=True)
    return about(case, row, name=name)


@action("application.considered", may=policy.may_work)
def consider(*, by: Asker, case: Case, programme: str, whose: str = "") -> Done:
    """A person takes it up, whatever the rules say. One that runs already is returned as it is."""
    case = lock_open(case)
    if programme not in programmes():
        raise Refused(_("Pilih salah satu dari daftar."), field="programme")
    running = Application.objects.filter(case=case, programme=programme, state__in=RUNNING).first()
    if running is not None:
        return about(case, running, silent=True)
    row = Application(case=case, key=case.key, programme=programme)
    row.whose = whose.strip()
    row.save(force_insert=True)
    keep_step(by, row, Verb.CONSIDER, days.today(case.region_code))
    return said(row)


@action("application.told", may=policy.may_follow)
def tell(*, by: Asker, application: Application, on: date, words: str) -> Done:
    """The client knows what it is and has said what they want."""
    row = held(application)
    row.told_on = on
    return moved(by, row, "tell", on, filled(words, _("Tulis apa kata klien."), "words"))


@action("application.applied", may=policy.may_follow)
def apply(
    *, by: Asker, application: Application, on: date, place: str, number: str = "", look_again: date | None = None
) -> Done:
    """When, where and under which number; and the day by which somebody asks how it stands."""
    row = held(application)
    row.applied_on, row.number = on, number.strip()
    row.place = filled(place, _("Tulis di mana diajukan."), "place")
    row.look_again = look_again or days.today(row.case.region_code) + USUAL
    days.not_over(row.look_again, "look_again", row.case.region_code)
    return moved(by, row, "apply", on, place, after=row.told_on)


@action("application.dropped", may=policy.may_follow)
def drop(*, by: Asker, application: Application, because: str) -> Done:
    """It is not gone on with: the client does not want it, or has it already."""
    row = held(application)
    words = filled(because, _("Tulis mengapa tidak dilanjutkan."), "because")
    return moved(by, row, "drop", days.today(row.case.region_code), words)


@action("application.letter_chosen", may=policy.may_follow)
def choose_letter(*, by: Asker, application: Application) -> Done:
    """The next letter of this case speaks of this application."""
    row = held(application)
    row.letter_at = clock.now()
    row.save(update_fields=["letter_at"])
    return said(row)

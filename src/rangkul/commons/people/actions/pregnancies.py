"""A child who is expected, or was lost."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import policy
from rangkul.commons.people.models import Person, Pregnancy
from rangkul.commons.people.states import Outcome


@action("pregnancy.recorded", may=policy.may_write)
def record_pregnancy(
    *,
    by: Asker,
    mother: Person,
    father: Person | None = None,
    outcome: str = Outcome.EXPECTED,
    on: date | None = None,
    year_only: bool = False,
) -> Done:
    """One pregnancy as it stands today. A mother expects one at a time: a second time nothing is written."""
    if father is not None and father.pk == mother.pk:
        raise Refused(_("Pilih orang lain sebagai ayahnya."), field="father")
    _check(outcome, on)
    Person.objects.select_for_update().get(pk=mother.pk)
    known = Pregnancy.objects.filter(mother=mother, outcome=Outcome.EXPECTED).first()
    if outcome == Outcome.EXPECTED and known is not None:
        return Done(known, silent=True)
    row = Pregnancy(mother=mother, father=father, outcome=outcome, on=on, year_only=year_only)
    row.save(force_insert=True)
    return Done(row, subject=("person", mother.pk), payload={"pregnancy": str(row.pk)})


@action("pregnancy.ended", may=policy.may_write)
def end_pregnancy(
    *, by: Asker, pregnancy: Pregnancy, outcome: str, on: date | None = None, year_only: bool = False
) -> Done:
    """It ended in a birth, or was lost. A born child is registered as a person of their own."""
    if outcome == Outcome.EXPECTED:
        raise Refused(_("Pilih bagaimana kehamilan ini berakhir."), field="outcome")
    _check(outcome, on)
    waiting = Pregnancy.objects.filter(pk=pregnancy.pk, outcome=Outcome.EXPECTED)
    first = waiting.update(outcome=outcome, on=on, year_only=year_only)
    pregnancy.refresh_from_db()
    subject = ("person", pregnancy.mother_id)
    return Done(pregnancy, subject=subject, payload={"pregnancy": str(pregnancy.pk)}, silent=not first)


def _check(outcome: str, on: date | None) -> None:
    """Only a birth that is expected lies ahead."""
    if on and outcome != Outcome.EXPECTED and on > clock.local(clock.now()).date():
        raise Refused(_("Tanggal ini belum tiba. Periksa lagi."), field="on", code="ahead")

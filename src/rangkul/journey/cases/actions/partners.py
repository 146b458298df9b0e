"""Who takes part in the help beside the team, and what they bring. None of them sees the file."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.rows import about, filled, lock, lock_open
from rangkul.journey.cases.models import Case, CasePerson, Partner
from rangkul.journey.cases.states import CaseRole, NameLeave, Sector, Sway, TaskState


@dataclass(frozen=True)
class Stake:
    """From which side somebody takes part, what they bring, what they want of it, and how much depends on them.
    `named`: whether a private person agreed to be named outside the team."""

    sector: str
    part: str = ""
    interest: str = ""
    sway: str = Sway.UNKNOWN
    named: str = NameLeave.UNASKED


@dataclass(frozen=True)
class Known:
    """Somebody whom the house knows already: a person of the case, or a row of a list by the code of the list."""

    name: str = ""
    near: CasePerson | None = None
    source: str = ""
    source_id: UUID | None = None


@action("partner.added", may=policy.may_work)
def add_partner(*, by: Asker, case: Case, who: Known, stake: Stake) -> Done:
    """Somebody takes part without seeing the file. Who stands on the map already stays as they are."""
    case = lock_open(case)
    name = _admissible(case, who)
    if (there := _standing(case, who)) is not None:
        return about(case, there, silent=True)
    row = Partner(case=case, key=case.key, name=name, near=who.near, source=who.source, source_id=who.source_id)
    _write(row, stake)
    row.save(force_insert=True)
    return about(case, row, sector=row.sector, source=row.source)


@action("partner.described", may=policy.may_work_on)
def describe_partner(*, by: Asker, partner: Partner, stake: Stake) -> Done:
    """What is known of them now; the row as it was stays in the versions."""
    case = lock(partner.case)
    held = case.partners.select_related("near__person").get(pk=partner.pk)
    held.key = case.key
    _write(held, stake)
    held.save()
    return about(case, held, sector=held.sector, named=held.named)


@action("partner.ended", may=policy.may_work_on)
def end_partner(*, by: Asker, partner: Partner) -> Done:
    """Who still has something to do is asked about that first. Raises Refused."""
    case = lock(partner.case)
    if partner.tasks.filter(state=TaskState.OPEN).exists():
        raise Refused(_("Masih ada tugasnya yang belum selesai. Tulis dulu hasilnya."), code="tasks")
    first = case.partners.filter(pk=partner.pk, until=None).update(until=clock.local(clock.now()).date())
    return about(case, partner, silent=not first)


def _admissible(case: Case, who: Known) -> str:
    """The name to keep; a person's stands with the person alone."""
    if who.near is None:
        return filled(who.name, _("Tulis nama mitra."), "name")
    if who.near.case_id != case.pk or who.near.until is not None or who.near.role == CaseRole.CLIENT:
        raise Refused(_("Pilih seseorang yang tercatat di kasus ini, selain kliennya."), code="near")
    return ""


def _standing(case: Case, who: Known) -> Partner | None:
    rows = case.partners.filter(until=None)
    if who.near is not None:
        return rows.filter(near=who.near).first()
    if who.source_id is not None:
        return rows.filter(source=who.source, source_id=who.source_id).first()
    return rows.filter(name__iexact=who.name.strip()).first()


def _write(row: Partner, stake: Stake) -> None:
    """An organisation has no name to keep to itself."""
    if stake.sector not in Sector:
        raise Refused(_("Pilih dari pihak mana."), field="sector", code="sector")
    row.sector, row.sway = stake.sector, Sway(stake.sway)
    row.named = NameLeave(stake.named) if row.near_id else NameLeave.UNASKED
    row.part, row.interest = stake.part.strip(), stake.interest.strip()

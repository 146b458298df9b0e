"""Who lives together: households, who heads them, who joined and left."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import policy
from rangkul.commons.people.models import Household, HouseholdMember, Person


@action("household.made", may=policy.may_register)
def make_household(*, by: Asker, name: str, region_code: str = "", head: Person | None = None) -> Done:
    """A new household, with its head where one is known."""
    name = " ".join(name.split())
    if not name:
        raise Refused(_("Beri nama rumah tangga ini, misalnya “Keluarga Wati”."), field="name")
    household = Household(agency_id=by.agency_id, unit_id=by.unit_id, name=name, region_code=region_code)
    household.save(force_insert=True)
    if head is not None:
        HouseholdMember(household=household, person=head, is_head=True).save(force_insert=True)
    return Done(household, payload={"head": str(head.pk) if head else ""})


@action("household.joined", may=policy.may_write)
def add_member(
    *, by: Asker, household: Household, person: Person, is_head: bool = False, since: date | None = None
) -> Done:
    """Somebody lives here too. A new head takes the place of the old one; who is in already stays once."""
    Household.objects.select_for_update().get(pk=household.pk)
    present = HouseholdMember.objects.filter(household=household, until__isnull=True)
    if is_head:
        present.filter(is_head=True).exclude(person=person).update(is_head=False)
    member = present.filter(person=person).first()
    if member is not None:
        if member.is_head == is_head:
            return Done(member, silent=True)
        member.is_head = is_head
        member.save(update_fields=["is_head"])
    else:
        member = HouseholdMember(household=household, person=person, is_head=is_head, since=since)
        member.save(force_insert=True)
    payload = {"person": str(person.pk), "head": is_head}
    return Done(member, subject=("household", household.pk), payload=payload, unit_id=household.unit_id)


@action("household.left", may=policy.may_write)
def end_member(*, by: Asker, member: HouseholdMember, until: date | None = None) -> Done:
    """Somebody no longer lives here; that they did stays known."""
    until = until or clock.local(clock.now()).date()
    if member.since and until < member.since:
        raise Refused(_("Tanggal pergi tidak bisa sebelum tanggal datang."), field="until")
    first = HouseholdMember.objects.filter(pk=member.pk, until__isnull=True).update(until=until)
    payload = {"person": str(member.person_id)}
    return Done(member, subject=("household", member.household_id), payload=payload, silent=not first)

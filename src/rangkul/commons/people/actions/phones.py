"""Numbers by which somebody can be reached, and whose they are."""

from __future__ import annotations

from rangkul.base import clock
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.people import keys, policy
from rangkul.commons.people.actions._writing import checked_phone
from rangkul.commons.people.drafts import PhoneDraft
from rangkul.commons.people.models import Person, Phone


def new_phone(person: Person, draft: PhoneDraft) -> Phone:
    """An unsaved row. Raises Refused for what is no telephone number of a person."""
    parsed = checked_phone(draft.number)
    phone = Phone(
        key=person.key,
        person=person,
        number_blind=keys.blind_phone(parsed.e164),
        owner=draft.owner,
        owner_name=draft.owner_name.strip(),
        shared=draft.shared,
        whatsapp=draft.whatsapp,
    )
    phone.number = parsed.e164
    return phone


@action("phone.added", may=policy.may_write)
def add_phone(*, by: Asker, person: Person, phone: PhoneDraft) -> Done:
    """One more number; a number that the person already has stays as it is."""
    row = new_phone(person, phone)
    same = Phone.objects.filter(person=person, number_blind=row.number_blind, ended_at__isnull=True).first()
    if same:
        return Done(same, silent=True)
    row.save(force_insert=True)
    return Done(row, subject=("person", person.pk), payload={"phone": str(row.pk), "owner": row.owner})


@action("phone.ended", may=policy.may_write)
def end_phone(*, by: Asker, phone: Phone) -> Done:
    """The number no longer reaches this person. It stays in the file."""
    first = Phone.objects.filter(pk=phone.pk, ended_at__isnull=True).update(ended_at=clock.now())
    phone.refresh_from_db()
    return Done(phone, subject=("person", phone.person_id), payload={"phone": str(phone.pk)}, silent=not first)

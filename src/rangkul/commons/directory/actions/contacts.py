"""One contact of an entry, or of the organisation behind it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.directory import checking, policy
from rangkul.commons.directory.actions._parts import contact_values
from rangkul.commons.directory.actions.entries import checked
from rangkul.commons.directory.actions.locking import held, taken_away, touch
from rangkul.commons.directory.drafts import ContactDraft
from rangkul.commons.directory.models import Contact, Service
from rangkul.commons.directory.queries import contacts_of


@action("service.contact_added", may=policy.may_keep)
def add_contact(*, by: Asker, service: Service, given: ContactDraft, whole: bool = False) -> Done:
    """`whole`: it answers for the whole organisation, and every service of it shows it."""
    locked = held(service.pk)
    row = Contact(organization_id=locked.organization_id, service=None if whole else locked)
    _write(row, locked, given)
    return _done(row, locked)


@action("service.contact_changed", may=policy.may_keep)
def change_contact(*, by: Asker, service: Service, contact: Contact, given: ContactDraft) -> Done:
    locked = held(service.pk)
    row = contacts_of(locked).filter(pk=contact.pk).first()
    if row is None:
        raise Refused(_("Kontak ini sudah dihapus orang lain. Muat ulang halamannya."), code="gone")
    if contact_of(row) == given:
        return Done(row, silent=True)
    _write(row, locked, given)
    return _done(row, locked)


@action("service.contact_removed", may=policy.may_keep)
def remove_contact(*, by: Asker, service: Service, contact: Contact) -> Done:
    """The history keeps it."""
    locked = held(service.pk)
    row = taken_away(contacts_of(locked), contact.pk)
    if row is None:
        return Done(contact, subject=("service", locked.pk), silent=True)
    _touch(row, locked)
    return _done(row, locked)


def contact_of(row: Contact) -> ContactDraft:
    return ContactDraft(**{f.name: getattr(row, f.name) for f in fields(ContactDraft)})


def _write(row: Contact, service: Service, given: ContactDraft) -> None:
    checking.reachable(given, field="value")
    values: dict[str, Any] = contact_values(given)
    same = contacts_of(service).filter(channel=given.channel, value=values["value"], service_id=row.service_id)
    if same.exclude(pk=row.pk).exists():
        raise Refused(_("Kontak ini sudah ada."), field="value")
    for name, value in values.items():
        setattr(row, name, value)
    checked(row)
    row.save()
    _touch(row, service)


def _touch(row: Contact, service: Service) -> None:
    if row.service_id is None:
        Service.objects.filter(organization_id=row.organization_id).update(changed_at=now())
    else:
        touch(service)


def _done(row: Contact, service: Service) -> Done:
    return Done(row, subject=("service", service.pk), payload={"id": str(row.pk), "channel": row.channel})

"""Writing an entry: whole at once, so that what stands together is judged together."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from rangkul.base import days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.directory import checking, policy, seeking
from rangkul.commons.directory.actions._parts import write_parts
from rangkul.commons.directory.actions.locking import held, touch
from rangkul.commons.directory.drafts import OrganizationDraft, ServiceDraft
from rangkul.commons.directory.models import Capacity, Organization, Service

_TODAY = "today"
_PLAIN = (
    "name", "alternate_name", "description", "status", "categories", "helps", "atensi", "ways", "application_process",
    "cost", "amount", "fees_description", "languages", "url", "wait_time", "public", "source", "source_key",
)  # fmt: skip


def checked(row: Model) -> None:
    """What the fields and the named constraints say, as a refusal in words. Keys of rows are made here and unique."""
    # Whoever stands behind a relation may be somebody whom the asker does not see; the database knows that they exist.
    relations = {f.name for f in row._meta.concrete_fields if f.is_relation}
    try:
        row.clean_fields(exclude=relations | {"decided_at"})
        row.validate_constraints()
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise Refused(messages[0], field=None if name == "__all__" else name) from None


@action("organization.added", may=policy.may_edit)
def add_organization(*, by: Asker, given: OrganizationDraft, own: bool = False) -> Done:
    """`own`: it is the agency of whoever writes, and only its people change it."""
    row = Organization(agency_id=by.agency_id if own else None, changed_at=now())
    _fill(row, given, [field.name for field in fields(given)])
    checking.regions(given.areas, "areas")
    checked(row)
    row.save()
    return Done(row)


@action("organization.changed", may=policy.may_keep_organization)
def change_organization(*, by: Asker, organization: Organization, given: OrganizationDraft) -> Done:
    row = Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)
    if not _fill(row, given, [field.name for field in fields(given)]):
        return Done(row, silent=True)
    checking.regions(given.areas, "areas")
    row.changed_at = now()
    checked(row)
    row.save()
    if not row.public:
        Service.objects.filter(organization=row, public=True).update(public=False, changed_at=now())
    # Its name and whether it may be shown stand in what a search looks through.
    seeking.refresh(list(Service.objects.filter(organization=row).select_related("organization")))
    return Done(row)


@action("service.added", may=policy.may_keep_organization)
def add_service(
    *, by: Asker, organization: Organization, given: ServiceDraft, assured: date | str | None = _TODAY
) -> Done:
    """Who writes an entry keeps it, and was sure of it today unless another day, or None for nobody, is said."""
    row = Service(organization=organization, changed_at=now(), keeper_id=by.staff_id)
    row.assured_date = days.today() if assured == _TODAY else assured
    row.assured_by_id = by.staff_id if row.assured_date else None
    _write(row, given)
    return Done(row, payload={"organization": str(organization.pk)})


@action("service.changed", may=policy.may_keep)
def change_service(*, by: Asker, service: Service, given: ServiceDraft, assured: date | str | None = _TODAY) -> Done:
    """Who changes an entry looked at it whole: it is assured as of today, and news that stood against it is settled.
    With another day, or None, it is a file that speaks: a later day counts, and news waits for a person as before."""
    row = held(service.pk)
    if assured == _TODAY:
        row.assured_date, row.assured_by_id = days.today(), by.staff_id
        row.doubt, row.doubted_on = "", None
    elif isinstance(assured, date) and (row.assured_date is None or assured > row.assured_date):
        row.assured_date, row.assured_by_id = assured, by.staff_id
    row.changed_at = now()
    _write(row, given)
    return Done(row)


@action("service.room_counted", may=policy.may_keep)
def count_room(
    *, by: Asker, service: Service, unit: str, available: int, maximum: int | None = None, note: str = ""
) -> Done:
    """How much room there is today."""
    locked = held(service.pk)
    row = Capacity.objects.filter(service=service, unit=unit, counted_on=days.today()).first()
    row = row or Capacity(service=service, unit=unit, counted_on=days.today())
    row.available, row.maximum, row.note = available, maximum, note
    checked(row)
    row.save()
    touch(locked)
    return Done(row, subject=("service", service.pk), payload={"unit": unit, "available": available})


def _fill(row: Model, given: object, names: list[str]) -> bool:
    """Whether anything is different now."""
    before = [getattr(row, name) for name in names]
    for name in names:
        setattr(row, name, getattr(given, name))
    return before != [getattr(row, name) for name in names]


def _write(row: Service, given: ServiceDraft) -> None:
    checking.service(given)
    if given.public and not row.organization.public:
        raise Refused(_("Lembaganya belum ditampilkan kepada umum, jadi layanannya pun belum bisa."), field="public")
    _fill(row, given, list(_PLAIN))
    checked(row)
    row.save()
    write_parts(row, given, checked)
    seeking.refresh([row])

"""Writing what a file holds, whole or not at all."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.directory import policy
from rangkul.commons.directory.actions.entries import add_organization, add_service, change_service, checked
from rangkul.commons.directory.actions.locking import taken_away
from rangkul.commons.directory.actions.suggesting import suggest
from rangkul.commons.directory.importing import Changed, Line, Twin
from rangkul.commons.directory.models import Contact, Distinction, Organization, Service
from rangkul.commons.directory.news import told


@action("organization.imported", may=policy.may_import)
def import_lines(*, by: Asker, lines: list[Line]) -> Done:
    """Organisations of the same name are one. Whoever brings a file keeps its entries; a row that said no day of
    assurance was assured by nobody."""
    if not lines:
        raise Refused(_("Tidak ada baris yang bisa dimuat."))
    known: dict[str, Organization] = {}
    new: set[UUID] = set()
    for line in lines:
        name = line.organization.name.casefold()
        if name not in known:
            known[name] = _organization(by, line, new)
        try:
            row = add_service(by=by, organization=known[name], given=line.service, assured=line.assured)
            _besides(by, row, line, shared=known[name].pk in new)
        except Refused as error:
            raise _of_row(line.row, error) from None
    return Done(known[name], payload={"count": len(lines)})


@action("service.told_apart", may=policy.may_import)
def tell_apart(*, by: Asker, twin: Twin) -> Done:
    """A row that looks like this entry is another service. Later files of the same source are not asked about it."""
    if twin.service is None or not twin.source_key:
        raise Refused(_("Baris tanpa kunci tidak bisa diingat."))
    told = {"service_id": twin.service, "source": twin.source, "source_key": twin.source_key}
    row = Distinction.objects.filter(**told).first()
    if row is not None:
        return Done(row, silent=True)
    row = Distinction(**told, said_name=twin.name, by_id=by.staff_id)
    checked(row)
    row.save(force_insert=True)
    return Done(row, subject=("service", twin.service), payload={"id": str(row.pk), "key": twin.source_key})


@action("service.apart_taken_back", may=policy.may_keep)
def take_back_apart(*, by: Asker, service: Service, distinction: Distinction) -> Done:
    """They may be the same after all: the next file asks about the row again. The history keeps what was said."""
    row = taken_away(Distinction.objects.filter(service=service), distinction.pk)
    if row is None:
        return Done(distinction, subject=("service", service.pk), silent=True)
    return Done(row, subject=("service", service.pk), payload={"id": str(row.pk), "key": row.source_key})


@action("organization.import_applied", may=policy.may_import)
def apply_changes(*, by: Asker, changes: list[Changed]) -> Done:
    """What a file says differently of entries that came from it once, each approved by a person. Nobody
    thereby rang there: the entry is as sure as the file says it is, news of it stays, and the history keeps what stood
    there."""
    if not changes:
        raise Refused(_("Pilih perubahan yang diterapkan."))
    rows = Service.objects.select_related("organization").in_bulk([one.service for one in changes])
    for one in changes:
        try:
            change_service(by=by, service=rows[one.service], given=one.given, assured=one.assured)
        except Refused as error:
            raise _of_row(one.row, error) from None
    return Done(rows[changes[0].service].organization, payload={"count": len(changes)})


def _of_row(row: int, error: Refused) -> Refused:
    return Refused(_("Baris %(row)d: %(words)s") % {"row": row, "words": error.message}, code=error.code)


def _besides(by: Asker, service: Service, line: Line, *, shared: bool) -> None:
    """Contacts of the whole organisation, which reach no further than this service where the organisation was there
    before; and news that the other list has of the entry: an editor looks at it."""
    for draft in line.shared:
        same = {"organization_id": service.organization_id, "channel": draft.channel, "value": draft.value}
        if not Contact.objects.filter(service=None, **same).exists():
            of = None if shared else service
            row = Contact(organization_id=service.organization_id, service=of, **vars(draft))
            checked(row)
            row.save()
    if line.alert:
        topic, text = told(line.alert)
        suggest(by=by, service=service, topic=topic, text=text)


def _organization(by: Asker, line: Line, new: set[UUID]) -> Organization:
    """`new` gathers what was not there before."""
    found = Organization.objects.filter(name__iexact=line.organization.name).order_by("pk")
    mine = next((row for row in found if policy.may_keep_organization(by=by, organization=row)), None)
    if mine is None:
        mine = add_organization(by=by, given=line.organization)
        new.add(mine.pk)
    return mine

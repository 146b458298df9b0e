"""Writing what a file holds, whole or not at all."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.directory import policy
from rangkul.commons.directory.actions.entries import add_organization, add_service, change_service
from rangkul.commons.directory.importing import Changed, Line
from rangkul.commons.directory.models import Organization, Service


@action("organization.imported", may=policy.may_import)
def import_lines(*, by: Asker, lines: list[Line]) -> Done:
    """Organisations of the same name are one. Whoever brings a file keeps its entries; a row that said no day of
    assurance was assured by nobody."""
    if not lines:
        raise Refused(_("Tidak ada baris yang bisa dimuat."))
    known: dict[str, Organization] = {}
    for line in lines:
        name = line.organization.name.casefold()
        if name not in known:
            known[name] = _organization(by, line)
        try:
            add_service(by=by, organization=known[name], given=line.service, assured=line.assured)
        except Refused as error:
            raise Refused(f"{line.row}: {error.message}", code=error.code) from None
    return Done(known[name], payload={"count": len(lines)})


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
            raise Refused(f"{one.row}: {error.message}", code=error.code) from None
    return Done(rows[changes[0].service].organization, payload={"count": len(changes)})


def _organization(by: Asker, line: Line) -> Organization:
    found = Organization.objects.filter(name__iexact=line.organization.name).order_by("pk")
    mine = next((row for row in found if policy.may_keep_organization(by=by, organization=row)), None)
    return mine or add_organization(by=by, given=line.organization)

"""One place of an entry, whole: what the form of the entry does not show, and its point on the map."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.directory import checking, points, policy, seeking
from rangkul.commons.directory.actions._parts import describe
from rangkul.commons.directory.actions.entries import checked
from rangkul.commons.directory.actions.locking import held, touch
from rangkul.commons.directory.drafts import PlaceDraft
from rangkul.commons.directory.models import Location, Service, ServiceAtLocation
from rangkul.commons.directory.redrafting import place_of


@action("service.place_changed", may=policy.may_keep)
def change_place(*, by: Asker, service: Service, location: Location, given: PlaceDraft, sure: bool = False) -> Done:
    """The place belongs to the organisation: every service that is given there tells it so. Raises Refused for a point
    far from its region unless `sure`."""
    locked = held(service.pk)
    at = _standing(locked, location.pk)
    before, row = place_of(at), at.location
    if before == given:
        return Done(row, silent=True)
    describe(at, given.description, checked)
    if before.itself == given.itself:
        touch(locked)
    else:
        _write(row, given, sure=sure)
    return Done(row, subject=("service", locked.pk), payload={"id": str(row.pk)})


def _write(row: Location, given: PlaceDraft, *, sure: bool) -> None:
    checking.regions([given.region_code], "region_code")
    twins = Location.objects.filter(organization_id=row.organization_id, address=given.address)
    if twins.filter(region_code=given.region_code).exclude(pk=row.pk).exists():
        raise Refused(_("Tempat lain lembaga ini sudah memakai alamat itu."), field="address")
    if given.latitude is not None and not sure:
        points.near_its_region(given.latitude, given.longitude, given.region_code)
    for name, value in given.itself.items():
        setattr(row, name, value)
    row.changed_at = now()
    checked(row)
    row.save()
    there = Service.objects.filter(service_at_locations__location=row)
    there.update(changed_at=now())
    seeking.refresh(list(there.select_related("organization")))


def _standing(service: Service, pk: UUID) -> ServiceAtLocation:
    rows = ServiceAtLocation.objects.select_for_update(of=("self", "location")).select_related("location")
    row = rows.filter(service=service, location=pk).first()
    if row is None:
        raise Refused(_("Tempat ini sudah dihapus orang lain. Muat ulang halamannya."), code="gone")
    return row

"""What a neighbourhood has: written down, and taken off at once."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.commons.directory import policy
from rangkul.commons.directory.actions.entries import checked
from rangkul.commons.directory.models import Asset
from rangkul.commons.directory.states import AssetKind, WhyTakenOff


@dataclass(frozen=True)
class AssetDraft:
    kind: str
    name: str
    region_code: str
    offers: str
    psks: str = ""
    contact: str = ""
    agreed_on: date | None = None
    agreed_how: str = ""


@action("asset.added", may=policy.may_map)
def add_asset(*, by: Asker, given: AssetDraft) -> Done:
    """A private person only with their consent, of a day that has been. Raises Refused."""
    if given.psks and taxonomy.term(given.psks, taxonomy=taxonomy.PSKS) is None:
        raise Refused(_("Pilih jenis dari daftar."), field="psks")
    if given.kind == AssetKind.PERSON and (given.agreed_on is None or not given.agreed_how):
        missing = "agreed_on" if given.agreed_on is None else "agreed_how"
        raise Refused(_("Orang hanya dicatat sesudah ia sendiri setuju: isi kapan dan bagaimana."), field=missing)
    if given.agreed_on is not None and given.agreed_on > days.today():
        raise Refused(_("Persetujuan itu belum terjadi: pilih hari ini atau sebelumnya."), field="agreed_on")
    row = Asset(agency_id=by.agency_id, added_by_id=by.staff_id, **asdict(given))
    checked(row)
    row.save(force_insert=True)
    return Done(row, payload={"kind": row.kind, "psks": row.psks})


@action("asset.taken_off", may=policy.may_take_off)
def take_off_asset(*, by: Asker, asset: Asset, because: str) -> Done:
    """Gone for everybody with this statement; what named it is emptied. A second time does nothing."""
    if because not in WhyTakenOff.values:
        raise Refused(_("Pilih mengapa."), field="because")
    row = Asset.objects.select_for_update(of=("self",)).get(pk=asset.pk)
    if row.off_at is not None:
        return Done(row, silent=True)
    row.name = row.offers = row.contact = ""
    row.off_at, row.off_by_id, row.off_because = now(), by.staff_id, because
    row.save(update_fields=["name", "offers", "contact", "off_at", "off_by", "off_because"])
    return Done(row, payload={"because": because})

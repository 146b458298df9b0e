"""What becomes of a kept version: published, taken back; and whether workers may choose the form at all."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.xforms import Form
from rangkul.journey.instruments import policy
from rangkul.journey.instruments.models import Instrument, InstrumentVersion


@action("form.published", may=policy.may_change_version)
def publish_version(*, by: Asker, version: InstrumentVersion) -> Done:
    """From now on workers choose this version; earlier ones stay for the answers that were given to them."""
    row = InstrumentVersion.objects.select_for_update(of=("self",)).select_related("instrument").get(pk=version.pk)
    where = ("instrument", row.instrument_id)
    if row.published_at is not None:
        return Done(row, subject=where, silent=True)
    row.published_at = clock.now()
    row.save(update_fields=["published_at"])
    name = _title_of(row)
    if name and name != row.instrument.name_id:
        Instrument.objects.filter(pk=row.instrument_id).update(name_id=name)
    return Done(row, subject=where, payload={"version": row.number})


def _title_of(version: InstrumentVersion) -> str:
    """A form is called what its newest published version is called."""
    return Form.from_xml(version.xform.encode()).title[:160]


@action("form.discarded", may=policy.may_change_version)
def discard_version(*, by: Asker, version: InstrumentVersion) -> Done:
    """Take back what was never published."""
    if version.published_at is not None:
        raise Refused(_("Versi yang sudah terbit tidak dihapus, karena ada jawaban yang merujuknya."), code="published")
    instrument_id = version.instrument_id
    InstrumentVersion.objects.filter(pk=version.pk, published_at=None).delete()
    return Done(version, subject=("instrument", instrument_id), payload={"version": version.number})


@action("form.switched", may=policy.may_change_form)
def switch(*, by: Asker, instrument: Instrument, on: bool) -> Done:
    """Workers may choose it, or no longer. Twice the same does nothing."""
    if instrument.active == on:
        return Done(instrument, subject=("instrument", instrument.pk), silent=True)
    instrument.active = on
    instrument.save(update_fields=["active"])
    return Done(instrument, subject=("instrument", instrument.pk), payload={"on": on})

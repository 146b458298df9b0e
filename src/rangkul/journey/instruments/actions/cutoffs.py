"""An agency's own cut-offs. Answers that were counted before keep the one by which they were."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.instruments import policy, reading
from rangkul.journey.instruments.models import CutOff, InstrumentVersion
from rangkul.journey.instruments.scoring.moving import movable, why_not


@action("cutoff.set", may=policy.may_keep_forms)
def set_cutoff(
    *, by: Asker, version: InstrumentVersion, band: str, at: Decimal | None, reason: str, source: str
) -> Done:
    """From now on this band begins at `at` for the agency; None gives the published one back. Twice the same does
    nothing."""
    rules = reading.rules_of(version)
    if version.instrument.agency_id is not None or rules is None or band not in {one.key for one in movable(rules)}:
        raise Refused(_("Batas instrumen ini tidak dapat diatur."), code="band")
    if not reason.strip():
        raise Refused(_("Tulis alasannya."), field="reason", code="empty")
    if not source.strip():
        raise Refused(_("Tulis sumbernya."), field="source", code="empty")
    published = next(one.since for one in rules.bands if one.key == band)
    at = None if at == published else at
    if at is not None and (code := why_not(rules, band, at)):
        raise Refused(_why(code), field="at", code=code)
    where = ("instrument", version.instrument_id)
    held = reading.own_cuts(version, by.agency_id).get(band)
    if held == at:
        return Done(version, subject=where, silent=True)
    row = CutOff.objects.create(
        agency_id=by.agency_id,
        instrument_id=version.instrument_id,
        band=band,
        at=at,
        reason=reason.strip(),
        source=source.strip(),
        by_id=by.staff_id,
    )
    said = {"band": band, "at": str(at) if at is not None else "", "published": str(published)}
    return Done(row, subject=where, payload=said)


def _why(code: str) -> str:
    return {
        "step": _("Instrumen ini dihitung dengan bilangan bulat. Pakai angka tanpa koma."),
        "range": _("Batas ini melewati kelompok nilai di sebelahnya atau rentang yang diterbitkan."),
        "quieter": _(
            "Batas yang menaikkan risiko hanya boleh dibuat lebih peka, supaya tanda bahaya yang diterbitkan "
            "tidak terlewat."
        ),
    }[code]

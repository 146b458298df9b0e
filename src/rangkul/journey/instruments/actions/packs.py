"""An agency switches on a pack whose instruments come with a condition, after its admin has read the notice."""

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.journey.instruments import policy, queries
from rangkul.journey.instruments.models import PackChoice
from rangkul.journey.instruments.states import Pack


@action("pack.chosen", may=policy.may_keep_forms)
def choose_pack(*, by: Asker, on: bool, pack: str = Pack.CONDITIONAL) -> Done:
    """Twice the same does nothing. What was answered before stays, whatever is chosen."""
    held = queries.pack_choice(by.agency_id, pack)
    if (held.on if held else False) == on:
        return Done(held, subject=("agency", by.agency_id), silent=True)
    row = PackChoice.objects.create(agency_id=by.agency_id, pack=pack, on=on, by_id=by.staff_id)
    return Done(row, subject=("agency", by.agency_id), payload={"pack": pack, "on": on})

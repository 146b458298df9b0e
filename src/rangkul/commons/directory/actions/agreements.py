"""What the house agreed with an organisation."""

from datetime import date

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.directory import policy
from rangkul.commons.directory.actions.entries import checked
from rangkul.commons.directory.models import Agreement, Organization


@action("agreement.recorded", may=policy.may_agree)
def agree(
    *,
    by: Asker,
    organization: Organization,
    response_hours: int,
    valid_from: date,
    valid_to: date | None = None,
    number: str = "",
    note: str = "",
) -> Done:
    """A new row beside older ones: the newest that holds on a day counts."""
    row = Agreement(
        agency_id=by.agency_id,
        organization=organization,
        number=number,
        response_hours=response_hours,
        valid_from=valid_from,
        valid_to=valid_to,
        note=note,
        made_by_id=by.staff_id,
    )
    checked(row)
    row.save()
    return Done(row, subject=("organization", organization.pk), payload={"hours": response_hours})

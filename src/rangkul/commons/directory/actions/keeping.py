"""Keeping an entry true: somebody looks again, and is named for it."""

from django.utils.translation import gettext as _

from rangkul.base import days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.directory import policy, seeking
from rangkul.commons.directory.actions.locking import held
from rangkul.commons.directory.models import Service, Suggestion
from rangkul.commons.directory.states import Verdict
from rangkul.commons.people.models import Staff
from rangkul.commons.people.states import Role


@action("service.confirmed", may=policy.may_keep)
def confirm_service(*, by: Asker, service: Service) -> Done:
    """Somebody made sure today that all of it still holds."""
    row = held(service.pk)
    if row.assured_date == days.today() and not row.doubt:
        return Done(row, silent=True)
    row.assured_date, row.assured_by_id = days.today(), by.staff_id
    row.doubt, row.doubted_on = "", None
    row.changed_at = now()
    row.save(update_fields=["assured_date", "assured_by", "doubt", "doubted_on", "changed_at"])
    seeking.refresh([row])
    return Done(row)


@action("service.keeper_named", may=policy.may_name_keeper)
def name_keeper(*, by: Asker, service: Service, staff: Staff) -> Done:
    """From now on this person looks again when the entry grows old."""
    if not staff.is_active or staff.agency_id != by.agency_id:
        raise Refused(_("Pilih petugas dari lembaga ini."), field="staff")
    row = held(service.pk)
    if row.keeper_id == staff.pk:
        return Done(row, silent=True)
    row.keeper = staff
    row.save(update_fields=["keeper"])
    # What was said of it goes along to whoever may decide it; the day by which it is looked at does not.
    waiting = Suggestion.objects.filter(service=row, state=Verdict.WAITING).exclude(by=staff)
    if Role.JUNIOR not in staff.roles:
        waiting.update(editor=staff)
    return Done(row, payload={"staff": str(staff.pk)})

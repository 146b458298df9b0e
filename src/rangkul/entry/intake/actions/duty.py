"""Being on duty: whoever is, is given what comes in."""

from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.entry.intake import policy


@action("staff.duty_changed", may=policy.may_change_duty)
def change_duty(*, by: Asker, staff: Staff, on_duty: bool) -> Done:
    """Begin or end it; what the worker holds stays theirs. Doing it again changes nothing."""
    changed = Staff.objects.filter(pk=staff.pk, on_duty=not on_duty).update(on_duty=on_duty)
    return Done(staff, subject=("staff", staff.pk), payload={"on_duty": on_duty}, silent=not changed)

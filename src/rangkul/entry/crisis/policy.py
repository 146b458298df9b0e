"""Who may do which verb. Who may see a request is the database's answer; here it is one that the asker sees."""

from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff, Unit
from rangkul.entry.crisis.models import Alert, AlertInput, LineKeeper, NextContact, Outreach, Shift
from rangkul.entry.intake import policy as intake
from rangkul.entry.intake.models import Request


def may_keep_lines(*, by: Asker, **_: object) -> bool:
    """Who answers for the installation or for a team, and whoever was named to call; everybody may read the lines."""
    return may_name_keeper(by=by) or (by.kind == "staff" and is_keeper(by))


def may_name_keeper(*, by: Asker, **_: object) -> bool:
    return by.kind == "staff" and by.has("admin", "supervisor", "pimpinan")


def is_keeper(by: Asker) -> bool:
    return LineKeeper.objects.filter(agency_id=by.agency_id, staff_id=by.staff_id).exists()


def may_report(*, by: Asker, **_: object) -> bool:
    """Anybody, without an account."""
    return by.kind in ("public", "ticket")


def may_work(*, by: Asker, request: Request, **_: object) -> bool:
    return intake.may_work(by=by, request=request)


def may_reach(*, by: Asker, request: Request, **_: object) -> bool:
    """No junior writes alone to somebody in danger."""
    return may_work(by=by, request=request) and not by.has("junior")


def may_send(*, by: Asker, outreach: Outreach, **_: object) -> bool:
    return may_reach(by=by, request=outreach.request)


def may_contact(*, by: Asker, contact: NextContact, **_: object) -> bool:
    return may_work(by=by, request=contact.request)


def may_follow_link(*, by: Asker, **_: object) -> bool:
    """Whoever holds the link; the digest decides."""
    return by.kind in ("public", "ticket")


def may_plan_duty(*, by: Asker, unit: Unit, **_: object) -> bool:
    """The unit's supervisor, and the head of its agency."""
    return (by.has("supervisor") and by.unit_id == unit.pk) or (by.has("pimpinan") and by.agency_id == unit.agency_id)


def may_drop(*, by: Asker, shift: Shift, **_: object) -> bool:
    return may_plan_duty(by=by, unit=shift.unit)


def may_offer(*, by: Asker, shift: Shift, **_: object) -> bool:
    return by.kind == "staff" and by.staff_id == shift.staff_id


def may_take(*, by: Asker, shift: Shift, **_: object) -> bool:
    return by.kind == "staff" and by.staff_id == shift.offered_to_id


def may_take_gap(*, by: Asker, unit: Unit, **_: object) -> bool:
    """Who works in the unit and may be on duty alone."""
    return by.practises and by.unit_id == unit.pk and not by.has("junior")


def can_be_on_duty(staff: Staff) -> bool:
    """A junior is never alone with what is red, so the rota does not name one."""
    return staff.is_active and staff.practises and "junior" not in staff.roles


def may_keep_devices(*, by: Asker, **_: object) -> bool:
    """The agency's admin, who sees no client and no alert of one."""
    return by.kind == "staff" and by.has("admin")


def may_keep_device(*, by: Asker, device: AlertInput, **_: object) -> bool:
    return may_keep_devices(by=by) and by.agency_id == device.agency_id


def may_ask_about_device(*, by: Asker, device: AlertInput, request: Request, **_: object) -> bool:
    """Who works with the client asks them."""
    return by.kind == "staff" and by.agency_id == device.agency_id and may_work(by=by, request=request)


def may_take_alert(*, by: Asker, alert: Alert, **_: object) -> bool:
    """Its owner, who practises in the unit, and whoever stands above; no junior goes alone."""
    if by.kind != "staff" or by.agency_id != alert.agency_id or by.has("junior"):
        return False
    return (
        by.staff_id == alert.owner_id
        or (by.practises and by.unit_id == alert.unit_id)
        or by.has("pimpinan", "supervisor")
    )


def may_read_words(*, by: Asker, **_: object) -> bool:
    """Who works with people in danger, and who answers for them."""
    return by.kind == "staff" and (by.practises or by.has("pimpinan", "supervisor"))


def may_review_words(*, by: Asker, **_: object) -> bool:
    return by.kind == "staff" and by.has("pimpinan", "supervisor")


def is_clock(*, by: Asker, **_: object) -> bool:
    return by.kind == "job"

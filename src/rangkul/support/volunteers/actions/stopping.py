"""A complaint stops a volunteer at once; somebody above decides. A volunteer may stop by themself at any time."""

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.actions import settle_between
from rangkul.support.volunteers import policy
from rangkul.support.volunteers.actions.rows import ended, filled, held, of_need, of_volunteer, stepped
from rangkul.support.volunteers.models import Complaint, Match, Need, Volunteer
from rangkul.support.volunteers.states import ACTIVE, RUNNING, NeedState, VolunteerState

RESTORE, BAR = "restore", "bar"


@action("volunteer.complained_of", may=policy.may_keep)
def complain(*, by: Asker, volunteer: Volunteer, words: str, match: Match | None = None) -> Done:
    """Whoever helps now is stopped, whatever the complaint is worth: that is decided by somebody else."""
    row = held(volunteer)
    if row.state == VolunteerState.LEFT:
        raise Refused(_("Relawan ini sudah berhenti dan namanya sudah dihapus."), code="left")
    found = Complaint(volunteer=row, match=match, key=match.need.key if match else row.key, by_id=by.staff_id)
    found.words = filled(words, _("Tulis apa yang terjadi."), "words")
    found.save(force_insert=True)
    if row.state in ACTIVE:
        _stop_all(by, Match.objects.filter(Q(volunteer=row) | Q(companion=row)))
        stepped(by, row, "suspend")
        row.save(update_fields=["state"])
    return of_volunteer(row, found)


def _stop_all(by: Asker, matches) -> None:
    for match in matches.filter(state__in=RUNNING).select_related("need"):
        stop(by=by, match=match)


@action("aid.stopped", may=policy.may_stop)
def stop(*, by: Asker, match: Match) -> Done:
    """Whoever was to go does not go; the need looks for somebody again."""
    row = held(match)
    ended(row, "call_off")
    return of_need(row.need, row)


@action("volunteer.complaint_decided", may=policy.may_decide)
def decide(*, by: Asker, complaint: Complaint, words: str, then: str) -> Done:
    """`then`: RESTORE, to be vetted anew once no other complaint is open, or BAR, for good. Raises Refused for one that
    was decided."""
    volunteer = held(complaint.volunteer)
    row = Complaint.objects.select_for_update(of=("self",)).select_related("key").get(pk=complaint.pk)
    if row.decided_at is not None:
        raise Refused(_("Keluhan ini sudah diputuskan."), code="decided")
    row.decision = filled(words, _("Tulis apa yang diperiksa dan apa keputusannya."), "words")
    row.decided_by_id, row.decided_at = by.staff_id, now()
    row.save(update_fields=["decision", "decided_by", "decided_at"])
    others = volunteer.complaints.filter(decided_at=None).exists()
    if volunteer.state == VolunteerState.SUSPENDED and (then == BAR or not others):
        stepped(by, volunteer, then)
        volunteer.save(update_fields=["state"])
    settle_between([row.by_id])
    return of_volunteer(volunteer, row, then=then)


@action("volunteer.left", may=policy.may_keep)
def leave(*, by: Asker, volunteer: Volunteer) -> Done:
    """They take their consent back: name, number and what was seen are emptied. A second time does nothing. Raises
    Refused while a complaint waits, and for who was barred unless a supervisor lets the name go."""
    row = held(volunteer)
    if row.state == VolunteerState.LEFT:
        return Done(row, silent=True)
    if row.state == VolunteerState.SUSPENDED:
        raise Refused(
            _("Ada keluhan tentang relawan ini. Namanya disimpan sampai diputuskan, supaya anak dan lansia aman."),
            code="complained",
        )
    if not policy.may_empty(by=by, volunteer=row):
        raise Refused(
            _("Relawan ini tidak boleh ditugaskan lagi. Namanya tetap disimpan supaya ia tidak didaftarkan lagi tanpa"
              " diketahui; hanya supervisor yang boleh menghapusnya."),
            code="barred",
        )  # fmt: skip
    _stop_all(by, Match.objects.filter(Q(volunteer=row) | Q(companion=row)))
    stepped(by, row, "leave")
    row.name = row.contact = ""
    row.save(update_fields=["state", "name", "contact"])
    row.vettings.update(what=None)
    return of_volunteer(row)


@action("volunteer.handed_on", may=policy.is_leaving)
def hand_on(*, by: Asker, staff: Staff, to: Staff) -> Done:
    """Whose account is closed: `to` keeps their volunteers and sees to their needs; nobody waits for them at a door."""
    _stop_all(by, Match.objects.filter(companion_staff=staff))
    Volunteer.objects.filter(keeper=staff).update(keeper=to)
    Need.objects.filter(owner=staff).exclude(state=NeedState.SETTLED).update(owner=to)
    return Done(staff, subject=("staff", staff.pk), agency_id=staff.agency_id)

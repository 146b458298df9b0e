"""A worker chooses who goes, tells them, and writes down what came of it."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.queries import secrets
from rangkul.support.volunteers import matching, policy
from rangkul.support.volunteers.actions.rows import ended, filled, held, noted, of_need
from rangkul.support.volunteers.behind import file_of
from rangkul.support.volunteers.models import Match, Need, Volunteer
from rangkul.support.volunteers.states import ACTIVE, IN_FAVOUR, MATCH, NEED, MatchState, NoteKind


@action("aid.matched", may=policy.may_match)
def match(
    *, by: Asker, need: Need, volunteer: Volunteer, companion: Volunteer | None = None, staff: Staff | None = None
) -> Done:
    """`companion` or `staff` goes along; one of them must where a child or an older person may be there and the
    volunteer is not vetted for that day. The database refuses it too."""
    row, one = held(need), held(volunteer)
    if one.state not in ACTIVE:
        raise Refused(_("Relawan ini sedang tidak bertugas."), code="state")
    along = _at_work(row, companion, staff)
    if row.is_guarded and not (one.is_vetted_on(row.until_day) or _is_safe_with(row, one, along) or staff):
        said = _("Relawan ini belum selesai diperiksa, dan mungkin ada anak atau lansia di sana. Pilih siapa yang"
                 " mendampinginya.")  # fmt: skip
        raise Refused(said, field="along", code="alone")
    NEED.step(row, "match")
    found = Match(
        need=row, volunteer=one, companion=along, companion_staff=staff, by_id=by.staff_id,
        because=[fit for fit in matching.fits(row, one) if fit in IN_FAVOUR],
    )  # fmt: skip
    found.save(force_insert=True)
    row.save(update_fields=["state"])
    return of_need(row, found, volunteer=str(one.pk))


def _at_work(need: Need, companion: Volunteer | None, staff: Staff | None) -> Volunteer | None:
    """The companion as they are now. Raises Refused where they were stopped or left, or where `staff` works with no
    client of this agency."""
    along = held(companion) if companion else None
    if along and along.state not in ACTIVE:
        raise Refused(_("Pendampingnya sedang tidak bertugas. Pilih yang lain."), field="along", code="state")
    if staff and not (staff.practises and staff.is_active and staff.agency_id == need.agency_id):
        raise Refused(_("Yang mendampingi harus petugas yang bekerja dengan klien."), field="along", code="staff")
    return along


def _is_safe_with(need: Need, volunteer: Volunteer, companion: Volunteer | None) -> bool:
    return companion is not None and companion.pk != volunteer.pk and companion.is_vetted_on(need.until_day)


@action("aid.told", may=policy.may_lead)
def tell(*, by: Asker, match: Match, words: str, agreed: bool) -> Done:
    """`words`: what the volunteer was told, as little as it takes; `agreed`: the client wants them to come."""
    row = held(match)
    if not agreed:
        raise Refused(
            _("Tanyakan dulu kepada klien siapa yang boleh datang dan apa yang boleh ia tahu."), field="agreed"
        )
    said = filled(words, _("Tulis apa yang Anda sampaikan kepada relawan."), "words")
    _no_secret(row.need, said)
    MATCH.step(row, "tell")
    row.told_at = clock.now()
    row.save(update_fields=["state", "told_at"])
    noted(by, row, NoteKind.TOLD, said)
    return of_need(row.need, row)


def _no_secret(need: Need, words: str) -> None:
    """Where somebody hides is told to no volunteer, nor a number of the file."""
    case, request = file_of(need)
    known = secrets.secrets_of(case) if case else secrets.secrets_of_request(request)
    found = [str(one.what) for one in secrets.found_in(words, known)]
    if found:
        raise Refused(_("Ini tidak boleh disampaikan: %(what)s.") % {"what": ", ".join(found)}, field="words")


@action("aid.came", may=policy.may_lead)
def come(*, by: Asker, match: Match) -> Done:
    row = held(match)
    ended(row, "come")
    return of_need(row.need, row)


@action("aid.missed", may=policy.may_lead)
def miss(*, by: Asker, match: Match, words: str) -> Done:
    return _without(by, match, "miss", NoteKind.MISSED, words)


@action("aid.called_off", may=policy.may_lead)
def call_off(*, by: Asker, match: Match, words: str) -> Done:
    return _without(by, match, "call_off", NoteKind.CALLED_OFF, words)


def _without(by: Asker, match: Match, verb: str, kind: NoteKind, words: str) -> Done:
    row = held(match)
    said = filled(words, _("Tulis mengapa."), "words")
    ended(row, verb)
    noted(by, row, kind, said)
    return of_need(row.need, row)


@action("aid.heard", may=policy.may_lead)
def hear(*, by: Asker, match: Match, words: str) -> Done:
    """What the client says of it, in their own words; as often as they say something."""
    row = held(match)
    if row.state not in (MatchState.CAME, MatchState.ABSENT):
        raise Refused(_("Catat dulu apakah relawannya datang."), code="state")
    noted(by, row, NoteKind.CLIENT, filled(words, _("Tulis kata klien."), "words"))
    return of_need(row.need, row)


@action("aid.thanked", may=policy.may_lead)
def thank(*, by: Asker, match: Match) -> Done:
    """Once; a second time does nothing."""
    row = held(match)
    if row.state != MatchState.CAME:
        raise Refused(_("Terima kasih disampaikan sesudah relawannya datang."), code="state")
    if row.thanked_at is not None:
        return of_need(row.need, row, silent=True)
    row.thanked_at = clock.now()
    row.save(update_fields=["thanked_at"])
    return of_need(row.need, row)

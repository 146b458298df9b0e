"""Taking a row in hand, the step that a volunteer's change leaves, and the shape of what every verb says."""

from typing import Any, TypeVar

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused
from rangkul.base.asking import Asker
from rangkul.base.models import Row
from rangkul.base.taxonomy.queries import AID
from rangkul.base.taxonomy.shipped import terms
from rangkul.support.volunteers.models import Match, MatchNote, Need, Step, Volunteer
from rangkul.support.volunteers.states import KECAMATAN, MATCH, NEED, VOLUNTEER, MatchState, NeedState, NoteKind

Held = TypeVar("Held", Volunteer, Need, Match)
_RELATED: dict[type[Row], tuple[str, ...]] = {
    Volunteer: ("key",), Need: ("key",), Match: ("need__key", "volunteer__key")
}  # fmt: skip


def held(row: Held) -> Held:
    """The row as it is now, held until the verb ends. Raises Http404 where the asker does not see it any more."""
    rows = type(row)._default_manager.select_for_update(of=("self",)).select_related(*_RELATED[type(row)])
    found = rows.filter(pk=row.pk).first()
    if found is None:
        raise Http404
    return found


def filled(text: str, message: str, field: str) -> str:
    text = text.strip()
    if not text:
        raise Refused(message, field=field, code="empty")
    return text


def known_aid(codes: list[str], field: str) -> list[str]:
    """In the order of the list. Raises Refused where one is not in it, or none is chosen."""
    chosen = [term.code for term in terms(AID) if term.code in codes]
    if not chosen or len(chosen) != len(set(codes)):
        raise Refused(_("Pilih dari daftar."), field=field)
    return chosen


def near_enough(region_code: str) -> str:
    if len(region_code) < KECAMATAN:
        raise Refused(_("Pilih desa, kelurahan, atau kecamatan."), field="place")
    return region_code


def stepped(by: Asker, volunteer: Volunteer, verb: str) -> None:
    """Move a volunteer who is held, and leave the row that says so; the caller saves what else changed."""
    if verb in VOLUNTEER.steps:
        VOLUNTEER.step(volunteer, verb)
    Step(volunteer=volunteer, verb=verb, by_id=by.staff_id).save(force_insert=True)


def noted(by: Asker, match: Match, kind: NoteKind, words: str) -> None:
    row = MatchNote(match=match, key=match.need.key, kind=kind, by_id=by.staff_id)
    row.words = words
    row.save(force_insert=True)


def ended(match: Match, verb: str) -> None:
    """The match is over; where nobody came the need looks for somebody again."""
    MATCH.step(match, verb)
    match.ended_at = clock.now()
    match.save(update_fields=["state", "ended_at"])
    need = held(match.need)
    if match.state != MatchState.CAME and need.state == NeedState.MATCHED:
        NEED.step(need, "free")
        need.save(update_fields=["state"])


def of_volunteer(row: Volunteer, result: Row | None = None, **payload: Any) -> Done:
    return Done(result or row, subject=("volunteer", row.pk), payload=payload, agency_id=row.agency_id)


def of_need(row: Need, result: Row | None = None, *, silent: bool = False, **payload: Any) -> Done:
    """An event about a need; never about a case, for who reads it may not read that."""
    return Done(result or row, subject=("aid_need", row.pk), payload=payload, agency_id=row.agency_id, silent=silent)

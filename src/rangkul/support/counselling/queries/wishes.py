"""In which language, and by whom, people wish to be spoken to, and who in the unit can."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import LANGUAGES
from rangkul.support.counselling.models import Room

_NAMES = dict(LANGUAGES)
INDONESIAN = "id"


@dataclass(frozen=True)
class Wish:
    """`sex` in words, "" where it does not matter; `speakers` are called names, those on duty first. `code`: which
    language, "" for Indonesian."""

    language: str = ""
    sex: str = ""
    speakers: tuple[str, ...] = ()
    code: str = ""

    def __bool__(self) -> bool:
        return bool(self.language or self.sex)


def name_of(language: str) -> str:
    return str(_NAMES.get(language, language))


def wishes_of(rooms: Collection[Room]) -> dict[object, Wish]:
    """By request, for the rooms of one unit whose requests the asker sees."""
    if not rooms:
        return {}
    asked = Request.objects.filter(pk__in=[room.request_id for room in rooms])
    wanted = [one for one in asked.only("language", "wants_sex") if one.language or one.wants_sex]
    speakers = _speakers(rooms) if any(one.language for one in wanted) else []
    return {
        one.pk: Wish(
            name_of(one.language) if one.language else "",
            str(one.get_wants_sex_display()) if one.wants_sex else "",
            tuple(staff.called_name for staff in speakers if one.language and one.language in staff.languages),
            one.language,
        )
        for one in wanted
    }


def _speakers(rooms: Collection[Room]) -> list[Staff]:
    here = Staff.objects.filter(unit_id__in={room.unit_id for room in rooms}, is_active=True)
    here = here.filter(roles__overlap=["peksos", "junior", "supervisor"])
    return list(here.order_by("-on_duty", "called_name", "pk"))

"""A person's own data in a form that anybody can read, and in one that another system can (UU 27/2022 Pasal 7, 13).

Each package tells through `hooks.copies` what it holds for the person. It is asked as the worker who makes the copy, so
nothing is in it that this worker may not see; what the team wrote for itself or what speaks of others is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Person
from rangkul.commons.people.queries import identity_ids
from rangkul.commons.trust import hooks, policy
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.commons.trust.models import RightsRequest
from rangkul.commons.trust.states import RightsState


def sections_of(wish: RightsRequest) -> list[Section]:
    whose = Whose(_person_ids(wish), wish.subject_id if wish.subject_kind == "request" else None)
    return [section for told in hooks.copies for section in told(whose) if section.rows]


def _person_ids(wish: RightsRequest) -> tuple[UUID, ...]:
    person = Person.objects.filter(pk=wish.person_id).first() if wish.person_id else None
    return tuple(identity_ids(person)) if person else ()


@action("copy.made", may=policy.may_hand_out)
def make_copy(*, by: Asker, wish: RightsRequest) -> Done:
    """The sections of a copy that was granted."""
    if wish.state != RightsState.GRANTED:
        raise Refused(_("Salinan dibuat setelah permintaannya disetujui."), code="state")
    payload = {"rights": str(wish.pk), "right": wish.right}
    return Done(sections_of(wish), subject=(wish.subject_kind, wish.subject_id), payload=payload)


def as_text(sections: list[Section]) -> str:
    return "\r\n".join(_lines(sections)) + "\r\n"


def _lines(sections: list[Section]) -> Iterator[str]:
    yield _("Salinan data Anda")
    yield _("Dibuat %(when)s. Simpan di tempat yang aman.") % {"when": f"{clock.local(clock.now()):%d-%m-%Y %H.%M}"}
    for section in sections:
        yield from ("", section.title, "-" * len(section.title))
        for label, value in section.rows:
            yield f"{label}: {value}".replace("\n", "\r\n    ")


def as_json(sections: list[Section]) -> str:
    rows = [
        {"section": section.title, "data": [{"name": label, "value": value} for label, value in section.rows]}
        for section in sections
    ]
    return json.dumps({"made_at": clock.now().isoformat(), "sections": rows}, ensure_ascii=False, indent=2)

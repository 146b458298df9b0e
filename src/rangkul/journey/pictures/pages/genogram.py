"""The family of a case, drawn: the picture, the panel beside it, and under it the same in words and as a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.commons.people.queries import Duplicate
from rangkul.journey.pictures.genogram.describing import age_words, listed
from rangkul.journey.pictures.genogram.family import PERSON, Family, Member, other_of
from rangkul.journey.pictures.genogram.legend import legend
from rangkul.journey.pictures.pages.frame import Picture, around, case_or_404
from rangkul.journey.pictures.pages.panel import panel


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """`?orang=` chooses a member, `?buat=` opens the form of a verb, `?baris=` names the line that it is about."""
    picture = Picture(case_or_404(request, case_id))
    asked = {name: request.GET.get(name, "") for name in ("orang", "buat", "baris")}
    return page(request, picture, asked["orang"], asked["buat"], asked["baris"])


def page(
    request: HttpRequest,
    picture: Picture,
    chosen: str = "",
    doing: str = "",
    row: str = "",
    *,
    form: Any = None,
    similar: Iterable[Duplicate] = (),
) -> HttpResponse:
    case, family = picture.case, picture.family
    frame = around(request, case, "pictures:genogram", _("Gambar keluarga"))
    chosen = chosen if chosen in family.by_id else ""
    words = {
        **frame,
        "empty": not family.members,
        "alone": len(family.members) == 1,
        "drawing": picture.drawn(choosing=True, chosen=chosen) if family.members else "",
        "crossings": picture.layout.crossings,
        "sentences": picture.sentences,
        "rows": table_of(family),
        "legend": legend(),
        "similar": [{"person": one.person, "reasons": one.reasons, "likely": one.level == "likely"} for one in similar],
        **panel(picture, chosen, doing, row, form, may=frame["may_draw"]),
    }
    return render(request, "pictures/genogram.html", words, status=422 if form is not None else 200)


def table_of(family: Family) -> list[dict[str, Any]]:
    """The same picture for who reads better in rows: everybody with what binds them."""
    return [_row(family, member) for member in family.members if member.kind == PERSON]


def _row(family: Family, member: Member) -> dict[str, Any]:
    def names(ids: Iterable[str]) -> str:
        found = [family.by_id[one].name for one in dict.fromkeys(ids) if family.by_id[one].kind == PERSON]
        return listed(found) if found else ""

    one = member.id
    return {
        "member": member,
        "sex": {"L": _("laki-laki"), "P": _("perempuan"), "X": _("lainnya")}.get(member.sex, _("belum diketahui")),
        "age": age_words(member),
        "partners": names(other_of(couple, one) for couple in family.couples_of(one)),
        "parents": names(link.parent for link in family.parents_of(one)),
        "children": names(link.child for link in family.children_of(one)),
        "carers": names(row.carer for row in family.carers if row.person == one),
        "home": ", ".join(home.name for home in family.homes if one in home.members),
    }

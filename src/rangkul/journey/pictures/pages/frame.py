"""What the pictures of a case share: the case or 404, the way between them; and the family of the genogram."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.commons.people.models import Person
from rangkul.journey.cases.frame import case_or_404  # noqa: F401  for the pages beside
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.genogram.describing import sentences
from rangkul.journey.pictures.genogram.drawing import draw
from rangkul.journey.pictures.genogram.family import Family
from rangkul.journey.pictures.genogram.layout import Layout, lay_out
from rangkul.journey.pictures.genogram.reading import family_of
from rangkul.journey.pictures.policy import may_draw
from rangkul.journey.pictures.queries import Records, records_of

# The pictures in the order in which an assessment tells them.
PICTURES = (
    ("pictures:genogram", gettext_lazy("Genogram"), "users-group"),
    ("pictures:ecomap", gettext_lazy("Ekomap"), "world"),
    ("pictures:problems", gettext_lazy("Pohon masalah"), "git-merge"),
    ("pictures:lifeline", gettext_lazy("Garis waktu"), "history"),
)


def around(request: HttpRequest, case: Case, here: str, title: str) -> dict[str, Any]:
    """What every picture has around it: the crumbs, the way to the others, and whether the asker draws."""
    return {
        "case": case,
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": title, "url": ""},
        ],
        "pictures": [
            {"label": label, "url": reverse(name, args=[case.pk]), "icon": icon, "current": name == here}
            for name, label, icon in PICTURES
        ],
        "may_draw": case.is_open and may_draw(by=request.asker, case=case),
    }


@dataclass
class Picture:
    """The family of one case, read once and laid out when it is drawn."""

    case: Case

    @cached_property
    def records(self) -> Records:
        return records_of(self.case)

    @cached_property
    def family(self) -> Family:
        return family_of(self.records)

    @cached_property
    def layout(self) -> Layout:
        return lay_out(self.family)

    @cached_property
    def sentences(self) -> list[str]:
        return sentences(self.family, self.layout.unions)

    def person_or_404(self, person_id: UUID) -> Person:
        """Somebody on this picture, under whatever registration."""
        root = self.records.root.get(person_id, person_id)
        if root not in self.records.persons:
            raise Http404
        return self.records.persons[root]

    @property
    def title(self) -> str:
        return _("Genogram keluarga %(name)s") % {"name": self.case.client_name}

    def drawn(self, *, choosing: bool, chosen: str = "") -> SafeString:
        about = " ".join(self.sentences[:12])
        link = self.address_of if choosing else None
        return draw(self.layout, self.title, about, link, chosen)

    def address_of(self, member: str) -> str:
        return f"{reverse('pictures:genogram', args=[self.case.pk])}?orang={member}#panel"

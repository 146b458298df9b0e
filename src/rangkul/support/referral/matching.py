"""Who could help with this need: asked of the directory where that module is there, with its reasons."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.asking import Asker
from rangkul.journey.assessment.models import CaseCategory
from rangkul.journey.cases import hooks
from rangkul.journey.cases.models import Case, Document
from rangkul.journey.cases.states import PAPERS
from rangkul.support.referral.behind import CaseOrRequest
from rangkul.support.referral.models import Need, Referral
from rangkul.support.referral.states import Way

# So many at first, and as many again each time somebody asks for more.
MOST = 8
LONGEST = 200
# The way of a contact in the directory; a link goes by no voice.
_LINK = {"email": Way.EMAIL, "whatsapp": Way.WHATSAPP}
_CODE = {**_LINK, "phone": Way.PHONE}


@dataclass(frozen=True)
class Match:
    """One service as the worker chooses it. `doubts`, by their code, are what must be answered with a reason
    before it is asked."""

    service_id: UUID
    organization_id: UUID
    name: str
    place: str
    # In kilometres, in words; "" where it is not known.
    far: str = ""
    because: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    fresh: bool = True
    room: str = ""
    doubts: Mapping[str, str] = field(default_factory=dict)
    asked: bool = False
    answers_within: int | None = None
    contacts: tuple[tuple[str, str], ...] = field(default=())

    @property
    def doubt(self) -> str:
        return " ".join(self.doubts.values())

    @property
    def _link(self) -> tuple[str, str]:
        return next(((way, value) for way, value in self.contacts if way in _LINK), ("email", ""))

    @property
    def contact(self) -> str:
        return self._link[1]

    @property
    def link_by(self) -> str:
        return _LINK[self._link[0]]

    @property
    def _code(self) -> tuple[str, str]:
        """Another place of the same receiver; where none is known a worker rings them."""
        way, value = self._link
        others = ((one, at) for one, at in self.contacts if one in _CODE and one != way and at != value)
        return next(others, ("phone", ""))

    @property
    def code_by(self) -> str:
        return _CODE[self._code[0]]

    @property
    def code_contact(self) -> str:
        return self._code[1]


def there() -> bool:
    return apps.is_installed("rangkul.commons.directory")


def candidates(
    file: CaseOrRequest, need: Need, *, asked: Collection[UUID | None] = (), limit: int = MOST
) -> list[Match]:
    """The best first; those that were asked already are marked, not hidden."""
    if not there():
        return []
    from rangkul.commons.directory import queries as directory

    found = directory.candidates(
        need=[need.kind], area=need.region_code or file.region_code, facts=_facts(file), limit=limit
    )
    rooms = _rooms([one.service.pk for one in found])
    return [_match(one, asked, rooms.get(one.service.pk, [])) for one in found]


def _rooms(services: list[UUID]) -> dict[UUID, list[Any]]:
    """The newest count of each unit, by service."""
    from rangkul.commons.directory.models import Capacity

    newest: dict[tuple[UUID, str], Any] = {}
    for row in Capacity.objects.filter(service_id__in=services).order_by("counted_on"):
        newest[row.service_id, row.unit] = row
    found: dict[UUID, list[Any]] = {}
    for row in newest.values():
        found.setdefault(row.service_id, []).append(row)
    return found


def _facts(file: CaseOrRequest) -> dict[str, Any]:
    """Only what is known; what is not makes a line of "belum pasti", never a no. The group that was noted with a need
    is for statistics alone: what a client belongs to stands in their case, often several at once."""
    held = CaseCategory.objects.filter(case=file, until=None) if isinstance(file, Case) else CaseCategory.objects.none()
    codes = list(held.values_list("term__code", flat=True))
    facts: dict[str, Any] = hooks.facts_of(file) if isinstance(file, Case) else {}
    facts |= {"categories": codes} if codes else {}
    if papers := _papers(file, facts.get("documents", {})):
        facts["documents"] = papers
    if file.person is None:
        return facts | ({"age": age} if (age := getattr(file, "age", None)) is not None else {})
    if file.person.sex:
        facts["sex"] = file.person.sex
    if file.person.birth_date:
        facts["age"] = days.age_on(file.person.birth_date, days.today(file.region_code))
    return facts


def _papers(file: CaseOrRequest, said: Mapping[str, tuple]) -> dict[str, tuple]:
    """By kind: whether they have it, since when that is known, and whether it lies with the case. The later of what
    was attached and what was answered counts."""
    rows = Document.objects.filter(case=file, kind__in=PAPERS) if isinstance(file, Case) else Document.objects.none()
    found: dict[str, tuple] = {
        kind: (True, clock.local(at, file.region_code).date(), True)
        for kind, at in rows.order_by("made_at").values_list("kind", "made_at")
    }
    return found | {code: known for code, known in said.items() if code not in found or known[1] >= found[code][1]}


def _match(one: Any, asked: Collection[UUID | None], rooms: list[Any]) -> Match:
    service = one.service
    return Match(
        service_id=service.pk, organization_id=service.organization_id,
        name=", ".join(dict.fromkeys((service.name, service.organization.name))),
        place=one.place, far=one.far, because=tuple(map(str, one.because)), unsure=tuple(map(str, one.unsure)),
        fresh=one.fresh, room="; ".join(_said(row) for row in rooms),
        doubts=_unfit(one.against) | _doubts(service, rooms, fresh=one.fresh), asked=service.pk in asked,
    )  # fmt: skip


def _unfit(against: Collection[str]) -> dict[str, str]:
    said = "; ".join(against)
    return {"unfit": _("Menurut daftar: %(why)s. Tulis mengapa tetap ditanyakan.") % {"why": said}} if said else {}


def _doubts(service: Any, rooms: list[Any], *, fresh: bool) -> dict[str, str]:
    """By their code, so that what is new at the sending can be told from what was answered at the preparing."""
    from rangkul.commons.directory.states import Status, Topic

    found: dict[str, str] = {}
    if service.status in (Status.INACTIVE, Status.DEFUNCT):
        found["closed"] = _("Layanan ini tidak melayani lagi menurut daftar. Tulis mengapa tetap ditanyakan.")
    elif service.status == Status.PAUSED:
        found["paused"] = _("Layanan ini sedang tutup sementara. Tulis mengapa tetap ditanyakan.")
    if rooms and all(row.available == 0 for row in rooms):
        found["full"] = _("Tempatnya penuh menurut catatan terakhir. Tulis mengapa tetap ditanyakan.")
    if service.doubt:
        news = {"news": str(Topic(service.doubt).label).lower()}
        found["news"] = _("Ada kabar tentang layanan ini: %(news)s. Pastikan dulu, lalu tulis caranya.") % news
    elif not fresh:
        found["stale"] = _("Keterangan layanan ini lebih dari 6 bulan. Pastikan dulu, lalu tulis caranya.")
    return found


def news(referral: Referral) -> dict[str, str]:
    """What speaks against its receiver now and did not when it was prepared; a draft may be weeks old."""
    if referral.service_id is None or not there():
        return {}
    from rangkul.commons.directory import queries as directory
    from rangkul.commons.directory.models import Service

    service = Service.objects.select_related("organization").filter(pk=referral.service_id).first()
    if service is None:
        now = {"gone": _("Layanan ini tidak ada lagi di daftar. Tulis mengapa tetap ditanyakan.")}
    else:
        rooms = _rooms([service.pk]).get(service.pk, [])
        (entry,) = directory.entries([service], whole=False)
        now = _doubts(service, rooms, fresh=entry.fresh(days.today(referral.file.region_code)))
    return {code: words for code, words in now.items() if code not in referral.doubts.split()}


def _said(row: Any) -> str:
    day = date_format(row.counted_on, "j F Y")
    words = _("Tempat yang tersedia: %(n)d %(unit)s, dicatat %(day)s")
    return words % {"n": row.available, "unit": row.get_unit_display(), "day": day}


def chosen(file: CaseOrRequest, need: Need, service_id: UUID) -> Match | None:
    """This service, whether it would be offered or not, with where a referral may be sent and how soon they answer.
    None where the list does not hold it."""
    if not there():
        return None
    from rangkul.commons.directory import queries as directory
    from rangkul.commons.directory.models import Service

    service = Service.objects.select_related("organization").filter(pk=service_id).first()
    if service is None:
        return None
    area = need.region_code or file.region_code
    one = directory.candidate(service, need=[need.kind], area=area, facts=_facts(file))
    agreed = directory.agreement_with(agency_id=file.agency_id, organization_id=service.organization_id)
    return replace(
        _match(one, (), _rooms([service_id]).get(service_id, [])),
        answers_within=agreed.response_hours if agreed else None,
        contacts=tuple((one.channel, one.value) for one in directory.receivers_of(service)),
    )


def known(found: Match) -> dict[str, Any]:
    """What the entry says by itself about the receiver; name and contact the worker has before them and may change."""
    return {
        "service_id": found.service_id, "organization_id": found.organization_id,
        "answers_within": found.answers_within, "doubt": found.doubt, "doubts": tuple(found.doubts),
    }  # fmt: skip


def own_services(agency_id: UUID) -> dict[UUID, str]:
    """The services that this agency runs itself, by name."""
    if not there():
        return {}
    from rangkul.commons.directory.models import Service

    rows = Service.objects.filter(organization__agency_id=agency_id).order_by("name", "pk")
    return dict(rows.values_list("pk", "name"))


def mark_gone(by: Asker, service_id: UUID) -> None:
    """A receiver said that they have closed or moved: the entry is marked until somebody has looked."""
    if not there():
        return
    from rangkul.commons.directory import actions as directory
    from rangkul.commons.directory.models import Service
    from rangkul.commons.directory.states import Topic

    service = Service.objects.filter(pk=service_id).first()
    if service is not None:
        directory.suggest(by=by, service=service, topic=Topic.CLOSED, text=_("Dikatakan penerima rujukan."))

"""What whoever decides about a request should know: ties between them and the person, and whether the unit serves the
place and the problem. The machine says what it sees; it decides neither."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from rangkul.base import names
from rangkul.base.asking import Asker
from rangkul.commons.people.models import HouseholdMember, Person, Staff
from rangkul.commons.people.queries import households_of, kin_of
from rangkul.entry.intake.models import Conflict, Request
from rangkul.entry.intake.queries.one import contact_of
from rangkul.entry.intake.rules.fitting import Fitting, fitting
from rangkul.entry.intake.states import Fit

# Two names that are this much alike may be one human being; a common name is no tie, so it is asked, never concluded.
_ALIKE = 0.93
_MOST = 5


@dataclass(frozen=True)
class Fitness:
    """`code` is one of `Fit`; `why` says it in a sentence."""

    code: str
    why: str

    @property
    def label(self) -> str:
        return str(Fit(self.code).label)

    @property
    def is_outside(self) -> bool:
        return self.code in (Fit.AREA, Fit.FIELD, Fit.BOTH)


def fitting_of(request: Request) -> Fitting:
    unit = request.unit
    return fitting(areas=unit.areas, fields=unit.fields, area=request.region_code, problems=request.fields)


def fitness_of(request: Request) -> Fitness:
    found = fitting_of(request)
    return Fitness(found.code, " ".join(_why(found, request)))


def _why(found: Fitting, request: Request) -> Iterator[str]:
    told = {"unit": request.unit.name, "place": request.place}
    if found.area is None:
        yield _("Tempatnya belum diketahui.")
    elif found.area:
        yield _("%(unit)s melayani wilayah ini.") % told
    else:
        yield _("%(unit)s tidak melayani %(place)s.") % told
    if found.field is not None:
        words = _("%(unit)s melayani masalah ini.") if found.field else _("%(unit)s tidak melayani masalah ini.")
        yield words % told


def conflicted(request_id: UUID | None) -> frozenset[UUID]:
    """Ids of the workers who said that they are tied to the person of this request; also for who sees the case and not
    the request by which it came."""
    if request_id is None:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute("SELECT intake_tied(%s)", [request_id])
        return frozenset(staff_id for (staff_id,) in cursor.fetchall())


def is_set_aside(request_id: UUID) -> bool:
    """Whether the asker stepped aside from this request, and so reads it no more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s = ANY (intake_set_aside())", [request_id])
        return cursor.fetchone()[0]


def conflicts_of(request: Request) -> list[Conflict]:
    return list(Conflict.objects.filter(request=request).select_related("staff", "key").order_by("made_at"))


def ties_seen(asker: Asker, request: Request) -> list[str]:
    """Sentences on what in the records looks like a tie between the person and the asker, or a colleague of the unit:
    somebody of the family, of the home, or who asks, with the name of one of them."""
    staff = list(Staff.objects.filter(unit_id=asker.unit_id, is_active=True)) if asker.unit_id else []
    found = []
    for name, whose in _around(request):
        for one in staff:
            if _is_like(name, one):
                found.append(_tie(name, whose, one, own=one.pk == asker.staff_id))
    return found[:_MOST]


def _is_like(name: str, staff: Staff) -> bool:
    """A called name alone says nothing: half the country shares it."""
    return len(name.split()) > 1 and names.similarity(name, staff.full_name) >= _ALIKE


def _tie(name: str, whose: str, staff: Staff, *, own: bool) -> str:
    told = {"name": name, "whose": whose, "colleague": staff.called_name}
    if own:
        return _("%(name)s (%(whose)s) bernama seperti Anda. Apakah itu Anda?") % told
    return _("%(name)s (%(whose)s) bernama seperti rekan Anda %(colleague)s.") % told


def _around(request: Request) -> Iterator[tuple[str, str]]:
    """(name, who that is) of the person and those around them, each name once, as far as the asker sees them."""
    known: set[str] = set()
    for name, whose in _all_around(request):
        if name and name not in known:
            known.add(name)
            yield name, whose


def _all_around(request: Request) -> Iterator[tuple[str, str]]:
    contact = contact_of(request)
    if contact is not None:
        yield contact.name, _("yang meminta")
        yield contact.about_name, _("yang perlu dibantu")
    person = Person.objects.filter(pk=request.person_id).first() if request.person_id else None
    if person is None:
        return
    yield person.full_name, _("orangnya sendiri")
    for kin in kin_of(person):
        yield kin.person.full_name, kin.label
    homes = [one.household_id for one in households_of(person)]
    living = HouseholdMember.objects.filter(household__in=homes, until__isnull=True).exclude(person=person)
    for member in living.select_related("person") if homes else ():
        yield member.person.full_name, _("serumah")

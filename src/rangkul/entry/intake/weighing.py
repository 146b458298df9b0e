"""Gathers the facts on which the rules decide. It asks as a job: the public may not know who works here."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef
from django.db.models.expressions import RawSQL

from rangkul.base.asking import acting, job
from rangkul.base.clock import zone
from rangkul.base.rules import Decision
from rangkul.commons.people.models import Staff, Unit
from rangkul.commons.people.states import Role
from rangkul.entry.intake import hooks
from rangkul.entry.intake.handed_in import HandedIn
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.rules import routing, triage
from rangkul.entry.intake.states import OPEN
from rangkul.entry.signals.queries import Signal

# Where no unit covers a place the rule takes the widest; the next ones stand by in case nobody there may own the
# request. A country has hundreds of units, and weighing each worker of each took longer than everything else.
_WIDEST = 5
_WIDTH = "(SELECT coalesce(min(length(area)), 99) FROM unnest(people_unit.areas) AS area)"


def level_of(given: HandedIn, received_at: datetime, found: Sequence[Signal] | None = None) -> Decision:
    """`found` are the signs in the narrative, where they were read already."""
    return triage.decide(
        triage.facts(
            received_at=received_at,
            zone=zone(given.region_code).key,
            channel=given.via,
            safe_now=given.safe_now,
            for_whom=given.for_whom,
            ages=given.ages,
            problem_fields=given.fields,
            own_words=given.narrative,
            violence_hours=given.violence_hours,
            found=found,
        )
    )


def owner_of(given: HandedIn, level: str, agency_id: UUID | None) -> Decision:
    """Who shall answer. Raises ValueError where the installation has no unit, or nobody may own the request."""
    with acting(job("intake.routing")):
        units = _units(given.region_code, agency_id)
        staff = list(Staff.objects.filter(unit__in=units, is_active=True))
        heads = [one for one in staff if Role.HEAD in one.roles] or _heads(units)
        workers = [one for one in staff if one.practises and Role.SUPERVISOR not in one.roles]
        load = _load([worker.pk for worker in workers])
    return routing.decide(
        routing.facts(
            level=level,
            area=given.region_code,
            problem_fields=given.fields,
            units=[_unit(unit, staff, heads, given.against_id) for unit in units],
            workers=[_worker(one, load) for one in workers],
            wants_sex=given.wants_sex,
            language=given.language,
            never=[str(given.against_id)] if given.against_id else [],
            last_resort=str(heads[0].pk) if heads else "",
        )
    )


def _units(area: str, agency_id: UUID | None) -> list[Unit]:
    """Those that cover the place, else the few widest; only units in which somebody works."""
    units = Unit.objects.filter(Exists(Staff.objects.filter(unit=OuterRef("pk"), is_active=True)), agency__active=True)
    if agency_id:
        units = units.filter(agency_id=agency_id)
    parts = area.split(".") if area else []
    around = ["", *(".".join(parts[:depth]) for depth in range(1, len(parts) + 1))]
    covering = list(units.filter(areas__overlap=around))
    return covering or list(units.alias(narrowest=RawSQL(_WIDTH, [])).order_by("narrowest", "pk")[:_WIDEST])  # noqa: S611


def _heads(units: list[Unit]) -> list[Staff]:
    agencies = {unit.agency_id for unit in units}
    heads = Staff.objects.filter(agency_id__in=agencies, roles__contains=[Role.HEAD], is_active=True)
    return list(heads.order_by("pk"))


def _unit(unit: Unit, staff: list[Staff], heads: list[Staff], against: UUID | None) -> routing.Unit:
    """Of several supervisors the one complained about is passed over. Where a unit has none at all, the head stands for
    it; where the only one is complained about, the rule looks beside it first."""
    above = sorted((one for one in staff if one.unit_id == unit.pk and Role.SUPERVISOR in one.roles), key=_name)
    own_heads = [one for one in heads if one.agency_id == unit.agency_id]
    able = [one for one in above if one.pk != against]
    responsible = able or ([] if above else own_heads or heads)
    return routing.Unit(
        str(unit.pk), unit.name, str(responsible[0].pk) if responsible else "", tuple(unit.areas), tuple(unit.fields),
        str(unit.agency_id), str(own_heads[0].pk) if own_heads else "",
    )  # fmt: skip


def _name(staff: Staff) -> tuple[str, UUID]:
    return staff.full_name, staff.pk


def _worker(staff: Staff, load: Counter) -> routing.Worker:
    return routing.Worker(
        id=str(staff.pk),
        unit_id=str(staff.unit_id),
        on_duty=staff.on_duty,
        load=load[staff.pk],
        junior=Role.JUNIOR in staff.roles,
        trained_violence=staff.trained_violence,
        sex=staff.sex,
        languages=tuple(staff.languages) or ("id",),
    )


def _load(staff_ids: list[UUID]) -> Counter:
    """Open requests and whatever else later packages count: open cases."""
    held = Request.objects.filter(owner_id__in=staff_ids, state__in=OPEN).values_list("owner_id")
    load = Counter(dict(held.annotate(n=Count("id"))))
    for more in hooks.load:
        load.update(more(staff_ids))
    return load

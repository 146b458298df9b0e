"""From rows to the plain values of summary and comparison."""

from rangkul.journey.assessment.models import PieCoding, PieFinding
from rangkul.journey.assessment.pie.values import Coded, Found


def coded(row: PieCoding) -> Coded:
    return Coded(
        factor=row.factor,
        severity=row.severity,
        duration=row.duration,
        role=row.role,
        trouble=row.trouble,
        system=row.system,
        problem=row.problem,
        ground=row.ground,
        coping=row.coping,
        named=row.named,
    )


def found(row: PieFinding) -> Found:
    return Found(
        factor=row.factor,
        finding=row.finding,
        profession=row.profession,
        found_by=row.found_by,
        via=row.via,
        on=row.found_on,
        document=row.document,
    )

"""What is counted again and again: begun, followed by points and phases that are only added, ended with a reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead, today
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import policy
from rangkul.journey.plans.actions.drafting import done, still_open
from rangkul.journey.plans.models import Goal, Hypothesis, Measure, MeasurePoint
from rangkul.journey.plans.queries import standing

# So many lines at once are not followed by anybody.
MOST_MEASURES = 12
MOST_POINTS = 400
_LARGEST = Decimal("99999999.99")


@dataclass(frozen=True)
class Counted:
    """One value on one day, as it was written down, or `recalled` from memory."""

    on: date
    value: Decimal
    note: str = ""
    recalled: bool = False


def _attached(case: Case, thread: UUID | None, strand: UUID | None) -> None:
    if thread is not None and not Goal.objects.filter(case=case, thread=thread).exists():
        raise Refused(_("Tujuan ini tidak ada di rencana."), field="thread", code="goal")
    if strand is not None and not Hypothesis.objects.filter(case=case, strand=strand).exists():
        raise Refused(_("Dugaan ini tidak ada di rencana."), field="strand", code="hypothesis")


@action("measure.begun", may=policy.may_plan)
def begin_measure(
    *,
    by: Asker,
    case: Case,
    direction: str,
    counted_by: str,
    name: str = "",
    unit: str = "",
    how: str = "",
    setting: str = "",
    series: str = "",
    least: Decimal | None = None,
    most: Decimal | None = None,
    thread: UUID | None = None,
    strand: UUID | None = None,
) -> Done:
    """Begin to follow something: an own measure, or the scores of an instrument (`series` is its key)."""
    still_open(case)
    if not series and not (name.strip() and unit.strip()):
        raise Refused(_("Tulis apa yang dihitung dan satuannya."), field="name", code="name")
    if least is not None and most is not None and least >= most:
        raise Refused(_("Nilai paling kecil harus di bawah nilai paling besar."), field="most", code="scale")
    _attached(case, thread, strand)
    running = Measure.objects.filter(case=case, ended_on=None)
    if running.count() >= MOST_MEASURES:
        raise Refused(_("Paling banyak 12 ukuran sekaligus. Hentikan yang tidak dipakai lagi."), code="many")
    if series and running.filter(series=series).exists():
        raise Refused(_("Alat ukur ini sudah diikuti."), field="series", code="there")
    row = Measure(
        case=case, key=case.key, series=series, direction=direction, least=least, most=most, counted_by=counted_by,
        thread=thread, strand=strand, begun_by_id=by.staff_id,
    )  # fmt: skip
    row.name, row.unit, row.how, row.setting = name.strip(), unit.strip(), how, setting
    row.save(force_insert=True)
    return done(row, case, series=series)


@action("measure.attached", may=policy.may_plan)
def attach_measure(
    *, by: Asker, case: Case, measure: Measure, thread: UUID | None = None, strand: UUID | None = None
) -> Done:
    """Say to which goal and which hypothesis a measure belongs; None for neither."""
    _running(case, measure)
    _attached(case, thread, strand)
    measure.thread, measure.strand = thread, strand
    measure.save(update_fields=["thread", "strand"])
    return done(measure, case)


def _running(case: Case, measure: Measure) -> None:
    still_open(case)
    if measure.case_id != case.pk:
        raise Refused(_("Ukuran ini bukan bagian dari kasus ini."), code="other_case")
    if measure.ended_on is not None:
        raise Refused(_("Pengukuran ini sudah dihentikan."), code="ended")


def _within(measure: Measure, value: Decimal) -> None:
    if not value.is_finite() or abs(value) > _LARGEST:
        raise Refused(_("Angka ini terlalu besar."), field="value", code="large")
    if (measure.least is not None and value < measure.least) or (measure.most is not None and value > measure.most):
        raise Refused(_("Angka ini di luar skala ukurannya."), field="value", code="scale")


def _points(by: Asker, case: Case, measure: Measure, points: Iterable[Counted]) -> list[MeasurePoint]:
    rows = []
    there = {row.on for row in standing(MeasurePoint.objects.filter(measure=measure))}
    for point in points:
        not_ahead(point.on, "on", case.region_code)
        _within(measure, point.value)
        if point.on in there:
            raise Refused(_("Hari ini sudah ada titiknya. Koreksi titik itu."), field="on", code="there")
        there.add(point.on)
        row = MeasurePoint(case=case, measure=measure, key=case.key, on=point.on, value=point.value,
                           recalled=point.recalled, recorded_by_id=by.staff_id)  # fmt: skip
        row.note = point.note
        rows.append(row)
    if not rows:
        raise Refused(_("Tulis paling sedikit satu angka."), field="value", code="empty")
    if len(there) > MOST_POINTS:
        raise Refused(_("Terlalu banyak titik. Mulai ukuran baru."), code="many")
    return rows


@action("measure.counted", may=policy.may_plan)
def add_points(*, by: Asker, case: Case, measure: Measure, points: Iterable[Counted]) -> Done:
    """Append values, one a day. Raises Refused for a day ahead, off the scale, or on which there is a value already."""
    _running(case, measure)
    if measure.series:
        raise Refused(_("Titik alat ukur datang dari isian alat ukurnya."), code="instrument")
    rows = MeasurePoint.objects.bulk_create(_points(by, case, measure, points))
    return done(rows[0], case, measure=str(measure.pk), count=len(rows))


@action("measure.corrected", may=policy.may_plan)
def correct_point(
    *,
    by: Asker,
    case: Case,
    point: MeasurePoint,
    reason: str,
    on: date,
    value: Decimal,
    note: str = "",
    recalled: bool = False,
    taken_back: bool = False,
) -> Done:
    """Append what the value really was, or that there was none. The first stays readable."""
    _running(case, point.measure)
    if point.case_id != case.pk or point.taken_back or point.corrections.exists():
        raise Refused(_("Titik ini sudah dikoreksi. Koreksi yang terakhir."), code="corrected")
    not_ahead(on, "on", case.region_code)
    _within(point.measure, value)
    others = standing(MeasurePoint.objects.filter(measure=point.measure))
    if any(row.on == on and row.pk != point.pk for row in others):
        raise Refused(_("Hari ini sudah ada titiknya. Koreksi titik itu."), field="on", code="there")
    row = MeasurePoint(
        case=case, measure=point.measure, key=case.key, on=on, value=value, recalled=recalled, taken_back=taken_back,
        corrects=point, recorded_by_id=by.staff_id,
    )  # fmt: skip
    row.note, row.correction_reason = note, reason
    row.save(force_insert=True)
    return done(row, case, measure=str(point.measure_id), corrects=str(point.pk))


@action("measure.ended", may=policy.may_plan)
def end_measure(*, by: Asker, case: Case, measure: Measure, reason: str) -> Done:
    """Stop counting and say why; what was counted stays."""
    _running(case, measure)
    measure.ended_on, measure.end_reason = today(case.region_code), reason
    measure.save(update_fields=["ended_on", "end_reason"])
    return done(measure, case)

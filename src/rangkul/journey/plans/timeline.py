"""How the events of a plan read on the timeline of the case."""

from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.base.numbers import at_most
from rangkul.journey.cases.hooks import Entry, Presenter, by_id
from rangkul.journey.plans.models import Goal, Measure, MeasurePhase, MeasurePoint, Plan, Review
from rangkul.journey.plans.states import Judgement, ReviewKind


def _goal(event: Event, goal: Goal) -> Entry:
    title = _("Tujuan ditulis") if event.payload.get("new") else _("Tujuan diubah")
    return Entry(title=title, icon="target", text=goal.title)


def _agreed(event: Event, plan: Plan) -> Entry:
    title = _("Rencana versi %(version)d disepakati bersama klien") % {"version": plan.version}
    return Entry(title=title, icon="heart-handshake", text=plan.client_words)


def _version(event: Event, plan: Plan) -> Entry:
    title = _("Versi %(version)d dari rencana mulai disusun") % {"version": plan.version}
    return Entry(title=title, icon="copy", text=plan.change_reason)


def _review(event: Event, review: Review) -> Entry:
    said = {
        "client": Judgement(review.client_judgement).label if review.client_judgement else _("belum ditanya"),
        "worker": Judgement(review.worker_judgement).label,
    }
    return Entry(
        title=ReviewKind(review.kind).label,
        icon="eye-heart",
        text=review.client_words or review.client_absent,
        tags=[_("Klien: %(client)s") % said, _("Pekerja sosial: %(worker)s") % said],
    )


def _measure(event: Event, row: Measure) -> Entry:
    ended = event.name == "measure.ended"
    title = _("Pengukuran dihentikan: %(name)s") if ended else _("Mulai dihitung: %(name)s")
    name = row.name or row.series
    return Entry(title=title % {"name": name}, icon="chart-line", text=row.end_reason if ended else "")


def _attached(event: Event, row: Measure) -> Entry:
    title = _("Ukuran dikaitkan dengan rencana: %(name)s") % {"name": row.name or row.series}
    return Entry(title=title, icon="chart-line", kind="quiet")


def _points(event: Event, row: MeasurePoint) -> Entry:
    """Several at once are told by how many they are."""
    count, name = event.payload.get("count", 1), row.measure.name
    if event.name == "measure.corrected":
        title = _("Titik dikoreksi: %(name)s") % {"name": name}
        return Entry(title=title, icon="pencil", kind="quiet", tags=[row.correction_reason])
    if count > 1:
        title = _("%(count)s titik ditambahkan: %(name)s") % {"count": count, "name": name}
        return Entry(title=title, icon="chart-line", kind="quiet")
    values = {"name": name, "value": at_most(row.value), "unit": row.measure.unit}
    return Entry(title=_("%(name)s: %(value)s %(unit)s") % values, icon="chart-line", kind="quiet", text=row.note)


def _phase(event: Event, row: MeasurePhase) -> Entry:
    corrected = event.name == "phase.corrected"
    title = _("Fase %(letter)s dikoreksi: %(name)s") if corrected else _("Fase %(letter)s dimulai: %(name)s")
    tags = [row.correction_reason] if corrected else []
    return Entry(title=title % {"letter": row.letter, "name": row.name}, icon="route", kind="quiet", tags=tags)


def _alliance(event: Event, row: Any) -> Entry:
    """That the client answered, never what: the timeline is read by more people than the answers are."""
    return Entry(title=_("Klien menilai kerja sama"), icon="user-heart", kind="quiet")


PRESENTERS = {
    "measure.begun": Presenter(_measure, by_id(Measure, "key")),
    "measure.ended": Presenter(_measure, by_id(Measure, "key")),
    "measure.attached": Presenter(_attached, by_id(Measure, "key")),
    "measure.counted": Presenter(_points, by_id(MeasurePoint, "key", "measure__key")),
    "measure.corrected": Presenter(_points, by_id(MeasurePoint, "key", "measure__key")),
    "phase.begun": Presenter(_phase, by_id(MeasurePhase, "key")),
    "phase.corrected": Presenter(_phase, by_id(MeasurePhase, "key")),
    "alliance.rated": Presenter(_alliance),
    "goal.set": Presenter(_goal, by_id(Goal, "key")),
    "plan.agreed": Presenter(_agreed, by_id(Plan, "key")),
    "plan.version_begun": Presenter(_version, by_id(Plan, "key")),
    "review.held": Presenter(_review, by_id(Review, "key")),
}

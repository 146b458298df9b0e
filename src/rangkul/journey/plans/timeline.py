"""How the events of a plan read on the timeline of the case."""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from rangkul.base.models import Event
from rangkul.journey.cases.hooks import Entry, Presenter
from rangkul.journey.plans.models import Goal, Plan, Review
from rangkul.journey.plans.states import Judgement, ReviewKind


def by_id(model: type[Model]) -> Callable[[Collection[UUID]], Mapping[UUID, Any]]:
    def load(ids: Collection[UUID]) -> Mapping[UUID, Any]:
        return {row.pk: row for row in model.objects.filter(pk__in=ids).select_related("key")}

    return load


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


PRESENTERS = {
    "goal.set": Presenter(_goal, by_id(Goal)),
    "plan.agreed": Presenter(_agreed, by_id(Plan)),
    "plan.version_begun": Presenter(_version, by_id(Plan)),
    "review.held": Presenter(_review, by_id(Review)),
}

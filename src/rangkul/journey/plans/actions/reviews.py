"""Looking back with the client. A review is appended and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Min
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead, not_over
from rangkul.journey.cases.actions import remind
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import policy
from rangkul.journey.plans.actions.drafting import done, still_open
from rangkul.journey.plans.gas import LEVELS
from rangkul.journey.plans.models import Goal, Plan, Review, ReviewLevel
from rangkul.journey.plans.states import REVIEW_DAY, REVIEW_GRACE, PlanState


@dataclass(frozen=True)
class Reached:
    """How far one goal came: a level −2…+2 in each one's eyes, None where that person could not say."""

    client: int | None = None
    worker: int | None = None
    words: str = ""


def _check_voices(judgement: str, words: str, absent: str) -> None:
    if absent.strip() and (judgement or words.strip()):
        raise Refused(
            _("Isi penilaian klien, atau alasan klien belum bisa ditanya, bukan keduanya."),
            field="client_absent",
            code="both",
        )
    if not absent.strip() and not (judgement and words.strip()):
        raise Refused(
            _("Tulis penilaian klien dengan kata-katanya sendiri, atau mengapa klien belum bisa ditanya."),
            field="client_words",
            code="client",
        )


def _check_levels(reached: Mapping[UUID, Reached], goals: Mapping[UUID, Goal]) -> None:
    if not reached.keys() <= goals.keys():
        raise Refused(_("Tujuan ini tidak ada di rencana yang disepakati."), code="goal")
    if any(level is not None and level not in LEVELS for one in reached.values() for level in (one.client, one.worker)):
        raise Refused(_("Pilih tingkat −2 sampai +2."), code="level")
    if not any(one.worker is not None or one.client is not None for one in reached.values()):
        raise Refused(_("Tandai tingkat paling sedikit satu tujuan."), code="empty")


def _check_day(case: Case, held_on: date) -> None:
    """What was agreed later may be looked back at late; before anything was agreed there is nothing to look back at."""
    begun = Plan.objects.filter(case=case).aggregate(first=Min("agreed_on"))["first"]
    if begun is not None and held_on < begun:
        said = _("Rencana baru disepakati %(day)s. Tinjauan tidak bisa lebih awal dari itu.")
        raise Refused(said % {"day": date_format(begun, "j F Y")}, field="held_on", code="early")


@action("review.held", may=policy.may_plan)
def hold_review(
    *,
    by: Asker,
    case: Case,
    kind: str,
    held_on: date,
    reached: Mapping[UUID, Reached],
    worker_judgement: str,
    worker_words: str,
    next_step: str,
    client_judgement: str = "",
    client_words: str = "",
    client_absent: str = "",
    next_reason: str = "",
    next_on: date | None = None,
) -> Done:
    """Write down one review: `reached` maps goals (their ids) to levels. Both voices are kept, side by side.

    Raises Refused without an agreed plan, without any level, or where the client's voice is missing unexplained.
    """
    still_open(case)
    not_ahead(held_on, "held_on", case.region_code)
    not_over(next_on, "next_on", case.region_code)
    plan = Plan.objects.filter(case=case, state=PlanState.AGREED).select_related("key").first()
    if plan is None:
        raise Refused(_("Belum ada rencana yang disepakati untuk ditinjau."), code="plan")
    _check_day(case, held_on)
    goals = {goal.pk: goal for goal in plan.goals.all()}
    _check_voices(client_judgement, client_words, client_absent)
    _check_levels(reached, goals)
    review = Review.objects.create(
        case=case,
        plan=plan,
        key=case.key,
        kind=kind,
        held_on=held_on,
        client_judgement=client_judgement,
        client_words=client_words,
        client_absent=client_absent,
        worker_judgement=worker_judgement,
        worker_words=worker_words,
        next_step=next_step,
        next_reason=next_reason,
        next_on=next_on,
        recorded_by_id=by.staff_id,
    )
    _keep_levels(review, reached, goals)
    later = plan.review_on if plan.review_on and plan.review_on > held_on else None
    remind(case, REVIEW_DAY, plan.pk, next_on or later, grace=REVIEW_GRACE)
    return done(review, case, kind=kind, plan=str(plan.pk))


def _keep_levels(review: Review, reached: Mapping[UUID, Reached], goals: Mapping[UUID, Goal]) -> None:
    for goal_id, one in reached.items():
        row = ReviewLevel(
            case=review.case,
            review=review,
            goal=goals[goal_id],
            key=review.key,
            thread=goals[goal_id].thread,
            by_client=one.client,
            by_worker=one.worker,
        )
        row.words = one.words
        row.save(force_insert=True)

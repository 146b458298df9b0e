"""What a plan and its evaluation still need before the case goes on.

Everything here can be passed over by a person with a reason (A62), except what the database holds: no goal without
the client's view, no scale with a level missing.
"""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Stage
from rangkul.journey.plans import queries
from rangkul.journey.plans.models import Plan, Review
from rangkul.journey.plans.states import PlanState, ReviewKind

FEWEST_ALTERNATIVES = 2


def _page(name: str, case: Case, anchor: str = "") -> str:
    return reverse(f"plans:{name}", args=[case.pk]) + (f"#{anchor}" if anchor else "")


def criteria(case: Case) -> list[Missing]:
    """What leaving planning and leaving evaluation still need; asked only for the stage the case is in."""
    if case.stage == Stage.PLANNING:
        return list(_planning(case))
    if case.stage == Stage.EVALUATION:
        return list(_evaluation(case))
    return []


def gaps(plan: Plan | None) -> list[tuple[str, str, str]]:
    """(code, sentence, page) for everything that a plan lacks before it can be agreed."""
    if plan is None:
        return [("plan", _("Rencana belum dimulai."), "plan")]
    found = []
    if not plan.wish:
        found.append(("wish", _("Yang diinginkan klien belum ditulis."), "plan"))
    if not plan.goals.all():
        found.append(("goal", _("Belum ada tujuan yang disepakati bersama klien."), "new_goal"))
    alternatives = plan.alternatives.all()
    if len(alternatives) < FEWEST_ALTERNATIVES:
        found.append(("alternatives", _("Timbang paling sedikit dua jalan, dengan alasannya."), "alternatives"))
    elif not any(one.chosen for one in alternatives):
        found.append(("chosen", _("Tandai jalan yang dipilih."), "alternatives"))
    return found


def _planning(case: Case) -> Iterator[Missing]:
    plan = queries.plan_of(case)
    for code, sentence, page in gaps(plan):
        yield Missing(Stage.PLANNING, "exit", f"plans.{code}", sentence, _page(page, case))
    if plan is None or plan.state == PlanState.DRAFT:
        sentence = _("Rencana belum disepakati bersama klien.")
    elif plan.state == PlanState.ASKED:
        sentence = _("Rencana menunggu tanda tangan supervisor.")
    elif case.steps.filter(verb="revise_plan", at__gt=plan.signed_at).exists():
        # The case came back to change the plan; the version from before cannot stand for it.
        sentence = _("Versi baru dari rencana belum disusun.")
    else:
        return
    yield Missing(Stage.PLANNING, "exit", "plans.agreed", sentence, _page("plan", case, "sepakat"))


def _evaluation(case: Case) -> Iterator[Missing]:
    """The evaluation of this round: reviews from before the stage began do not stand for it."""
    since = case.stage_since.date()
    held = Review.objects.filter(case=case, held_on__gte=since) | Review.objects.filter(
        case=case, kind=ReviewKind.FINAL
    )
    if not held.exclude(client_judgement="").exists():
        told = held.exists()
        yield Missing(
            Stage.EVALUATION,
            "exit",
            "plans.review",
            _("Penilaian klien sendiri belum dicatat.") if told else _("Belum ada tinjauan bersama klien."),
            _page("review", case),
        )


def closing_checks(case: Case) -> list[Missing]:
    """A planned case ends with somebody having looked back at it."""
    planned = Plan.objects.filter(case=case, state=PlanState.AGREED).exists()
    if not planned or Review.objects.filter(case=case).exists():
        return []
    sentence = _("Rencana belum pernah ditinjau bersama klien.")
    return [Missing(Stage.TERMINATION, "exit", "plans.never_reviewed", sentence, _page("review", case))]

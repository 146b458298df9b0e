"""Goals: written with the client, measured by five levels, changed only while the plan is a draft."""

from collections.abc import Mapping

from django.db.models import Max
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import gas, policy, words
from rangkul.journey.plans.actions.drafting import done, draft_plan
from rangkul.journey.plans.models import Goal, Plan
from rangkul.journey.plans.models.goal import LEVEL_COLUMNS
from rangkul.journey.plans.states import ClientView

# So many goals at once are not carried by anybody.
MOST_GOALS = 12


def _check_levels(levels: Mapping[int, str]) -> None:
    missing = gas.missing_levels(levels)
    if missing:
        names = ", ".join(words.level_name(level).lower() for level in missing)
        raise Refused(
            _("Kelima tingkat perlu ditulis. Yang belum: %(names)s.") % {"names": names},
            field=LEVEL_COLUMNS[missing[0]],
            code="levels",
        )
    repeated = gas.repeated_levels(levels)
    if repeated:
        raise Refused(
            _("Tingkat ini sama dengan tingkat di bawahnya, jadi tidak bisa dibedakan."),
            field=LEVEL_COLUMNS[repeated[0]],
            code="repeated",
        )


def _check_client(view: str, said: str, settled: str) -> None:
    if view not in ClientView.values or not said.strip():
        raise Refused(
            _("Tulis pandangan klien tentang tujuan ini, dengan kata-katanya sendiri."),
            field="client_words",
            code="client",
        )
    if view == ClientView.WANTS_OTHER and not settled.strip():
        raise Refused(
            _("Klien menginginkan yang lain. Tulis apa yang akhirnya disepakati, atau ubah tujuannya."),
            field="settled",
            code="settled",
        )


def _goal_of(plan: Plan, goal: Goal | None) -> Goal:
    if goal is None:
        numbers = plan.goals.aggregate(last=Max("number"))["last"] or 0
        if plan.goals.count() >= MOST_GOALS:
            raise Refused(_("Paling banyak 12 tujuan. Pilih yang paling penting bagi klien."), code="many")
        return Goal(case=plan.case, plan=plan, key=plan.key, number=numbers + 1)
    if goal.plan_id != plan.pk:
        raise Refused(_("Tujuan ini bagian dari versi lain."), code="other_plan")
    return goal


@action("goal.set", may=policy.may_plan)
def set_goal(
    *,
    by: Asker,
    case: Case,
    title: str,
    purpose: str,
    responsible: str,
    client_view: str,
    client_words: str,
    levels: Mapping[int, str],
    goal: Goal | None = None,
    settled: str = "",
    dimension: str = "",
    weight: int = 3,
    baseline: int = -1,
) -> Done:
    """Add a goal to the draft, or change one there. `levels` maps −2…+2 to words, and all five are needed.

    Raises Refused without a complete scale, and without the client's own view.
    """
    _check_levels(levels)
    _check_client(client_view, client_words, settled)
    row = _goal_of(draft_plan(by, case), goal)
    new = row._state.adding
    row.title, row.purpose, row.dimension, row.responsible = title, purpose, dimension, responsible
    row.client_view, row.client_words, row.settled = client_view, client_words, settled
    row.weight, row.baseline = weight, baseline
    for level, column in LEVEL_COLUMNS.items():
        setattr(row, column, levels[level])
    row.save(force_insert=new)
    return done(row, case, thread=str(row.thread), new=new)


@action("goal.removed", may=policy.may_plan)
def remove_goal(*, by: Asker, case: Case, goal: Goal) -> Done:
    """Take a goal out of the draft. Agreed versions keep theirs."""
    row = _goal_of(draft_plan(by, case), goal)
    answer = done(row, case, thread=str(row.thread))
    row.delete()
    return answer

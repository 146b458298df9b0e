"""The problems of a case that stand, and the links between them."""

from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.models import Problem, ProblemLink
from rangkul.journey.pictures.states import ProblemRole


def problems_of(case: Case) -> list[Problem]:
    rows = Problem.objects.filter(case=case).select_related("key", "reviewed_by")
    return list(rows.order_by("made_at", "id"))


def problem_links_of(case: Case) -> list[ProblemLink]:
    """Those that stand between two that stand."""
    standing = {"ended_on__isnull": True, "cause__ended_on__isnull": True, "effect__ended_on__isnull": True}
    return list(ProblemLink.objects.filter(case=case, **standing).select_related("key").order_by("made_at", "id"))


def unreviewed(case: Case) -> list[Problem]:
    """Problems that nobody looked back at, whether or not they were the one that the work was about."""
    rows = Problem.objects.filter(
        case=case, role=ProblemRole.PROBLEM, ended_on__isnull=True, reviewed_on__isnull=True
    )  # fmt: skip
    return list(rows.select_related("key").order_by("made_at", "id"))

"""What plans add to the client's copy: the goals with the client's own words, the judgements, what was counted, and how
the client found the working together. What the worker thinks stays the team's."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base.numbers import at_most
from rangkul.commons.trust import hooks
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import alliance, queries
from rangkul.journey.plans.models import AllianceRating


def connect() -> None:
    hooks.copies.append(copy_of_plans)


def copy_of_plans(whose: Whose) -> Iterator[Section]:
    mine = Q(person_id__in=whose.person_ids) | Q(request_id=whose.request_id, request_id__isnull=False)
    for case in Case.objects.filter(mine).select_related("key").order_by("opened_at"):
        rows = [*_goals(case), *_judgements(case), *_counted(case), *_rated(queries.ratings(case))]
        if rows:
            yield Section(_("Rencana dan evaluasi kasus %(number)s") % {"number": case.number}, tuple(rows))
    yield from _without_a_case(whose)


def _without_a_case(whose: Whose) -> Iterator[Section]:
    mine = Q(person_id__in=whose.person_ids) | Q(pk=whose.request_id)
    talked = Request.objects.filter(mine, alliance__isnull=False, cases__isnull=True).distinct()
    for request in talked.order_by("made_at"):
        rows = tuple(_rated(queries.ratings_of_request(request.pk)))
        yield Section(_("Kerja sama, tiket %(ticket)s") % {"ticket": request.ticket_words}, rows)


def _goals(case: Case) -> Iterator[tuple[str, str]]:
    plan = queries.plan_to_evaluate(case)
    for goal in plan.goals.all() if plan else ():
        yield _("Tujuan kita"), goal.title
        yield _("Kata Anda tentang tujuan ini"), goal.client_words


def _judgements(case: Case) -> Iterator[tuple[str, str]]:
    for review in reversed(queries.reviews(case)):
        if review.client_words:
            yield f"{review.get_kind_display()} {review.held_on:%d-%m-%Y}", review.client_words


def _counted(case: Case) -> Iterator[tuple[str, str]]:
    points = queries.points_of(case)
    for measure in queries.measures(case):
        told = [f"{row.on:%d-%m-%Y}: {at_most(row.value)}" for row in points.get(measure.pk, ())]
        if told:
            yield f"{measure.name} ({measure.unit})", "; ".join(told)


def _rated(ratings: list[AllianceRating]) -> Iterator[tuple[str, str]]:
    for rating in ratings:
        told = ", ".join(f"{alliance.SHORT[name]} {value}" for name, value in rating.answers().items())
        said = getattr(rating, "said", None)
        words = f" “{said.text}”" if said is not None else ""
        yield _("Kerja sama, %(day)s") % {"day": f"{rating.given_on:%d-%m-%Y}"}, f"{told}{words}"

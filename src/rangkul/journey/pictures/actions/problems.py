"""Problems are named, linked with evidence, turned into wishes, looked back at, and ended with a reason."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.days import not_ahead, today
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures import policy
from rangkul.journey.pictures.models import Problem, ProblemLink
from rangkul.journey.pictures.states import Confidence, ProblemOutcome, ProblemRole


@action("problem.named", may=policy.may_draw)
def name_problem(*, by: Asker, case: Case, role: str, words: str, source: str, source_date: date) -> Done:
    """A cause, a problem or an effect. Said in the same words already, it is not written again."""
    case = lock_open(case)
    words = filled(words, _("Tulis masalahnya."), "words")
    not_ahead(source_date, "source_date", case.region_code)
    standing = Problem.objects.filter(case=case, role=role, ended_on__isnull=True).select_related("key")
    if (known := next((row for row in standing if row.words == words), None)) is not None:
        return about(case, known, silent=True)
    row = Problem.objects.create(
        case=case, key=case.key, role=ProblemRole(role), words=words, source=source, source_date=source_date,
        recorded_by_id=by.staff_id,
    )  # fmt: skip
    return about(case, row, role=role)


@action("problem.corrected", may=policy.may_draw)
def correct_problem(*, by: Asker, case: Case, problem: Problem, role: str, words: str) -> Done:
    case = lock_open(case)
    held = _held(case, problem)
    words = filled(words, _("Tulis masalahnya."), "words")
    silent = (held.role, held.words) == (role, words)
    held.role, held.words = ProblemRole(role), words
    if not silent:
        held.save(update_fields=["role", "words"])
    return about(case, held, role=role, silent=silent)


@action("problem.wished", may=policy.may_draw)
def wish(*, by: Asker, case: Case, problem: Problem, wish: str) -> Done:
    """How it would be if it were well; emptied, it is not known yet."""
    case = lock_open(case)
    held = _held(case, problem)
    silent = held.wish == wish.strip()
    held.wish = wish.strip()
    if not silent:
        held.save(update_fields=["wish"])
    return about(case, held, role=held.role, silent=silent)


@action("problem.reviewed", may=policy.may_draw)
def review_problem(*, by: Asker, case: Case, problem: Problem, outcome: str, review_words: str = "") -> Done:
    """How it stands today, looked at with the client."""
    case = lock_open(case)
    held = _held(case, problem)
    day = today(case.region_code)
    silent = (held.outcome, held.reviewed_on, held.review_words) == (outcome, day, review_words.strip())
    held.outcome, held.reviewed_on, held.reviewed_by_id = ProblemOutcome(outcome), day, by.staff_id
    held.review_words = review_words.strip()
    if not silent:
        held.save(update_fields=["outcome", "reviewed_on", "reviewed_by", "review_words"])
    return about(case, held, role=held.role, outcome=outcome, silent=silent)


@action("problem.dropped", may=policy.may_draw)
def drop_problem(*, by: Asker, case: Case, problem: Problem, because: str) -> Done:
    """It was not so after all: it leaves the picture with its links and stays in the table."""
    case = lock_open(case)
    return about(case, problem, role=problem.role, silent=not _end(by, case, problem, because))


@action("problem.linked", may=policy.may_draw)
def link_problems(
    *,
    by: Asker,
    case: Case,
    cause: Problem,
    effect: Problem,
    confidence: str,
    evidence: str,
    source: str,
    source_date: date,
) -> Done:
    """`cause` leads to `effect`. The same arrow is drawn once; a circle is allowed."""
    case = lock_open(case)
    if cause.pk == effect.pk:
        raise Refused(_("Pilih yang lain di ujung panah ini."), field="effect")
    evidence = filled(evidence, _("Tulis dasarnya: apa yang dikatakan atau dilihat."), "evidence")
    not_ahead(source_date, "source_date", case.region_code)
    ends = {"cause": _held(case, cause), "effect": _held(case, effect)}
    if (known := ProblemLink.objects.filter(case=case, ended_on__isnull=True, **ends).first()) is not None:
        return about(case, known, silent=True)
    row = ProblemLink.objects.create(
        case=case, key=case.key, **ends, confidence=Confidence(confidence), evidence=evidence, source=source,
        source_date=source_date, recorded_by_id=by.staff_id,
    )  # fmt: skip
    return about(case, row, confidence=confidence)


@action("problem.unlinked", may=policy.may_draw)
def unlink_problems(*, by: Asker, case: Case, link: ProblemLink, because: str) -> Done:
    case = lock_open(case)
    return about(case, link, silent=not _end(by, case, link, because))


def _held(case: Case, problem: Problem) -> Problem:
    """As it is now; the case is locked, so it stays so."""
    held = Problem.objects.select_related("key").filter(pk=problem.pk, case=case, ended_on__isnull=True).first()
    if held is None:
        raise Refused(_("Ini sudah tidak ada di gambar. Muat ulang halamannya."), code="ended")
    return held


def _end(by: Asker, case: Case, row: Problem | ProblemLink, because: str) -> int:
    row.ended_because = filled(because, _("Tulis alasannya."), "because")
    row.ended_on, row.ended_by_id = today(case.region_code), by.staff_id
    standing = type(row).objects.filter(pk=row.pk, case=case, ended_on__isnull=True)
    values = {"ended_on": row.ended_on, "ended_by": row.ended_by_id, "ended_because": row.__dict__["ended_because"]}
    return standing.update(**values)

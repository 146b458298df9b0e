"""What was answered on a case, with what was counted and what people made of it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.utils.translation import get_language

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import reading
from rangkul.journey.instruments.models import Administration, AnswerDraft, InstrumentVersion, Judgement
from rangkul.journey.instruments.scoring import Band, Change, NotComparable, Rules, Scored, change


@dataclass(frozen=True)
class Result:
    """One filling as people read it. `band` is the worker's where they hold another one to be right."""

    administration: Administration
    scored: Scored | None
    rules: Rules | None
    judgements: list[Judgement]

    @property
    def name(self) -> str:
        return self.administration.version.instrument.name

    @property
    def short_name(self) -> str:
        return self.administration.version.instrument.short_name

    @property
    def judgement(self) -> Judgement | None:
        return self.judgements[0] if self.judgements else None

    @property
    def own_band(self) -> Band | None:
        """The band that the newest judgement names, where it names one."""
        wanted = self.judgement.band if self.judgement else ""
        bands = self.rules.every_band if self.rules and wanted else ()
        return next((band for band in bands if band.key == wanted), None)

    @property
    def band(self) -> Band | None:
        return self.own_band or (self.scored.band if self.scored else None)

    @property
    def band_words(self) -> str:
        return self.band.words.said(get_language() or "id") if self.band else ""


def _rows(case: Case | None) -> QuerySet[Administration]:
    judgements = Judgement.objects.select_related("key", "by").order_by("-made_at", "-id")
    return (
        Administration.objects.filter(case=case)
        .select_related("key", "version__instrument", "person", "recorded_by", "retest")
        .defer("version__xform", "version__source", "answer")
        .prefetch_related(Prefetch("judgements", judgements))
        .order_by("-answered_on", "-made_at")
    )


def _result(row: Administration) -> Result:
    return Result(row, reading.score_of(row), reading.rules_of(row.version), list(row.judgements.all()))


def of_case(case: Case) -> list[Result]:
    """Everything, newest first, also what was marked wrong."""
    return [_result(row) for row in _rows(case)]


def results(case: Case) -> list[Result]:
    """What counts, newest first: for reports and evaluation."""
    return [_result(row) for row in _rows(case).filter(wrong_at=None)]


def results_early(request: Request) -> list[Result]:
    """What was answered at a request that is no case yet, newest first."""
    return [_result(row) for row in _rows(None).filter(request=request)]


def shared(case: Case) -> list[Result]:
    """What the client reads."""
    return [_result(row) for row in _rows(case).filter(wrong_at=None, shared_at__isnull=False)]


def result(case: Case, administration_id: UUID) -> Result:
    """Raises Administration.DoesNotExist where the asker does not see it."""
    rows = Administration.objects.select_related(
        "key", "case__key", "case__worker", "version__instrument", "person", "recorded_by", "retest__key", "wrong_by"
    )
    judgements = Judgement.objects.select_related("key", "by").order_by("-made_at", "-id")
    row = rows.defer("version__source").prefetch_related(Prefetch("judgements", judgements))
    return _result(row.get(pk=administration_id, case=case))


def previous(result: Result) -> tuple[Result, Change] | None:
    """The last one before it that may be compared: the same person, the same version; and what moved since."""
    row = result.administration
    if result.scored is None or result.rules is None or row.is_wrong:
        return None
    before = _rows(row.case).filter(
        wrong_at=None, version_id=row.version_id, person_id=row.person_id, answered_on__lte=row.answered_on
    )
    for earlier in before.exclude(pk=row.pk).filter(made_at__lt=row.made_at)[:1]:
        held = _result(earlier)
        if held.scored is not None:
            try:
                return held, change(result.rules, held.scored, result.scored)
            except NotComparable:
                return None
    return None


def draft_of(by: Asker, case: Case, version: InstrumentVersion) -> AnswerDraft | None:
    rows = AnswerDraft.objects.select_related("key").filter(case=case, version=version, staff_id=by.staff_id)
    return rows.first()

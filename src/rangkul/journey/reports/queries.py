"""Reads of documents: one case at a time, each page from a handful of indexed queries."""

from __future__ import annotations

from uuid import UUID

from rangkul.journey.cases.models import Case
from rangkul.journey.reports.models import Paper, Passage
from rangkul.journey.reports.states import OPEN, PaperState


def papers_of(case: Case) -> list[Paper]:
    """Every document that was not dropped, newest first, without its words."""
    rows = Paper.objects.filter(case=case).exclude(state=PaperState.DROPPED).defer("frozen", "opening")
    return list(rows.select_related("key", "drafted_by", "signed_by").order_by("-made_at"))


def count_of(case: Case) -> int:
    return Paper.objects.filter(case=case).exclude(state=PaperState.DROPPED).count()


def get(case: Case, paper_id: UUID) -> Paper:
    """The document of this case. Raises Paper.DoesNotExist where the asker does not see it."""
    rows = Paper.objects.select_related("key", "drafted_by", "signed_by", "cosigned_by", "given_by", "previous")
    paper = rows.get(pk=paper_id, case=case)
    paper.case = case
    return paper


def passages_of(paper: Paper) -> list[Passage]:
    return list(Passage.objects.filter(paper=paper).select_related("key").order_by("number"))


def versions_of(paper: Paper) -> list[Paper]:
    """All versions that were signed, newest first."""
    rows = Paper.objects.filter(thread=paper.thread, signed_on__isnull=False).defer("frozen", "opening")
    return list(rows.order_by("-version"))


def given_to_client(case: Case) -> list[Paper]:
    """What a person opened to the holder of the ticket, newest first."""
    return list(Paper.objects.filter(case=case, given_at__isnull=False).select_related("key").order_by("-given_at"))


def open_version(paper: Paper) -> Paper | None:
    """The version of the same document that is being written now."""
    return Paper.objects.filter(thread=paper.thread, state__in=OPEN).first()


def open_paper(case: Case, kind: str, reader: str) -> Paper | None:
    """The draft of this kind for this reader, where there is one."""
    return Paper.objects.filter(case=case, kind=kind, reader=reader, state__in=OPEN).first()

"""Taking a document in hand, and the shape of what every verb on it says."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused
from rangkul.journey.cases.models import Case
from rangkul.journey.reports.models import Paper


def done(result: Any, case: Case, paper: Paper, *, silent: bool = False, **payload: Any) -> Done:
    """An event on the case; `id` names the document, `kind` says which."""
    said = {"id": str(paper.pk), "kind": paper.kind, "version": paper.version, **payload}
    return Done(
        result,
        subject=("case", case.pk),
        payload=said,
        agency_id=case.agency_id,
        unit_id=case.unit_id,
        silent=silent,
    )


def lock(paper: Paper) -> Paper:
    """The document as it is now, held until the verb ends. Raises Http404 where the asker no longer sees it."""
    rows = Paper.objects.select_for_update(of=("self",)).select_related(
        "key", "case__key", "case__person", "case__household", "case__worker", "case__unit", "case__agency",
        "signed_by", "cosigned_by",
    )  # fmt: skip
    held = rows.filter(pk=paper.pk).first()
    if held is None:
        raise Http404
    return held


def lock_draft(paper: Paper) -> Paper:
    """Raises Refused for a document that waits, was signed or was dropped."""
    held = lock(paper)
    if not held.is_draft:
        raise Refused(_("Dokumen ini tidak sedang disusun. Buat versi baru untuk mengubahnya."), code="not_draft")
    return held

"""A draft begins from the record; after a signature the next version does, and keeps what the worker wrote."""

import json

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases.actions.rows import lock as lock_case
from rangkul.journey.cases.models import Case
from rangkul.journey.reports import policy
from rangkul.journey.reports.actions.rows import done, lock, lock_draft
from rangkul.journey.reports.drafting import kind_of, write
from rangkul.journey.reports.models import Paper, Passage
from rangkul.journey.reports.queries import passages_of
from rangkul.journey.reports.states import OPEN, PAPER_STEPS, PaperState
from rangkul.journey.reports.writing.parts import Draft


@action("document.drafted", may=policy.may_write)
def start_paper(*, by: Asker, case: Case, kind: str, reader: str, addressee: str = "", ground: str = "") -> Done:
    """Write a draft from the record. A draft of this kind for this reader that is open already is returned as it is.

    Raises Refused where the record holds nothing of this kind, or the kind is not for this reader.
    """
    # Two presses at once would both find nothing, and the second one fail at the database.
    lock_case(case)
    standing = Paper.objects.filter(case=case, kind=kind, reader=reader, state__in=OPEN).select_related("key").first()
    if standing is not None:
        return done(standing, case, standing, silent=True)
    draft = write(case, kind_of(kind), reader, addressee)
    paper = Paper(case=case, key=case.key, kind=kind, reader=reader, drafted_by_id=by.staff_id)
    paper.addressee, paper.ground = addressee.strip(), ground.strip()
    _fill(paper, draft)
    return done(paper, case, paper)


def _fill(paper: Paper, draft: Draft) -> list[Passage]:
    paper.opening = json.dumps(draft.opening(), ensure_ascii=False)
    paper.save(force_insert=True)
    passages = []
    for number, part in enumerate(draft.parts, start=1):
        passage = Passage(paper=paper, case=paper.case, key=paper.key, number=number, code=part.code, shape=part.shape)
        passage.part = part
        passage.save(force_insert=True)
        passages.append(passage)
    return passages


@action("document.version_begun", may=policy.may_change)
def new_version(*, by: Asker, paper: Paper) -> Done:
    """A new draft after a signed one: from today's record, with the words that the worker wrote in the old one."""
    old = lock(paper)
    if old.state != PaperState.SIGNED:
        raise Refused(_("Versi baru dibuat dari versi terakhir yang sudah ditandatangani."), code="not_signed")
    case = old.case
    if Paper.objects.filter(case=case, kind=old.kind, reader=old.reader, state__in=OPEN).exists():
        raise Refused(_("Dokumen ini masih disusun; lanjutkan di sana."), code="open")
    draft = write(case, kind_of(old.kind), old.reader, old.addressee)
    new = Paper(case=case, key=case.key, kind=old.kind, reader=old.reader, drafted_by_id=by.staff_id)
    new.thread, new.version, new.previous = old.thread, old.version + 1, old
    new.addressee, new.ground = old.addressee, old.ground
    kept = {passage.code: passage for passage in passages_of(old)}
    for passage in _fill(new, draft):
        before = kept.get(passage.code)
        if before is not None and (before.changed or before.left_out):
            passage.text, passage.changed = (before.text, True) if before.changed else ("", False)
            passage.left_out = before.left_out
            passage.save(update_fields=["text", "changed", "left_out"])
    return done(new, case, new, previous=str(old.pk))


@action("document.dropped", may=policy.may_change)
def drop_paper(*, by: Asker, paper: Paper) -> Done:
    """The draft is not needed; it stays in the list of what was begun."""
    held = lock_draft(paper)
    PAPER_STEPS.step(held, "drop")
    held.save(update_fields=["state"])
    return done(held, held.case, held)

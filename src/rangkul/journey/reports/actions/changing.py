"""The worker's hand in a draft: other words, today's record, or not in this document at all."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.reports import policy
from rangkul.journey.reports.actions.rows import done, lock_draft
from rangkul.journey.reports.drafting import kind_of, write
from rangkul.journey.reports.models import Paper, Passage
from rangkul.journey.reports.states import Shape


@action("document.changed", may=policy.may_change)
def write_passage(*, by: Asker, paper: Paper, passage: Passage, text: str) -> Done:
    """Other words for one part; those that the record gave are kept beside them. The same words change nothing."""
    held = lock_draft(paper)
    row = _of(held, passage)
    text = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    if not text:
        raise Refused(_("Bagian ini kosong. Tulis isinya, atau pilih agar bagian ini tidak ikut."), field="text")
    if row.shape == Shape.FACTS and any(":" not in line for line in text.split("\n") if line.strip()):
        raise Refused(_("Tulis setiap baris sebagai nama, titik dua, lalu isinya."), field="text", code="facts")
    same = text == row.now.strip()
    if text == row.part.words.strip():
        row.text, row.changed = "", False
    else:
        row.text, row.changed = text, True
    row.save(update_fields=["text", "changed"])
    return done(row, held.case, held, part=row.code, silent=same)


@action("document.renewed", may=policy.may_change)
def renew_passage(*, by: Asker, paper: Paper, passage: Passage) -> Done:
    """Write this part again from today's record; what the worker wrote in it is replaced."""
    held = lock_draft(paper)
    row = _of(held, passage)
    parts = {part.code: part for part in write(held.case, kind_of(held.kind), held.reader).parts}
    if row.code not in parts:
        raise Refused(_("Catatan tentang bagian ini sudah tidak ada. Ubah atau keluarkan bagian ini."), code="gone")
    row.part, row.text, row.changed = parts[row.code], "", False
    row.save(update_fields=["written", "text", "changed"])
    return done(row, held.case, held, part=row.code)


@action("document.part_chosen", may=policy.may_change)
def leave_out(*, by: Asker, paper: Paper, passage: Passage, left_out: bool) -> Done:
    """Whether this part goes into the document."""
    held = lock_draft(paper)
    row = _of(held, passage)
    same = row.left_out == left_out
    if left_out and row.part.own:
        raise Refused(_("Bagian ini harus ada; pembaca menunggu kata-kata Anda."), code="own")
    row.left_out = left_out
    row.save(update_fields=["left_out"])
    return done(row, held.case, held, part=row.code, left_out=left_out, silent=same)


def _of(paper: Paper, passage: Passage) -> Passage:
    """The part as it is now. Raises Passage.DoesNotExist where it is no part of this document."""
    return Passage.objects.select_for_update(of=("self",)).select_related("key", "case").get(pk=passage.pk, paper=paper)

"""What is said about a result afterwards: wrong, shared, judged. The answer itself never changes."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.instruments import policy, reading
from rangkul.journey.instruments.actions.rows import about, held, still_open
from rangkul.journey.instruments.models import Administration, Judgement


@action("instrument.marked_wrong", may=policy.may_answer_for)
def mark_wrong(*, by: Asker, administration: Administration, reason: str) -> Done:
    """This filling counts no more: a wrong person, a slip on paper. It stays to be read, with the reason."""
    row = held(administration)
    if row.is_wrong:
        raise Refused(_("Pengisian ini sudah ditandai salah."), code="wrong")
    if not reason.strip():
        raise Refused(_("Tulis mengapa pengisian ini salah."), field="reason", code="empty")
    row.wrong_at, row.wrong_by_id = clock.now(), by.staff_id
    row.wrong_because = reason.strip()
    row.save(update_fields=["wrong_at", "wrong_by", "wrong_because"])
    return about(row.case, row, instrument=row.version.instrument.key)


@action("instrument.shared", may=policy.may_answer_for)
def share(*, by: Asker, administration: Administration, on: bool = True) -> Done:
    """Let the holder of the ticket read this result, or no longer. Twice the same does nothing."""
    row = held(administration)
    if on == row.is_shared:
        return about(row.case, row, silent=True)
    if on and row.is_wrong:
        raise Refused(_("Pengisian ini sudah ditandai salah."), code="wrong")
    row.shared_at, row.shared_by_id = (clock.now(), by.staff_id) if on else (None, None)
    row.save(update_fields=["shared_at", "shared_by"])
    return about(row.case, row, on=on)


@action("instrument.judged", may=policy.may_judge)
def judge(*, by: Asker, administration: Administration, words: str, band: str = "") -> Done:
    """A professional's own judgement beside the score; `band` (its key) where they hold another band to be right (A62).

    Appended: a later one stands above an earlier one. What was raised stays raised; only a person lowers a risk.
    """
    row = held(administration)
    still_open(row.case)
    if row.is_wrong:
        raise Refused(_("Pengisian ini sudah ditandai salah."), code="wrong")
    if not words.strip():
        raise Refused(_("Tulis alasan penilaian Anda."), field="words", code="empty")
    rules = reading.rules_of(row.version)
    if band and (rules is None or band not in {known.key for known in rules.every_band}):
        raise Refused(_("Pilih salah satu dari daftar."), field="band")
    judgement = Judgement(case=row.case, key=row.case.key, administration=row, by_id=by.staff_id)
    judgement.band, judgement.words = band, words.strip()
    judgement.save(force_insert=True)
    return about(row.case, judgement, administration=str(row.pk), other_band=bool(band))

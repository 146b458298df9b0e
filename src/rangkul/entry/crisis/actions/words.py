"""Somebody of the field looks at the list of danger words and says whether it fits."""

from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.entry.crisis import policy
from rangkul.entry.crisis.models import Verdict, WordsReview
from rangkul.entry.signals.queries import VERSION


@action("danger_words.reviewed", may=policy.may_review_words)
def review_words(*, by: Asker, verdict: str, words: str = "") -> Done:
    """The version that is in service, for the asker's agency."""
    words = words.strip()
    if verdict == Verdict.LACKING and not words:
        raise Refused(_("Tulis apa yang kurang."), field="words", code="empty")
    row = WordsReview.objects.create(
        agency_id=by.agency_id, by_id=by.staff_id, version=VERSION, verdict=Verdict(verdict), words=words
    )
    return Done(row, subject=("agency", row.agency_id), payload={"version": VERSION, "verdict": row.verdict})

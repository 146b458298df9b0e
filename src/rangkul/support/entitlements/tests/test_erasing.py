"""Erasing a client takes what was applied for them, and leaves how many there were."""

from rangkul.base.clock import now
from rangkul.commons.trust.erasure import erase
from rangkul.journey.cases.models import Case
from rangkul.support.entitlements.models import Application, Known, Step


def test_what_was_applied_for_goes_with_their_data(cast, case, refused, known, asking):
    with asking(cast.ayu):
        known(dtsen="yes")
        Case.objects.update(state="closed", closed_at=now())
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=case.person_id, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        row = Application.objects.select_related("key").get()
        words = [row.reason, row.place, row.number, Known.objects.select_related("key").get().answer]
        words.append(Step.objects.select_related("key").get(verb="refuse").words)
        assert all(one.startswith("(dihapus") for one in words), words
        assert (row.programme, row.state) == ("pkh", "refused")

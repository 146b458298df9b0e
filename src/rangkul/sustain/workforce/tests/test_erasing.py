"""Erasing a client takes what was said of their case, and leaves the two their own words."""

import pytest

from rangkul.base.clock import local, now
from rangkul.commons.trust.erasure import erase
from rangkul.journey.cases.models import Case
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import AgendaItem, Decision, FollowUp, PersonalNote, Session


@pytest.fixture
def talked(session, case, cast, asking):
    """A session about Wati's case, with everything that can be said of it."""
    with asking(cast.sari) as sari:
        Case.objects.update(level="merah")
        actions.discuss(by=sari, session=session, talked={case.pk: "Berdua"})
        actions.decide(by=sari, session=session, text="Kunjungan berdua", rationale="Belum aman", case=case)
        actions.add_follow_up(
            by=sari, session=session, text="Telepon Bu RT", owner=cast.sari, due=local(session.at).date(), case=case
        )
        actions.write_personal_note(by=sari, session=session, text="Ayu lelah")
        actions.record_session(by=sari, session=session, summary="Beban dibagi", supportive=30, why_no_next="Cuti")
    return session


def test_what_was_said_of_a_client_goes_with_their_data(talked, case, cast, asking):
    with asking(cast.ayu):
        Case.objects.update(state="closed", closed_at=now(), level="hijau")
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=case.person_id, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.sari):
        of_case = [
            AgendaItem.objects.select_related("key").get().said,
            Decision.objects.select_related("key").get().rationale,
            FollowUp.objects.select_related("key").get().text,
        ]
        assert all(words.startswith("(dihapus") for words in of_case), of_case
        assert Session.objects.select_related("key").get(pk=talked.pk).summary == "Beban dibagi"
        assert PersonalNote.objects.select_related("key").get().text == "Ayu lelah"

"""Sari supervises Ayu under a contract that both signed; Wati's case is Ayu's."""

from datetime import timedelta

import pytest

from rangkul.base import clock
from rangkul.commons.people.actions import register
from rangkul.journey.cases import actions as cases
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import Session

# What only the two may ever read.
WHISPER = "Saya takut salah menilai"


@pytest.fixture
def draft(cast, asking):
    with asking(cast.sari) as sari:
        return actions.draft_contract(by=sari, supervisor=cast.sari, worker=cast.ayu)


@pytest.fixture
def contract(cast, asking, draft):
    """Signed by both."""
    for who in (cast.sari, cast.ayu):
        with asking(who) as by:
            signed = actions.sign_contract(by=by, contract=draft)
    return signed


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu) as by:
        wati = register(by=by, full_name="Wati Contoh")
        return cases.open_case(by=by, person=wati, concern="Butuh tempat aman")


def planned(session: Session) -> Session:
    """As a page hands it on: with both people at hand."""
    return Session.objects.select_related("key", "supervisor", "worker", "contract").get(pk=session.pk)


@pytest.fixture
def session(cast, asking, contract):
    with asking(cast.sari) as by:
        return actions.plan_session(by=by, contract=contract, at=clock.now() + timedelta(hours=1), place="Ruang teduh")


@pytest.fixture
def recorded(cast, asking, session):
    with asking(cast.ayu) as by:
        actions.write_personal_note(by=by, session=session, text=WHISPER)
        return actions.record_session(
            by=by,
            session=session,
            summary="Beban kerja dan dua kunjungan yang tertunda.",
            administrative=20,
            supportive=25,
            next_at=clock.now() + timedelta(weeks=4),
        )


@pytest.fixture
def signed(cast, asking, recorded):
    for who in (cast.ayu, cast.sari):
        with asking(who) as by:
            done = actions.sign_session(by=by, session=recorded)
    return done

"""The chain of seals notices whatever happens to the log behind the application's back."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from rangkul.base import events
from rangkul.base.asking import asking_as, job
from rangkul.base.ids import new_id
from rangkul.base.models import Event
from rangkul.commons.trust import sealing
from rangkul.commons.trust.models import Seal

BY = job("trust.seal")


@pytest.fixture
def sealed(db, monkeypatch):
    """Two batches of three events each, sealed."""
    monkeypatch.setattr(sealing, "SETTLED", timedelta(0))
    monkeypatch.setattr(sealing, "BATCH", 3)
    with asking_as(BY):
        for number in range(6):
            events.write("uji.terjadi", by=BY, subject=("uji", new_id()), payload={"n": number})
        while sealing.seal_next():
            pass
        return list(Seal.objects.order_by("id"))


def test_an_untouched_log_is_intact(sealed):
    verdict = sealing.verify_chain()
    assert verdict.intact
    assert verdict.events >= 6


def test_nothing_young_is_sealed(db):
    with asking_as(BY):
        events.write("uji.terjadi", by=BY, subject=("uji", new_id()))
        assert sealing.seal_next() == 0


def test_the_application_can_change_neither_events_nor_seals(sealed):
    for statement in (
        "UPDATE base_event SET name = 'lain'",
        "DELETE FROM base_event",
        "UPDATE trust_seal SET count = 0",
        "DELETE FROM trust_seal",
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), asking_as(BY), connection.cursor() as cursor:
            cursor.execute(statement)


def tampered(monkeypatch, change):
    """What the owner of the database could do to the first batch, played on what the verifier reads."""
    real, first = sealing._rows, sealing._seals()[0].from_id
    monkeypatch.setattr(
        sealing, "_rows", lambda begin, end: change(list(real(begin, end))) if begin == first else real(begin, end)
    )


def with_other_words(rows):
    rows[0].payload = {"n": 99}
    return iter(rows)


@pytest.mark.parametrize("change", [with_other_words, lambda rows: iter(rows[1:]), lambda rows: iter([*rows, rows[0]])])
def test_a_changed_removed_or_added_event_is_found(sealed, change, monkeypatch):
    with asking_as(BY):
        tampered(monkeypatch, change)
    verdict = sealing.verify_chain()
    assert len(verdict.broken) == 1
    assert f"sampai {sealed[0].to_id}" in str(verdict)


def test_a_removed_seal_is_found(sealed, monkeypatch):
    monkeypatch.setattr(sealing, "_seals", lambda: sealed[1:])
    assert "tidak menyambung" in str(sealing.verify_chain())


def test_the_canonical_row_does_not_depend_on_key_order():
    one, other = Event(id=1, payload={"a": 1, "b": 2}), Event(id=1, payload={"b": 2, "a": 1})
    other.at = one.at
    assert sealing._canonical(one) == sealing._canonical(other)

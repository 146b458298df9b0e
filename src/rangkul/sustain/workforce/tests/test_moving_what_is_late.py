"""What was told by our own clock goes on climbing by the one of the house (migration 0005)."""

from datetime import timedelta
from importlib import import_module

from django.db import connection

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.base.ids import new_id
from rangkul.journey.cases import jobs
from rangkul.journey.cases.models import Escalation

COPY = import_module("rangkul.sustain.workforce.migrations.0005_late_by_the_one_clock").COPY
# As migration 0001 made it.
TABLE = """
CREATE TEMP TABLE workforce_overdue (
  id uuid, made_at timestamptz, contract_id uuid, kind varchar, matter uuid, due_at timestamptz, owner_id uuid,
  step smallint, told_id uuid, told_at timestamptz, next_at timestamptz, decided jsonb, acknowledged_at timestamptz,
  acknowledged_by_id uuid, settled_at timestamptz) ON COMMIT DROP
"""


def test_a_step_that_was_told_is_there_and_the_next_one_follows(contract, cast):
    now = clock.now()
    row = {
        "id": new_id(), "made_at": now, "contract_id": contract.pk, "kind": "rhythm", "matter": contract.pk,
        "due_at": now - timedelta(days=9), "owner_id": cast.sari.pk, "step": 1, "told_id": cast.sari.pk,
        "told_at": now - timedelta(days=8), "next_at": now - timedelta(minutes=1),
    }  # fmt: skip
    with asking_as(job("cases.clock")):
        with connection.cursor() as cursor:
            cursor.execute(TABLE)
            names = ", ".join(row)
            cursor.execute(
                f"INSERT INTO workforce_overdue ({names}) VALUES ({', '.join(['%s'] * len(row))})",
                list(row.values()),
            )
            cursor.execute(COPY)
        kept = Escalation.objects.get()
        assert (kept.pk, kept.case_id, kept.owner_id, kept.kind) == (row["id"], None, cast.sari.pk, "rhythm")
        # Its due day is no longer that of the contract: what was mended since is settled, not told again.
        jobs.move_clocks()
        kept.refresh_from_db()
        assert (kept.next_at, kept.settled_at is None) == (None, False)

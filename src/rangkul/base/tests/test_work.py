"""A task that is wanted in a transaction is kept by it, or never was."""

from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from rangkul.base.work import later

WANTED = ProcrastinateJob.objects.filter(task_name="rangkul.uji.nanti")


def test_it_waits_with_what_it_was_given(asking, cast):
    with asking(cast.ayu):
        later("uji.nanti", upload_id="7")
        assert WANTED.get().args == {"upload_id": "7"}


def test_where_the_transaction_is_undone_it_never_was(asking, cast):
    with asking(cast.ayu):
        point = transaction.savepoint()
        later("uji.nanti", upload_id="7")
        transaction.savepoint_rollback(point)
        assert not WANTED.exists()

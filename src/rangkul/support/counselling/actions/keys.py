"""A worker's own pair of keys: made, closed by other words, and given up when the words are forgotten."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.support.counselling import policy, queries, sealed_words
from rangkul.support.counselling.actions.key_rows import keyed
from rangkul.support.counselling.models import Seat, WorkerKey


def _made(by: Asker, public: str, wrapped: str) -> WorkerKey:
    row = WorkerKey(staff_id=by.staff_id, agency_id=by.agency_id, key=DataKey.make())
    row.public, row.wrapped = sealed_words.public_key(public), sealed_words.private_key(wrapped)
    row.save(force_insert=True)
    return row


def _said(by: Asker, row: WorkerKey, **how: bool) -> Done:
    return Done(row, subject=("staff", by.staff_id), payload={"key": str(row.pk)}, **how)


@action("worker_key.made", may=policy.may_set_desk)
def make_key(*, by: Asker, public: str, wrapped: str) -> Done:
    """Sent twice it is the same key."""
    standing = queries.own_key(by)
    if standing is not None:
        if standing.public != public:
            raise Refused(_("Anda sudah punya kunci surat."), code="made")
        return _said(by, standing, silent=True)
    return _said(by, _made(by, public, wrapped))


def _standing(by: Asker) -> WorkerKey:
    row = queries.own_key(by)
    if row is None:
        raise Refused(_("Anda belum punya kunci surat."), code="no_key")
    return row


@action("worker_key.rewrapped", may=policy.may_set_desk)
def rewrap_key(*, by: Asker, wrapped: str) -> Done:
    """The same key, closed by other words: every room stays readable."""
    row = _standing(by)
    row.wrapped, row.changed_at = sealed_words.private_key(wrapped), clock.now()
    row.save(update_fields=["wrapped", "changed_at"])
    return _said(by, row)


@action("worker_key.replaced", may=policy.may_set_desk)
def replace_key(*, by: Asker, public: str, wrapped: str) -> Done:
    """The words are forgotten. Rooms that were wrapped for the old key stay closed to this worker, until the client or
    a colleague who can read them wraps their key anew."""
    row = _standing(by)
    if row.public == public:
        return _said(by, row, silent=True)
    row.retired_at = clock.now()
    row.save(update_fields=["retired_at"])
    for seat in Seat.objects.filter(staff_id=by.staff_id, left_at=None, room__end_to_end=True):
        keyed(seat)
    return _said(by, _made(by, public, wrapped))

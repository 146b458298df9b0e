"""Addresses of other systems: kept by an admin; and what came of telling them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock, work
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.tell.exchange.peers.queries import possible_keepers
from rangkul.tell.exchange.webhooks import addresses, policy, queries
from rangkul.tell.exchange.webhooks.models import Telling, Webhook
from rangkul.tell.exchange.webhooks.posting import Answer
from rangkul.tell.exchange.webhooks.states import CHOSEN, Fault, Kind, State

# Between two tries; after the last one it stays as failed until a person sends it again.
WAITS = tuple(timedelta(minutes=n) for n in (1, 5, 30, 120, 360, 720, 1440))
# So long nothing gets through until the house switches it off.
PATIENCE = timedelta(days=3)
MOST = 20


def _about(row: Webhook, *, silent: bool = False, **payload: object) -> Done:
    return Done(row, subject=("webhook", row.pk), payload=payload, agency_id=row.agency_id, silent=silent)


def _held(webhook: Webhook) -> Webhook:
    return Webhook.objects.select_for_update(of=("self",)).get(pk=webhook.pk)


def _living(webhook: Webhook) -> Webhook:
    row = _held(webhook)
    if row.revoked_at is not None:
        raise Refused(_("Alamat ini sudah dicabut. Buat yang baru."), code="revoked")
    return row


@action("webhook.added", may=policy.may_keep)
def add(*, by: Asker, name: str, address: str, kinds: Iterable[str], keeper: str) -> Done:
    """From now on; nothing of what happened before is told."""
    if not name.strip():
        raise Refused(_("Tulis nama sistem itu."), field="name", code="empty")
    wanted = [kind.value for kind in CHOSEN if kind in set(kinds)]
    if not wanted:
        raise Refused(_("Pilih sedikitnya satu jenis kabar."), field="kinds", code="empty")
    keepers = {str(one.pk): one.pk for one in possible_keepers(by.agency_id)}
    if keeper not in keepers:
        raise Refused(_("Pilih admin yang diberi tahu bila kabarnya tidak sampai."), field="keeper", code="keeper")
    if Webhook.objects.filter(agency_id=by.agency_id, revoked_at=None).count() >= MOST:
        raise Refused(_("Sudah ada 20 alamat. Cabut yang tidak dipakai lagi."), code="many")
    row = Webhook.objects.create(
        agency_id=by.agency_id, name=name.strip()[:80], address=addresses.cleaned(address), kinds=" ".join(wanted),
        keeper_id=keepers[keeper], made_by_id=by.staff_id, read_to=queries.newest_event(),
    )  # fmt: skip
    return _about(row, kinds=wanted)


@action("webhook.secret_changed", may=policy.may_keep)
def change_secret(*, by: Asker, webhook: Webhook) -> Done:
    """The one before signs nothing from this moment on."""
    row = _living(webhook)
    row.generation += 1
    row.save(update_fields=["generation"])
    return _about(row, generation=row.generation)


@action("webhook.switched_on", may=policy.may_keep)
def switch_on(*, by: Asker, webhook: Webhook) -> Done:
    """What happened while it was off is not told."""
    row = _living(webhook)
    if row.off_at is None:
        return _about(row, silent=True)
    row.off_at, row.failing_since, row.read_to, row.since = None, None, queries.newest_event(), clock.now()
    row.save(update_fields=["off_at", "failing_since", "read_to", "since"])
    return _about(row)


@action("webhook.revoked", may=policy.may_keep)
def revoke(*, by: Asker, webhook: Webhook) -> Done:
    row = _held(webhook)
    if row.revoked_at is not None:
        return _about(row, silent=True)
    row.revoked_at, row.revoked_by_id = clock.now(), by.staff_id
    row.save(update_fields=["revoked_at", "revoked_by"])
    _drop(row)
    return _about(row)


@action("webhook.tried", may=policy.may_keep)
def try_out(*, by: Asker, webhook: Webhook) -> Done:
    """A telling of nothing but the address itself."""
    row = _living(webhook)
    Telling.objects.create(
        webhook=row, agency_id=row.agency_id, kind=Kind.TRIAL, what=Kind.TRIAL, about=row.pk, at=clock.now()
    )
    work.later("webhooks.deliver", webhook_id=str(row.pk))
    return _about(row)


@action("webhook.sent_again", may=policy.may_keep)
def send_again(*, by: Asker, telling: Telling) -> Done:
    """Under the same id: a system that had it already counts it once."""
    webhook = _living(telling.webhook)
    row = Telling.objects.select_for_update().get(pk=telling.pk)
    if row.state == State.WAITING:
        return _about(webhook, silent=True)
    row.state, row.fault, row.settled_at, row.tries, row.next_try_at = State.WAITING, "", None, 0, clock.now()
    row.save(update_fields=["state", "fault", "settled_at", "tries", "next_try_at"])
    work.later("webhooks.deliver", webhook_id=str(webhook.pk))
    return _about(webhook, telling=str(row.pk))


def _drop(webhook: Webhook) -> None:
    waits = Telling.objects.filter(webhook=webhook, state=State.WAITING)
    waits.update(state=State.FAILED, fault=Fault.OFF, settled_at=clock.now())


@action("webhook.told", may=policy.is_house)
def settle(*, by: Asker, telling: Telling, answer: Answer) -> Done:
    """Taken over there, to be tried again, or given up; long silence switches the address off."""
    webhook = _held(telling.webhook)
    row = Telling.objects.select_for_update().get(pk=telling.pk)
    if row.state != State.WAITING:
        return _about(webhook, silent=True)
    now = clock.now()
    row.status, row.fault, row.tries = answer.status, answer.fault, row.tries + 1
    if not answer.fault:
        row.state, row.settled_at = State.DELIVERED, now
    elif row.tries > len(WAITS):
        row.state, row.settled_at = State.FAILED, now
    else:
        row.next_try_at = now + WAITS[row.tries - 1]
    row.save(update_fields=["status", "fault", "tries", "state", "settled_at", "next_try_at"])
    webhook.failing_since = (webhook.failing_since or now) if answer.fault else None
    webhook.save(update_fields=["failing_since"])
    if webhook.tells and webhook.failing_since is not None and webhook.failing_since <= now - PATIENCE:
        switch_off(by=by, webhook=webhook)
    payload = {"telling": str(row.pk), "kind": row.kind, "state": row.state, "fault": row.fault}
    return _about(webhook, silent=row.state == State.WAITING, **payload)


@action("webhook.switched_off", may=policy.is_house)
def switch_off(*, by: Asker, webhook: Webhook) -> Done:
    """Its keeper reads so on their first page."""
    row = _held(webhook)
    if row.off_at is not None:
        return _about(row, silent=True)
    row.off_at = clock.now()
    row.save(update_fields=["off_at"])
    _drop(row)
    return _about(row, keeper=str(row.keeper_id))

"""The agreement under which referrals go to another house: recorded before the first one, and ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.tell.exchange.peers import policy, queries
from rangkul.tell.exchange.peers.models import Agreement, Peer


@dataclass(frozen=True)
class Paper:
    """What stands on it. `keeper` is the id of who sees to the next one."""

    number: str
    signed_there: str
    signed_here: str
    starts_on: date
    ends_on: date
    covers: str
    stop_contact: str
    keeper: str


_WORDS = ("number", "signed_there", "signed_here", "covers", "stop_contact")


@action("peer.agreed", may=policy.may_keep)
def agree(*, by: Asker, peer: Peer, paper: Paper) -> Done:
    """From its first day on referrals go there; what waited for it goes at once."""
    said = {name: getattr(paper, name).strip() for name in _WORDS}
    for name, words in said.items():
        if not words:
            raise Refused(_("Isi bagian ini seperti tertulis di perjanjiannya."), field=name, code="empty")
    if paper.ends_on < paper.starts_on:
        raise Refused(_("Perjanjian ini berakhir sebelum mulai."), field="ends_on", code="order")
    keepers = {str(one.pk): one.pk for one in queries.possible_keepers(by.agency_id)}
    if paper.keeper not in keepers:
        raise Refused(_("Pilih admin yang mengurus perpanjangannya."), field="keeper", code="keeper")
    held = Peer.objects.select_for_update().get(pk=peer.pk)
    row = Agreement(peer=held, agency_id=held.agency_id, made_by_id=by.staff_id, keeper_id=keepers[paper.keeper])
    row.starts_on, row.ends_on = paper.starts_on, paper.ends_on
    for name, words in said.items():
        setattr(row, name, words)
    row.save(force_insert=True)
    held.next_try_at = clock.now()
    held.save(update_fields=["next_try_at"])
    return _about(row)


@action("peer.agreement_ended", may=policy.may_keep)
def end_agreement(*, by: Asker, agreement: Agreement, because: str) -> Done:
    """Before its last day: from this moment on nothing about a person goes there. What takes something back still
    goes."""
    held = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    if held.ended_at is not None:
        return _about(held, silent=True)
    because = because.strip()
    if not because:
        raise Refused(_("Tulis mengapa perjanjian ini berakhir."), field="because", code="empty")
    held.ended_at, held.ended_by_id, held.ended_because = clock.now(), by.staff_id, because[:300]
    held.save(update_fields=["ended_at", "ended_by", "ended_because"])
    return _about(held)


def _about(row: Agreement, *, silent: bool = False) -> Done:
    payload = {"id": str(row.pk), "until": row.ends_on.isoformat(), "keeper": str(row.keeper_id)}
    return Done(row, subject=("peer", row.peer_id), payload=payload, agency_id=row.agency_id, silent=silent)

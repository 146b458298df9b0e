"""Our own keys: the one that counts, and the one before for as long as letters to it may be on their way."""

from datetime import timedelta

from rangkul.base.clock import now
from rangkul.tell.exchange.peers import keys
from rangkul.tell.exchange.peers.keys import Identity
from rangkul.tell.exchange.peers.models import HouseKey

# Long enough that every other house has been told; then the old one opens nothing.
BEFORE = timedelta(days=30)


def generation() -> int:
    newest = HouseKey.objects.order_by("-generation").values_list("generation", flat=True).first()
    return newest or 1


def identity() -> Identity:
    return keys.own(generation())


def identities() -> dict[int, Identity]:
    """By generation, those that open letters still."""
    newest = HouseKey.objects.order_by("-generation").first()
    if newest is None:
        return {1: keys.own(1)}
    living = {newest.generation: keys.own(newest.generation)}
    if newest.made_at > now() - BEFORE:
        living[newest.generation - 1] = keys.own(newest.generation - 1)
    return living

"""What runs by itself for trust: sealing the log."""

from rangkul.base.work import periodic
from rangkul.commons.trust import sealing


@periodic("* * * * *", name="trust.seal")
def seal() -> None:
    """Seal whatever has settled; several batches after a long pause."""
    for _batch in range(20):
        if sealing.seal_next() < sealing.BATCH:
            break

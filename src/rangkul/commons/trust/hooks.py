"""What later packages may add to rights: files that belong together, and words for events."""

from collections.abc import Callable, Iterable
from uuid import UUID

from rangkul.base.asking import Asker

Subject = tuple[str, UUID]

# After a break-glass access was given: further files that open with it (a case opens its person). They are asked
# inside the transaction, when the first file is already visible.
opens_with: list[Callable[[Subject, Asker], Iterable[Subject]]] = []

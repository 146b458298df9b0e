"""What later packages may add to rights: files that belong together, and words for events."""

from collections.abc import Callable, Iterable
from uuid import UUID

from rangkul.base.asking import Asker

Subject = tuple[str, UUID]

# After a break-glass access was given: further files that open with it (a case opens its person). They are asked
# inside the transaction, when the first file is already visible.
opens_with: list[Callable[[Subject, Asker], Iterable[Subject]]] = []
# Sentences that say why a person cannot be erased yet (an open case, a duty to keep); empty where nothing speaks
# against it. Asked as the job `trust.erase`.
must_keep: list[Callable[[UUID], Iterable[str]]] = []

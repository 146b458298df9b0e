"""What later packages add. They fill these when the house starts."""

from collections.abc import Callable

from rangkul.base.asking import Asker
from rangkul.entry.crisis.models import Outreach

# Where the person goes on after pressing the button of the link that a worker sent: a later package opens a room for
# `outreach.own` and tells its address. Without one it is the ticket page with its messages.
conversations: list[Callable[[Outreach, Asker], str | None]] = []

# The official words of a question of the screening, from a content pack that an agency may load; "" where it has none.
screening_words: list[Callable[[str], str]] = []

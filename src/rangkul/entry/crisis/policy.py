"""Who may do which verb on a help line."""

from rangkul.base.asking import Asker


def may_keep_lines(*, by: Asker, **_: object) -> bool:
    """Who answers for the installation or for a team; everybody may read the lines."""
    return by.kind == "staff" and by.has("admin", "supervisor", "pimpinan")

"""Other children are not named at a table about one child: not by what the file calls them (requirement A88)."""

import re

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.journey.cases import hooks
from rangkul.journey.conferences.models import Conference

# A shorter sign is an initial, which stands in many words.
_SHORTEST = 3
# What anybody may be called names nobody.
_ANYBODY = frozenset({"anak", "adik", "kakak", "teman", "klien", "korban", "saksi"})


def _others(conference: Conference) -> list[str]:
    """What the file calls children in the matter, without what the client is called."""
    case = conference.case
    named = {name.strip() for told in hooks.children_called for name in told(case)}
    own = _ANYBODY | {word.casefold() for word in case.client_name.split()} | {case.client_name.casefold()}
    return sorted(name for name in named if len(name) >= _SHORTEST and name.casefold() not in own)


def name_no_child(conference: Conference, words: dict[str, str]) -> None:
    """`words` by the fields that hold them. Raises Refused at the first that names another child."""
    if not conference.is_about_a_child:
        return
    others = _others(conference)
    for field, text in words.items():
        for name in others:
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
                said = _("Di pertemuan ini anak lain tidak disebut: hapus “%(name)s”.") % {"name": name}
                raise Refused(said, field=field, code="named")

"""Opening hours in a part of the OpenStreetMap notation: read, refused where they contradict themselves, put in words.

Source: OSM wiki, Key:opening_hours. Understood: `24/7`, `off`, and rules such as
`Mo-Fr 08:00-12:00,13:00-16:00; Sa 20:00-04:00; PH off`. Rules that name a
day twice add up where they do not overlap. What is said of no holiday is unsure on one: neither open nor closed.
"""

from rangkul.base.opening.hours import HOLIDAY, Hours, is_open, opens_next
from rangkul.base.opening.reading import HoursError, known, parse
from rangkul.base.opening.season import is_ramadan
from rangkul.base.opening.translating import notation
from rangkul.base.opening.words import in_words

__all__ = [
    "HOLIDAY",
    "Hours",
    "HoursError",
    "in_words",
    "is_open",
    "is_ramadan",
    "known",
    "notation",
    "opens_next",
    "parse",
]

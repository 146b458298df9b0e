"""Opening hours in a part of the OpenStreetMap notation: read, refused where they contradict themselves, put in words.

Source: OSM wiki, Key:opening_hours. Understood: `24/7`, `off`, and rules such as
`Mo-Fr 08:00-12:00,13:00-16:00; Sa 20:00-04:00; PH off`.
"""

from rangkul.commons.directory.opening.hours import Hours
from rangkul.commons.directory.opening.reading import HoursError, parse
from rangkul.commons.directory.opening.season import is_ramadan
from rangkul.commons.directory.opening.translating import notation
from rangkul.commons.directory.opening.words import in_words

__all__ = ["Hours", "HoursError", "in_words", "is_ramadan", "notation", "parse"]

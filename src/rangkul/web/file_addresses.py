"""Where style sheets, scripts and pictures lie: below a folder named after what all of them hold.

`/static/<edition>/look/built/work.js` may be kept by a browser for a year: another release has another edition. The
folder stands before the whole path, so that a script that imports its neighbour stays within the edition.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

_LETTERS = 12
# Compressed beside the files they come from.
_MADE_FROM_OTHERS = (".gz", ".br")
# A browser knows a service worker by its address; under another it would be a second one.
_SAME_FOR_EVER = "-worker.js"
_IN_EDITION = re.compile(rf"([0-9a-f]{{{_LETTERS}}})/(?=.)")


class Editions(StaticFilesStorage):
    def url(self, name: str) -> str:
        if name.endswith(_SAME_FOR_EVER) or not name:
            return super().url(name)
        return super().url(f"{edition()}/{name}")


@cache
def edition() -> str:
    """The same on every machine that runs the same release."""
    summed = hashlib.sha256()
    for name, content in sorted(_files()):
        summed.update(f"{name}\0{len(content)}\0".encode() + content)
    return summed.hexdigest()[:_LETTERS]


def _files() -> Iterator[tuple[str, bytes]]:
    for finder in finders.get_finders():
        for name, storage in finder.list(None):
            if not name.endswith(_MADE_FROM_OTHERS):
                with storage.open(name) as file:
                    yield name, file.read()


def without_edition(path: str) -> tuple[str, str]:
    """The edition that an address asks for, or "", and the address at which the file is known."""
    rest = path.removeprefix(settings.STATIC_URL)
    found = _IN_EDITION.match(rest) if rest != path else None
    return (found[1], settings.STATIC_URL + rest[found.end() :]) if found else ("", path)

"""The audit trail speaks Indonesian: each verb's event is put into words."""

import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import rangkul
from rangkul.base.actions import REGISTRY
from rangkul.commons.trust.words import KINDS, WORDS

# Verbs of the kit's own tests.
_OF_TESTS = {"key.made", "key.forbidden", "key.paired"}


def test_every_verb_has_words_for_the_trail(db):
    for module in walk_packages(rangkul.__path__, "rangkul."):
        if ".actions" in module.name and ".tests" not in module.name:
            import_module(module.name)
    silent = {verb.event_name for verb in REGISTRY.values()} - set(WORDS) - _OF_TESTS
    assert not silent, f"put these into words in commons/trust/words.py: {sorted(silent)}"


def test_every_file_of_the_trail_has_a_name():
    """A kind without words stands in the trail as its English code."""
    sources = (path for path in Path(rangkul.__path__[0]).rglob("*.py") if "tests" not in path.parts)
    kinds = {kind for path in sources for kind in re.findall(r'subject=\("(\w+)"', path.read_text())}
    assert "case" in kinds
    assert not kinds - set(KINDS), f"name these in KINDS of commons/trust/words.py: {sorted(kinds - set(KINDS))}"

"""The audit trail speaks Indonesian: each verb's event is put into words."""

from importlib import import_module
from pkgutil import walk_packages

import rangkul
from rangkul.base.actions import REGISTRY
from rangkul.commons.trust.words import WORDS

# Verbs of the kit's own tests.
_OF_TESTS = {"key.made", "key.forbidden"}


def test_every_verb_has_words_for_the_trail(db):
    for module in walk_packages(rangkul.__path__, "rangkul."):
        if ".actions" in module.name and ".tests" not in module.name:
            import_module(module.name)
    silent = {verb.event_name for verb in REGISTRY.values()} - set(WORDS) - _OF_TESTS
    assert not silent, f"put these into words in commons/trust/words.py: {sorted(silent)}"

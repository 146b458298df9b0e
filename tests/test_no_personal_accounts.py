"""No way of contact that the house offers is a worker's personal account: contact through one is a deviation that is
told, never something to choose (A65)."""

import inspect
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest
from django.db import models
from django.utils import translation

import rangkul

# The names under which the packages keep how people are met, called or written to.
_WAYS = re.compile(r"(Channel|Way|Via|Modality|CallMode|RoomKind)$")
_PERSONAL = re.compile(r"pribadi|personal|private|akun (saya|sendiri|petugas)|own (account|number)", re.IGNORECASE)


def _ways():
    for module in walk_packages(rangkul.__path__, "rangkul."):
        if module.name.endswith(".states"):
            found = vars(import_module(module.name)).items()
            yield from (
                pytest.param(one, id=f"{one.__module__}.{name}")
                for name, one in found
                if inspect.isclass(one) and issubclass(one, models.Choices) and one.__module__ == module.name
                and _WAYS.search(name)
            )  # fmt: skip


WAYS = list(_ways())


def test_the_lists_of_ways_are_found():
    assert {"rangkul.journey.cases.states.Channel", "rangkul.entry.crisis.states.Way"} <= {one.id for one in WAYS}


@pytest.mark.parametrize("ways", WAYS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_way_of_contact_is_a_personal_account(ways, language):
    with translation.override(language):
        said = [f"{value} {label}" for value, label in ways.choices]
    assert not [words for words in said if _PERSONAL.search(words)]

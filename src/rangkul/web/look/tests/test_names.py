"""Whatever a template asks for, ours finds what the framework finds, or fails as it fails."""

from functools import partial

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.template import Context, Engine, Template, base
from django.template.base import VariableDoesNotExist

from rangkul.web.look.names import Name

FRAMEWORK = Name.__mro__[1]


class Thing:
    kind = "benda"
    none = None

    def __init__(self):
        self.word, self.asked = "kata", 0

    @property
    def counted(self):
        self.asked += 1
        return [self.asked]

    @property
    def broken(self):
        return self.nowhere

    @property
    def gone(self):
        raise ObjectDoesNotExist("tidak ada")

    @property
    def wrong(self):
        raise RuntimeError("salah")

    def said(self):
        return "disebut"

    def wants(self, more):
        return more

    def fails(self):
        raise TypeError("di dalam")

    def changes(self):
        raise AssertionError("called by a page")

    changes.alters_data = True


class Kept(Thing):
    do_not_call_in_templates = True

    def __call__(self):
        raise AssertionError("called by a page")


class Drawer(dict):
    label = "laci"


class Refusing(Thing):
    def __getitem__(self, key):
        if key == "word":
            raise TypeError
        if key == 2:
            return "dua"
        raise KeyError(key)


GIVEN = {
    "thing": Thing(), "kept": Kept(), "make": Thing, "drawer": Drawer(a={"b": 3}, count=4), "refusing": Refusing(),
    "row": {"a": {"items": "punya sendiri"}, "empty": {}, "7": "tujuh"}, "list": [["x"], {"k": "v"}], "text": "kata",
    "half": partial(Thing().wants, "sisa"), "wants": Thing().wants, "says": lambda: {"in": 1}, "none": None,
    "number": 5,
}  # fmt: skip
ASKED = (
    "thing", "thing.word", "thing.kind", "thing.none", "thing.nowhere", "thing.counted.0", "thing.broken", "thing.gone",
    "thing.gone.more", "thing.wrong", "thing.said", "thing.said.upper", "thing.wants", "thing.fails", "thing.changes",
    "thing.changes.more", "kept", "kept.word", "make", "make.word", "drawer.a.b", "drawer.label", "drawer.count",
    "drawer.items", "drawer.none", "refusing.word", "refusing.2", "refusing.3", "row.a.items", "row.empty.items",
    "row.empty.count", "row.7", "row.8", "row.keys", "list.0.0", "list.1.k", "list.5", "list.x", "text.upper", "text.0",
    "half", "wants", "says.in", "says.out", "none", "none.more", "number.real", "number.nothing", "nobody",
    "nobody.more", "push", "dicts", "True", "None.x",
)  # fmt: skip


def answer(kind, asked):
    context = Context(GIVEN | {"thing": Thing()})
    context.template = Template("", engine=Engine(string_if_invalid="?"))
    try:
        found = kind(asked).resolve(context)
    except Exception as error:
        return type(error), "" if isinstance(error, VariableDoesNotExist) else str(error)
    return type(found), found if isinstance(found, str | int | list | dict | None) else ""


@pytest.mark.parametrize("asked", ASKED)
def test_ours_finds_what_the_framework_finds(asked):
    assert FRAMEWORK is not Name
    assert answer(Name, asked) == answer(FRAMEWORK, asked)


def test_a_property_is_asked_once():
    thing = Thing()
    assert Name("thing.counted.0").resolve(Context({"thing": thing})) == 1
    assert thing.asked == 1


def test_a_dictionary_of_others_will_do():
    assert Name("a.b").resolve({"a": {"b": 1}}) == 1


def test_the_templates_of_the_house_know_their_names_this_way():
    assert base.Variable is Name

"""What is drawn once for everybody must look the same for everybody, on every day."""

import re

import pytest
from django import forms
from django.forms import BoundField
from django.utils import translation

from rangkul.base.forms.kit import KeptField, RangkulForm
from rangkul.base.forms.widgets import LongSelect
from rangkul.journey.cases.pages.forms.writing import ContactForm
from rangkul.journey.cases.states import practice_with


def kept_forms(below=RangkulForm):
    for form in below.__subclasses__():
        if form.same_for_all:
            yield form
        yield from kept_forms(form)


def forms_that_keep():
    from rangkul.web import urls  # noqa: F401  brings every form into memory

    return sorted(kept_forms(), key=lambda form: form.__qualname__)


def fields_of(form):
    return [form[name] for name in sorted(form.same_for_all & form.fields.keys())]


@pytest.mark.parametrize("form", forms_that_keep(), ids=lambda form: form.__qualname__)
def test_an_empty_field_looks_the_same_next_month_and_for_other_initial_values(form, time_machine):
    time_machine.move_to("2026-11-01T08:00+07:00")
    before = [BoundField.as_field_group(field) for field in fields_of(form())]
    time_machine.move_to("2026-12-24T23:00+07:00")
    other = {name: "lain" for name in form.base_fields if name not in form.same_for_all}
    assert [BoundField.as_field_group(field) for field in fields_of(form(initial=other))] == before
    assert before


@pytest.mark.parametrize("form", forms_that_keep(), ids=lambda form: form.__qualname__)
def test_what_was_typed_is_never_kept(form):
    name = sorted(form.same_for_all)[0]
    empty = form()[name].as_field_group()
    assert form({name: "x" * 50_000})[name].as_field_group() != empty
    assert form()[name].as_field_group() == empty


def test_each_language_has_its_own(monkeypatch):
    monkeypatch.setattr(KeptField, "_drawn", {})
    form = next(one for one in forms_that_keep() if one.__name__ == "MessageForm")
    drawn = set()
    for language in ("id", "en"):
        with translation.override(language):
            drawn.add(form()["text"].as_field_group())
    assert len(drawn) == 2


def test_a_field_that_begins_otherwise_for_another_kind_of_client_is_drawn_for_each():
    """What was drawn first in a process once decided how every later contact was said to have been made."""
    kinds = {}
    for kind in ("community", "person", "group", "household", "community"):
        drawn = ContactForm(client_kind=kind)["method"].as_field_group()
        assert kinds.setdefault(kind, drawn) == drawn
        chosen = re.search(r'value="(\w+)" selected', drawn)
        assert chosen[1] == practice_with(kind)[0]
    assert kinds["person"] == kinds["household"]
    assert len(set(kinds.values())) == 3


def test_a_long_select_marks_the_chosen_name_and_trusts_none():
    drawn = LongSelect(choices=[("", "—"), (7, "<b>Ayu</b>"), (8, "Budi")]).render("owner", 8, {"id": "id_owner"})
    assert '<select name="owner" id="id_owner">' in drawn or '<select id="id_owner" name="owner">' in drawn
    assert '<option value="8" selected>Budi</option>' in drawn
    assert "&lt;b&gt;Ayu&lt;/b&gt;" in drawn
    assert drawn.count("selected") == 1


class Numbered(RangkulForm):
    year = forms.IntegerField(label="Tahun", min_value=1890, max_value=2100)
    word = forms.CharField(label="Kata", min_length=4, max_length=9)


def test_a_number_out_of_bounds_is_told_in_plain_words():
    early = Numbered({"year": "1700", "word": "abc"})
    assert early.errors["year"] == ["Angkanya paling kecil 1890."]
    assert early.errors["word"] == ["Terlalu pendek: paling sedikit 4 huruf."]
    assert Numbered({"year": "2500", "word": "abcd"}).errors["year"] == ["Angkanya paling besar 2100."]

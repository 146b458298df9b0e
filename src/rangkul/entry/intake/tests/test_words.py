"""The problem fields have one list of words: that of the taxonomy."""

import pytest
from django.utils.translation import override

from rangkul.base.taxonomy.queries import PROBLEM, current
from rangkul.entry.intake.rules import problems
from rangkul.entry.intake.wizard import words


def test_the_wizard_asks_about_every_field_that_the_rules_know():
    assert set(words.TERMS) == set(problems.ALL)


@pytest.mark.django_db
def test_the_wizard_says_what_the_taxonomy_says():
    kept = {term.code: (term.label_id, term.hint_id, term.icon) for term in current(PROBLEM)}
    assert {code: (term.label_id, term.hint_id, term.icon) for code, term in words.TERMS.items()} == kept


def test_it_speaks_the_language_of_the_reader():
    assert words.names(["other", "violence_home"]) == ["Kekerasan di rumah", "Hal lain"]
    with override("en"):
        assert words.names(["violence_home"]) == ["Violence at home"]
        assert str(dict(words.CHOICES)["violence_home"]) == "Violence at home"


def test_a_field_that_nobody_knows_any_more_stands_for_itself():
    assert words.names(["long_ago", "work"]) == ["Pekerjaan", "long_ago"]

"""The shipped lists, their two wordings, and their versions."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, connections, transaction
from django.utils.translation import override

from rangkul.base.taxonomy import queries
from rangkul.base.taxonomy.load import load, rows
from rangkul.base.taxonomy.models import Taxonomy, Term

pytestmark = pytest.mark.django_db

# Words of the annex that must never reach a screen or a letter (reference B.1, Stigma).
STIGMA = ("tuna susila", "gelandangan", "pengemis", "pemulung", "cacat", "eks ", "bekas warga", "terlantar", "telantar",
          "fakir", "bermasalah sosial", "anak jalanan", "korban")  # fmt: skip


def test_the_lists_of_the_decree_are_complete():
    assert [term.code for term in queries.current("ppks")] == [f"PPKS-{number:02}" for number in range(1, 27)]
    assert [term.code for term in queries.current("psks")] == [f"PSKS-{number:02}" for number in range(1, 13)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_term_puts_the_person_first_and_keeps_its_legal_name_for_statistics(language):
    with override(language):
        for term in queries.current("ppks"):
            assert term.label
            assert term.legal_label
            assert not any(word in term.label.lower() for word in STIGMA), term.label


def test_labels_follow_the_language_of_the_reader():
    term = queries.term("PPKS-11")
    assert (term.label, term.legal_label) == ("Orang yang tidak punya tempat tinggal tetap", "Gelandangan")
    with override("en"):
        assert (term.label, term.legal_label) == ("Person without a permanent home", "Homeless person")


def test_definitions_that_were_not_confirmed_say_so():
    assert queries.term("PPKS-02").status.startswith("definition verified")
    assert "confirm against annex" in queries.term("PPKS-24").status


def test_the_wording_that_discriminates_is_left_out():
    assert "sengaja tidak dimuat" in queries.term("PPKS-14").criteria


def test_a_term_is_found_in_its_own_version_only():
    assert queries.term("PPKS-01", "Permensos 8/2012").version == "Permensos 8/2012"
    assert queries.term("PPKS-01", "2031") is None
    assert queries.term("PPKS-99") is None


def test_terms_of_a_list_cost_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        found = queries.terms(["PPKS-01", "PPKS-26", "PPKS-99"])
        assert {code: term.version for code, term in found.items()} == {
            "PPKS-01": "Permensos 8/2012",
            "PPKS-26": "Permensos 8/2012",
        }


def test_the_version_of_a_day_is_known():
    assert queries.version("ppks") == "Permensos 8/2012"
    assert queries.version("pmks", date(2009, 5, 1)) == "2007"
    with pytest.raises(Taxonomy.DoesNotExist):
        queries.version("pmks")


def test_an_old_abbreviation_leads_to_the_term_of_today():
    assert queries.successor("GLDNG", "pmks").code == "PPKS-11"
    assert queries.successor("RTLH", "pmks") is None
    assert queries.successor("XYZ", "pmks") is None


def test_each_plain_problem_has_words_a_picture_and_existing_suggestions():
    problems = list(queries.current("problem"))
    codes = {term.code for term in queries.current("ppks")}
    assert len(problems) == 24
    for problem in problems:
        assert problem.label_id
        assert problem.label_en
        assert problem.hint_id
        assert problem.hint_en
        assert problem.icon
        assert set(problem.suggests) <= codes


def test_what_may_cost_a_life_is_marked():
    danger = {term.code: term.danger for term in queries.current("problem")}
    assert (danger["self_harm"], danger["violence_home"], danger["child_safety"]) == ("life", "violence", "child")
    assert danger["information"] == ""


def test_problems_suggest_groups_without_repeating_any():
    assert [term.code for term in queries.suggested(["violence_home", "violence_sexual", "housing"])] == [
        "PPKS-06",
        "PPKS-11",
        "PPKS-19",
        "PPKS-24",
    ]
    assert queries.suggested([]) == []


def test_an_age_that_does_not_fit_is_a_question():
    assert queries.age_note(queries.term("PPKS-08"), 59)
    assert queries.age_note(queries.term("PPKS-08"), 60) == ""


@pytest.mark.django_db(databases=["default", "owner"])
def test_loading_again_changes_nothing():
    before = list(Term.objects.using("owner").order_by("pk").values())
    load(connections["owner"])
    assert list(Term.objects.using("owner").order_by("pk").values()) == before


@pytest.mark.django_db(databases=["default", "owner"])
def test_a_version_that_is_no_longer_shipped_ends_and_keeps_its_terms():
    current = Taxonomy.objects.using("owner").get(name="ppks", valid_to=None)
    Taxonomy.objects.using("owner").filter(pk=current.pk).update(version="before")
    load(connections["owner"])
    current.refresh_from_db(using="owner")
    assert (current.version, current.valid_to is None, current.terms.count()) == ("before", False, 26)
    assert Taxonomy.objects.using("owner").get(name="ppks", valid_to=None).version == "Permensos 8/2012"


def test_the_application_may_not_write_them():
    for table in (Taxonomy, Term):
        with pytest.raises(ProgrammingError), transaction.atomic():
            table.objects.update(source="")


@pytest.mark.django_db(databases=["default", "owner"])
class TestConstraints:
    def add(self, **fields):
        row = {"name": "uji", "version": "1", "source": "", "valid_from": date(2026, 1, 1), **fields}
        with transaction.atomic(using="owner"):
            return Taxonomy.objects.using("owner").create(**row)

    def test_a_version_exists_once(self):
        self.add(valid_to=date(2026, 2, 1))
        with pytest.raises(IntegrityError, match="taxonomy_version_once"):
            self.add(valid_to=date(2026, 2, 1))

    def test_only_one_version_is_current(self):
        self.add()
        with pytest.raises(IntegrityError, match="taxonomy_one_current_version"):
            self.add(version="2")

    def test_a_version_does_not_end_before_it_begins(self):
        with pytest.raises(IntegrityError, match="taxonomy_ends_after_it_begins"):
            self.add(valid_to=date(2025, 12, 31))

    def test_a_code_exists_once_in_a_list(self):
        taxonomy = self.add()
        fields = {"taxonomy": taxonomy, "code": "X", "place": 1, "label_id": "x", "label_en": "x"}
        Term.objects.using("owner").create(**fields)
        with pytest.raises(IntegrityError, match="taxonomy_term_once"), transaction.atomic(using="owner"):
            Term.objects.using("owner").create(**fields)


def test_every_listed_file_is_shipped():
    assert all(list(rows(listed["file"])) for listed in rows("taxonomies.csv"))

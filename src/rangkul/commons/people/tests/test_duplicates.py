"""While a person is registered, those who may be the same appear with reasons."""

from datetime import date

import pytest

from rangkul.base.rules import rule
from rangkul.commons.people import queries
from rangkul.commons.people.drafts import PersonDraft, PhoneDraft
from rangkul.commons.people.rules.duplicates import NAME

NIK = "3273015708900001"
BORN = date(1990, 8, 17)


def found(asking, staff, **values):
    with asking(staff) as asker:
        return [(d.person.full_name, d.level) for d in queries.likely_duplicates(asker, PersonDraft(**values))]


def decided(**facts):
    return rule(NAME, 1).decide({"name": 0.0, **facts}).value


@pytest.mark.parametrize(
    ("facts", "answer"),
    [
        ({"nik": "same"}, "likely"),
        ({"nik": "same", "sex_differs": True, "years_apart": 40}, "likely"),
        ({"kk": "same"}, "no"),
        ({"kk": "same", "birth": "same"}, "likely"),
        ({"phone": True}, "possible"),
        ({"phone": True, "name": 0.9}, "likely"),
        ({"name": 0.9, "birth": "same", "birth_exact": True, "years_apart": 0}, "likely"),
        ({"name": 0.9, "birth": "same", "birth_exact": True, "years_apart": 0, "nik": "different"}, "possible"),
        ({"name": 0.9, "birth": "other", "years_apart": 2, "region": "district"}, "likely"),
        ({"name": 0.9, "birth": "other", "years_apart": 2}, "possible"),
        ({"name": 0.9, "birth": "other", "birth_exact": True, "years_apart": 20}, "no"),
        ({"name": 0.9, "birth": "other", "birth_exact": True, "years_apart": 20, "region": "district"}, "no"),
        ({"name": 0.95}, "possible"),
        ({"name": 0.85}, "no"),
        ({"name": 0.85, "region": "regency"}, "possible"),
        ({"name": 0.95, "sex_differs": True}, "no"),
        ({}, "no"),
    ],
)
def test_the_rule_weighs_the_facts(facts, answer):
    assert decided(**facts) == answer


def test_each_decision_has_its_reason():
    decision = rule(NAME).decide({"nik": "same", "name": 1.0})
    assert decision.reasons[0].sentence == "NIK sama."
    assert decision.version == 1


def test_the_same_number_under_another_name(register, cast, asking):
    register(cast.ayu, "Wati Contoh", nik=NIK)
    assert found(asking, cast.ayu, full_name="Suminah", nik=NIK) == [("Wati Contoh", "likely")]


def test_another_spelling_born_on_the_same_day(register, cast, asking):
    register(cast.ayu, "Joko Cahyono", birth_date=BORN)
    assert found(asking, cast.candra, full_name="Djoko Tjahjono", birth_date=BORN) == [("Joko Cahyono", "likely")]


def test_a_mistyped_name(register, cast, asking):
    register(cast.ayu, "Joko Cahyono", birth_date=BORN)
    assert found(asking, cast.ayu, full_name="Joko Cahyno", birth_date=BORN) == [("Joko Cahyono", "likely")]


def test_the_same_telephone(register, cast, asking):
    register(cast.ayu, "Wati Contoh", phones=[PhoneDraft("081234567890")])
    phones = (PhoneDraft("+62 812 3456 7890"),)
    assert found(asking, cast.ayu, full_name="Suminah", phones=phones) == [("Wati Contoh", "possible")]


def test_another_agency_gets_no_hint(register, cast, asking):
    register(cast.ayu, "Joko Cahyono", nik=NIK, birth_date=BORN)
    assert found(asking, cast.budi, full_name="Joko Cahyono", nik=NIK, birth_date=BORN) == []


def test_half_typed_numbers_are_left_aside(register, cast, asking):
    register(cast.ayu, "Joko Cahyono", birth_date=BORN)
    assert found(asking, cast.ayu, full_name="Jo", nik="3273", phones=(PhoneDraft("08"),)) == []


def test_two_who_are_registered_are_weighed_the_same_way(register, cast, asking):
    one = register(cast.ayu, "Joko Cahyono", birth_date=BORN, phones=[PhoneDraft("081234567890")])
    other = register(cast.ayu, "Djoko Tjahjono", birth_date=BORN, phones=[PhoneDraft("081234567890")])
    with asking(cast.ayu):
        decision = queries.between(one, other)
    assert decision.value == "likely"
    assert {reason.code for reason in decision.reasons} >= {"phone_name", "name_birth"}

"""What a relation line is worth to whom: seen through the case, gone with its people, and no part of anybody's copy."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction

from rangkul.base.days import today
from rangkul.base.models import DataKey
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Kinship
from rangkul.commons.trust.erasure import erase
from rangkul.commons.trust.hooks import Whose
from rangkul.journey.cases.actions import add_member, write_note
from rangkul.journey.cases.models import Case, Note
from rangkul.journey.pictures import actions
from rangkul.journey.pictures.keeping import copy_of_family
from rangkul.journey.pictures.models import FamilyTie

WORDS = "Ia memukul saya di depan anak-anak."


@pytest.fixture
def tie(family, case, cast, asking):
    with asking(cast.ayu) as ayu:
        return actions.draw_tie(
            by=ayu, case=case, one=family.joko, other=family.wati, kind="violence", source="client",
            source_date=today(), words=WORDS,
        )  # fmt: skip


def count(asking, staff) -> int:
    with asking(staff):
        return FamilyTie.objects.count()


def test_the_team_and_the_supervisor_read_it_and_nobody_else(tie, cast, asking):
    assert count(asking, cast.ayu) == count(asking, cast.sari) == 1
    others = (cast.dimas, cast.candra, cast.budi, cast.adi, cast.putri, cast.rini)
    assert [count(asking, staff) for staff in others] == [0] * len(others)


def test_the_accused_never_reads_it(tie, case, cast, asking):
    with asking(cast.ayu) as ayu:
        add_member(by=ayu, case=case, staff=cast.candra)
    assert count(asking, cast.candra) == 1
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(against=cast.candra)
    assert count(asking, cast.candra) == 0


def test_without_an_asker_there_is_nothing(tie):
    assert FamilyTie.objects.count() == 0


def test_what_was_told_is_never_rewritten(tie, cast, asking):
    with asking(cast.ayu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        FamilyTie.objects.filter(pk=tie.pk).update(kind="close")


def test_only_the_team_draws(family, case, cast, asking):
    words = {"one": family.wati, "other": family.minah, "kind": "close", "source": "client", "source_date": today()}
    for staff in (cast.sari, cast.candra, cast.dimas):
        with asking(staff), pytest.raises(PermissionDenied):
            actions.draw_tie(by=staff.asker(), case=case, **words)


@pytest.mark.parametrize(
    ("change", "name"), [({"ended_on": date(2026, 1, 1)}, "end_paired"), ({"ended_by_id": "ayu"}, "end_paired")]
)
def test_an_end_has_a_day_and_a_name(tie, cast, asking, change, name):
    change = {key: cast.ayu.pk if value == "ayu" else value for key, value in change.items()}
    with asking(cast.ayu), pytest.raises(IntegrityError, match=f"pictures_tie_{name}"), transaction.atomic():
        FamilyTie.objects.filter(pk=tie.pk).update(**change)


def test_a_line_is_between_two_and_there_once(tie, case, cast, asking):
    same = {"case": case, "kind": "violence", "source": "client", "source_date": today(), "recorded_by": cast.ayu}
    with asking(cast.ayu):
        with pytest.raises(IntegrityError, match="pictures_tie_of_two"), transaction.atomic():
            FamilyTie.objects.create(one_id=tie.one_id, other_id=tie.one_id, **same)
        with pytest.raises(IntegrityError, match="pictures_tie_once"), transaction.atomic():
            FamilyTie.objects.create(one_id=tie.one_id, other_id=tie.other_id, **same)


def close_case(case, cast, asking) -> None:
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at)


def test_erasing_the_client_takes_kinship_pregnancies_and_lines(tie, family, case, cast, asking):
    with asking(cast.ayu) as ayu:
        people.record_pregnancy(by=ayu, mother=family.wati)
    close_case(case, cast, asking)
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=family.wati.pk, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        assert not FamilyTie.objects.exists()
        assert not Kinship.objects.filter(person=family.wati).exists()
        assert not family.wati.pregnancies.exists()


def test_a_relation_line_never_leads_an_erasure_to_the_key_of_the_case(tie, family, case, cast, asking):
    """The husband is erased; what Ayu wrote about Wati stays readable, and the line between them goes."""
    with asking(cast.ayu) as ayu:
        write_note(by=ayu, case=case, text="Wati datang sendiri.")
    close_case(case, cast, asking)
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=family.joko.pk, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.ayu):
        assert not FamilyTie.objects.exists()
        assert DataKey.objects.get(pk=case.key_id).wrapped is not None
        assert Note.objects.select_related("key").get().text == "Wati datang sendiri."


def test_a_copy_tells_how_somebody_stands_and_names_nobody(tie, family, cast, asking):
    with asking(cast.ayu) as ayu:
        people.record_pregnancy(by=ayu, mother=family.wati)
        (section,) = copy_of_family(Whose((family.wati.pk,)))
    said = [what for what, _when in section.rows]
    assert "suami atau istri (menikah)" in said
    assert "orang tua" in said
    assert "sedang mengandung" in said
    assert not [word for word in ("Joko", "Minah", WORDS, "kekerasan") if word in str(section)]

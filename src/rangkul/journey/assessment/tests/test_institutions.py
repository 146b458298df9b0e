"""Institutions around a client: helping beside blocking, with a source and a day; unknown stays visible."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import Assessment, Institution

SCHOOL = {
    "kind": "school",
    "name": "SDN 3",
    "effect": "both",
    "helps": "Guru mengizinkan datang siang",
    "blocks": "Menagih uang seragam",
    "source": "client",
    "source_date": today(),
}


@pytest.fixture
def note(cast, case):
    def write(**given):
        return actions.note_institution(by=cast.ayu.asker(), case=case, **(SCHOOL | given))

    return write


def test_one_institution_can_help_and_block(case, cast, asking, note):
    with asking(cast.ayu):
        note()
        (row,) = queries.institutions(case)
        assert (row.helps, row.blocks) == ("Guru mengizinkan datang siang", "Menagih uang seragam")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"helps": ""}, "helps"),
        ({"blocks": ""}, "blocks"),
        ({"effect": "helps"}, "blocks"),
        ({"effect": "unknown", "blocks": ""}, "helps"),
        ({"kind": "other", "name": ""}, "name"),
    ],
)
def test_effect_and_words_fit_each_other(cast, asking, note, wrong, field):
    with asking(cast.ayu), pytest.raises(Refused) as refusal:
        note(**wrong)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    "bad", [{"helps": ""}, {"effect": "helps"}, {"effect": "unknown"}, {"kind": "other", "name": ""}]
)
def test_the_database_refuses_it_too(case, cast, asking, note, bad):
    with asking(cast.ayu):
        note()
        words = {"case": case, "assessment": Assessment.objects.get(), "key": case.key, "recorded_by_id": cast.ayu.pk}
        with pytest.raises(IntegrityError), transaction.atomic():
            Institution.objects.create(**words, **(SCHOOL | bad))
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Institution.objects.update(effect="unknown")


def test_what_nobody_asked_about_is_listed(case, cast, asking, note):
    with asking(cast.ayu):
        assert len(queries.unexplored_institutions([])) == 7
        note()
        note(kind="faith", name="", effect="unknown", helps="", blocks="")
        left = [kind.value for kind in queries.unexplored_institutions(queries.institutions(case))]
        assert "school" not in left
        assert "faith" in left


def test_a_note_is_corrected_by_appending(case, cast, asking, note):
    with asking(cast.ayu):
        first = note()
        words = {name: SCHOOL[name] for name in ("name", "source", "source_date")}
        second = actions.correct_institution(
            by=cast.ayu.asker(),
            case=case,
            institution=first,
            reason="Sudah berubah",
            effect="helps",
            helps="Bebas biaya",
            **words,
        )
        assert [row.effect for row in queries.institutions(case)] == ["helps"]
        with pytest.raises(Refused):
            actions.correct_institution(
                by=cast.ayu.asker(), case=case, institution=first, reason="Lagi", effect="unknown", **words
            )
        actions.correct_institution(
            by=cast.ayu.asker(),
            case=case,
            institution=second,
            reason="Sekolah lain",
            effect="unknown",
            taken_back=True,
            **words,
        )
        assert queries.institutions(case) == []


def test_the_report_tells_helping_and_blocking_and_what_is_not_known(case, cast, asking, note):
    with asking(cast.ayu):
        note(source_note="ibu klien")
        report = queries.report_of(case, queries.newest_round(case))
        part = next(one for one in report if str(one.title).startswith("Lembaga"))
    told = " ".join(sentence.text for sentence in part.sentences)
    assert "Sekolah (SDN 3) membantu: Guru mengizinkan datang siang." in told
    assert "Sekolah (SDN 3) menghambat: Menagih uang seragam." in told
    assert "(ibu klien," in told
    assert "Belum digali: keluarga, tempat kerja" in told


@pytest.mark.parametrize("name", ["budi", "candra", "putri"])
def test_nobody_outside_sees_it(cast, asking, note, name):
    with asking(cast.ayu):
        note()
    with asking(getattr(cast, name)):
        assert not Institution.objects.exists()

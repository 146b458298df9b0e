"""One box finds a person by any spelling, number or telephone, and nobody else's persons."""

from datetime import date

import pytest

from rangkul.base.models import Event
from rangkul.commons.people import actions, queries
from rangkul.commons.people.drafts import NameDraft, PhoneDraft
from rangkul.commons.people.models import Person


def found(asking, staff, text):
    with asking(staff) as asker:
        return [match.person.full_name for match in queries.search(asker, text)]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Joko Cahyono", "Djoko Tjahjono"),
        ("Joko Cahyono", "cahyono joko"),
        ("Joko Cahyono", "Joko Cahyno"),
        ("Suharto", "Soeharto"),
        ("Suharto", "Suhatro"),
        ("Muhammad Rizki", "Moh. Rizqi"),
        ("St. Noerhaliza", "Hj. Siti Nurhaliza, S.Sos"),
        ("Siti Nur Hayati", "nurhayati"),
        ("I Gede Putu Ayu Wulandari Kusuma", "Wulandari"),
    ],
)
def test_finds_any_spelling(register, cast, asking, name, typed):
    register(cast.ayu, name)
    assert found(asking, cast.ayu, typed) == [name]


def test_a_whole_name_comes_before_a_longer_one(register, cast, asking):
    for name in ("Suharto Wijaya", "Suharto", "Budi Suharto"):
        register(cast.ayu, name)
    assert found(asking, cast.ayu, "suharto")[0] == "Suharto"


def test_another_father_is_another_person(register, cast, asking):
    register(cast.ayu, "Ahmad bin Umar")
    assert found(asking, cast.ayu, "Ahmad bin Ali") == []


def test_says_why(register, cast, asking):
    register(cast.ayu, "Joko Cahyono", nik="3273015708900001", phones=[PhoneDraft("0812-3456-7890")])
    with asking(cast.ayu) as ayu:
        assert "ejaan lama" in queries.search(ayu, "Djoko Tjahjono")[0].reasons[0]
        assert queries.search(ayu, "3273 0157 0890 0001")[0].reasons == ("NIK sama.",)
        assert queries.search(ayu, "+62 812 3456 7890")[0].reasons == ("Nomor telepon sama.",)


def test_finds_by_another_name_and_by_the_called_one(register, cast, asking):
    register(cast.ayu, "Sri Wahyuningsih", called_name="Yuni", other_names=[NameDraft("Bu Lurah Wahyu")])
    assert found(asking, cast.ayu, "yuni") == ["Sri Wahyuningsih"]
    with asking(cast.ayu) as ayu:
        assert "Dikenal sebagai Yuni." in queries.search(ayu, "yuni")[0].reasons


def test_a_year_behind_the_name_puts_namesakes_in_order(register, cast, asking):
    register(cast.ayu, "Siti Aminah", birth_date=date(1980, 2, 1), birth_precision="day")
    register(cast.ayu, "Siti Aminah", birth_date=date(1991, 1, 1), birth_precision="year")
    with asking(cast.ayu) as ayu:
        assert queries.search(ayu, "siti aminah 1991")[0].person.birth_date.year == 1991


@pytest.mark.parametrize("name", ["budi", "hana", "adi", "agus", "rini", "putri"])
def test_shows_nothing_to_who_may_not_see(register, cast, asking, name):
    register(cast.ayu, "Joko Cahyono", nik="3273015708900001")
    for typed in ("Joko Cahyono", "3273015708900001"):
        assert found(asking, getattr(cast, name), typed) == []


def test_a_restricted_person_is_not_found_by_another_unit(register, cast, asking):
    register(cast.ayu, "Joko Cahyono")
    with asking(cast.ayu):
        Person.objects.update(restricted=True)
    assert found(asking, cast.candra, "Joko Cahyono") == []
    assert found(asking, cast.sari, "Joko Cahyono") == ["Joko Cahyono"]


@pytest.mark.parametrize("typed", ["", " ", "-", "7K3F-9QXM", "%%%", "'; DROP TABLE", "9" * 500, "🙂", "\x00a"])
def test_strange_input_finds_nothing_and_breaks_nothing(register, cast, asking, typed):
    register(cast.ayu, "Joko Cahyono")
    assert found(asking, cast.ayu, typed) == []


def test_logs_the_fact_and_never_the_text(register, cast, asking):
    with asking(cast.ayu) as ayu:
        queries.search(ayu, "Joko Cahyono")
        event = Event.objects.get(name="people.searched")
    assert event.payload == {"why": "name"}


def test_an_alias_is_found_from_then_on(register, cast, asking):
    person = register(cast.ayu, "Joko Cahyono")
    with asking(cast.ayu) as ayu:
        actions.add_alias(by=ayu, person=person, name="Gareng")
        actions.add_alias(by=ayu, person=person, name="GARENG")
        assert person.other_names.count() == 1
    assert found(asking, cast.ayu, "gareng") == ["Joko Cahyono"]


def test_a_corrected_name_is_found_and_the_old_one_is_not(register, cast, asking):
    person = register(cast.ayu, "Joko Cahyono")
    with asking(cast.ayu) as ayu:
        actions.correct(by=ayu, person=person, full_name="Bambang Sutrisno")
    assert found(asking, cast.ayu, "bambang sutrisno") == ["Bambang Sutrisno"]
    assert found(asking, cast.ayu, "joko cahyono") == []

"""Erasing: the key is destroyed, what names the person is scrubbed, the proof stays."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, connection, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import acting, asking_as, job
from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.commons.people import queries
from rangkul.commons.people.drafts import AddressDraft, NameDraft, PhoneDraft
from rangkul.commons.people.models import Address, Person, PersonKey, Phone
from rangkul.commons.trust import hooks
from rangkul.commons.trust.erasure import erase
from rangkul.commons.trust.models import Erasure

WHY = "Permintaan tertulis dari orangnya."


@pytest.fixture
def known(cast, asking):
    """Wati as a worker wrote her down, with a correction behind her."""
    with asking(cast.ayu) as ayu:
        person = people.register(
            by=ayu, full_name="Wati Contoh", called_name="Wati", nik="3273015708900001", birth_place="Garut",
            other_names=[NameDraft("Mbak Wati")], phones=[PhoneDraft("081234567890", "family", "Bu Sri")],
            addresses=[AddressDraft(region_code="32.73.01", line="Jalan Mawar 1", rt="1")],
        )  # fmt: skip
        people.correct(by=ayu, person=person, birth_place="Bandung")
        people.set_safe_contact(by=ayu, person=person, channels=["call"], code_word="mawar")
    return person


def erased(asking, cast, person):
    with asking(cast.putri) as putri:
        return erase(by=putri, person_id=person.pk, reason=WHY)


def test_nothing_that_names_her_can_be_read_again(known, cast, asking):
    erased(asking, cast, known)
    with asking(cast.ayu):
        row = Person.objects.select_related("key").get()
        phone = Phone.objects.select_related("key").get()
        address = Address.objects.select_related("key").get()
    assert (row.full_name, row.called_name, row.birth_place, row.nik_blind) == ("(dihapus)", "", "", None)
    assert row.nik.startswith("(dihapus")
    assert row.key.wrapped is None
    assert row.erased_at
    assert phone.number.startswith("(dihapus")
    assert (phone.owner_name, address.rt, address.region_code) == ("", "", "32.73")


def test_she_is_found_no_more(known, cast, asking):
    erased(asking, cast, known)
    with asking(cast.ayu) as ayu:
        assert not PersonKey.objects.exists()
        for text in ("Wati Contoh", "3273015708900001", "081234567890"):
            assert queries.search(ayu, text) == []


def test_older_states_of_her_rows_go_too(known, cast, asking):
    erased(asking, cast, known)
    with asking(cast.agus), connection.cursor() as cursor:
        cursor.execute("SELECT before::text FROM base_version WHERE row_id = %s", [known.pk])
        assert {row[0] for row in cursor.fetchall()} == {"{}"}


def test_the_proof_stays(known, cast, asking):
    erased(asking, cast, known)
    with asking(cast.agus):
        assert Erasure.objects.get().done_at
        assert Event.objects.filter(name="person.erased", subject_id=known.pk).count() == 1


def test_a_second_time_does_nothing(known, cast, asking):
    assert erased(asking, cast, known).pk == erased(asking, cast, known).pk


def test_every_registration_of_hers_is_erased(known, cast, asking):
    with asking(cast.ayu) as ayu:
        twin = people.register(by=ayu, full_name="Wati C.")
        people.merge(by=ayu, kept=known, absorbed=twin, reason="KTP-nya sama persis.")
    erased(asking, cast, known)
    with asking(cast.ayu):
        assert set(Person.objects.values_list("full_name", flat=True)) == {"(dihapus)"}


def test_others_are_untouched(known, cast, asking):
    with asking(cast.ayu) as ayu:
        other = people.register(by=ayu, full_name="Sri Lain", nik="3273015708900002")
    erased(asking, cast, known)
    with asking(cast.ayu):
        assert Person.objects.select_related("key").get(pk=other.pk).nik == "3273015708900002"


@pytest.mark.parametrize("name", ["ayu", "sari", "adi", "agus", "rini", "budi"])
def test_only_the_data_officer_decides(known, cast, asking, name):
    with asking(getattr(cast, name)) as asker, pytest.raises(PermissionDenied):
        erase(by=asker, person_id=known.pk, reason=WHY)


def test_something_that_must_be_kept_stops_it(known, cast, asking, monkeypatch):
    monkeypatch.setattr(hooks, "must_keep", [lambda person_id: ["Masih ada kasus terbuka."]])
    with pytest.raises(Refused, match="kasus terbuka"):
        erased(asking, cast, known)
    with asking(cast.ayu):
        assert Person.objects.get().full_name == "Wati Contoh"


def test_a_person_of_another_agency_is_not_found(register_elsewhere, cast, asking):
    with pytest.raises(Refused) as refusal:
        erased(asking, cast, register_elsewhere)
    assert refusal.value.code == "unknown"


@pytest.fixture
def register_elsewhere(cast, asking):
    with asking(cast.budi) as budi:
        return people.register(by=budi, full_name="Orang Jakarta")


def test_the_database_lets_nobody_else_scrub(known, cast, asking):
    arguments = [known.pk, "people_person", ["id"], [known.pk], '{"full_name": "word"}', False, False]
    for asker in (cast.putri.asker(), cast.ayu.asker(), job("apa saja"), job("trust.erase")):
        with (
            asking_as(cast.putri.asker()),
            acting(asker),
            pytest.raises(ProgrammingError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT trust_scrub(%s, %s, %s, %s::uuid[], %s::jsonb, %s, %s)", arguments)

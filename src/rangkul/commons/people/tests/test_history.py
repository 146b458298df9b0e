"""The history shows who changed what, to who sees the person, and never what is sealed."""

from rangkul.commons.people import actions, queries
from rangkul.commons.people.models import Person


def changes(asking, staff, person):
    with asking(staff):
        return [
            (change.who, change.what, [(f.label, f.before, f.after) for f in change.fields])
            for change in queries.history_of(Person.objects.select_related("key").get(pk=person.pk))
        ]


def test_shows_who_what_before_and_after_newest_first(register, cast, asking):
    person = register(cast.ayu, birth_place="Garut")
    with asking(cast.dimas) as dimas:
        actions.correct(by=dimas, person=person, birth_place="Bandung")
    with asking(cast.ayu) as ayu:
        actions.correct(by=ayu, person=person, birth_place="Cimahi")
    assert changes(asking, cast.sari, person) == [
        ("Ayu Peksos", "Data diri", [("Tempat lahir", "Bandung", "Cimahi")]),
        ("Dimas Junior", "Data diri", [("Tempat lahir", "Garut", "Bandung")]),
    ]


def test_a_sealed_value_is_told_and_not_shown(register, cast, asking):
    person = register(cast.ayu, nik="3273015708900001")
    with asking(cast.ayu) as ayu:
        actions.correct(by=ayu, person=person, nik="3273015708900002")
    assert changes(asking, cast.ayu, person) == [("Ayu Peksos", "Data diri", [("NIK", "", "")])]


def test_safe_contact_has_its_history(register, cast, asking):
    person = register(cast.ayu)
    with asking(cast.ayu) as ayu:
        actions.set_safe_contact(by=ayu, person=person, channels=["call"])
        actions.set_safe_contact(by=ayu, person=person, channels=["sms"])
    assert changes(asking, cast.ayu, person) == [
        ("Ayu Peksos", "Kontak aman", [("Cara menghubungi", "Telepon", "SMS")])
    ]


def test_joined_and_parted_again_stands_with_both(register, cast, asking):
    kept, other = register(cast.ayu), register(cast.ayu, full_name="Wati Contohh")
    with asking(cast.ayu) as ayu:
        row = actions.merge(by=ayu, kept=kept, absorbed=other, reason="NIK yang sama.")
        actions.unmerge(by=ayu, merge=row, reason="Ternyata kakaknya.")
    for person, said in ((kept, f"{other.full_name} digabung ke sini"), (other, f"Digabung ke {kept.full_name}")):
        with asking(cast.sari):
            found = [
                one for one in queries.history_of(Person.objects.select_related("key").get(pk=person.pk)) if one.words
            ]
        assert [one.words for one in found] == ["Ternyata kakaknya.", "NIK yang sama."]
        assert found[1].what == said
        assert "dibatalkan" in found[0].what

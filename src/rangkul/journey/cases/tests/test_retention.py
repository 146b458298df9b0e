"""A file is kept for a time; then the data officer is asked, and decides. Nothing is erased by itself."""

from datetime import date

import pytest
from django.urls import reverse

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.commons.people.models import Person
from rangkul.commons.trust.actions import grant_right
from rangkul.commons.trust.erasure import erase_as_granted
from rangkul.commons.trust.models import RightsRequest
from rangkul.journey.cases import actions, hooks
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.retention import ask_about_old_files, keep_until, years_after
from rangkul.journey.cases.states import Stage

JOB = job("cases.retention")
END = actions.Ending(reason="achieved", summary="Selesai.", client_words="Terima kasih.", client_informed=True)


@pytest.fixture
def ended(case, cast, asking, agreed):
    with asking(cast.ayu) as by:
        Case.objects.update(stage=Stage.TERMINATION)
        return actions.terminate(by=by, case=case, ending=END)


def asked():
    with asking_as(JOB) as by:
        return ask_about_old_files(by)


def test_a_childs_file_is_kept_until_they_are_25_and_ten_years_at_the_least():
    child = Person(birth_date=date(2020, 3, 1))
    assert keep_until(None, date(2026, 5, 4)) == date(2031, 5, 4)
    assert keep_until(Person(birth_date=date(1990, 3, 1)), date(2026, 5, 4)) == date(2031, 5, 4)
    assert keep_until(child, date(2026, 5, 4)) == date(2045, 3, 1)
    assert keep_until(child, date(2037, 12, 31)) == date(2047, 12, 31)
    assert years_after(date(2028, 2, 29), 5) == date(2033, 2, 28)


def test_the_data_officer_is_asked_once_and_decides(ended, wati, cast, asking, monkeypatch):
    assert asked() == 0
    later = years_after(days.today(), 6)
    monkeypatch.setattr(days, "today", lambda *_: later)
    assert asked() == 1
    assert asked() == 0
    with asking(cast.budi):
        assert not RightsRequest.objects.exists()
    with asking(cast.putri) as by:
        wish = RightsRequest.objects.select_related("key").get()
        assert (wish.right, wish.owner_id, wish.person_id) == ("retention", cast.putri.pk, wati.pk)
        assert ended.number in wish.text
        assert wish.due_at > wish.asked_at
        assert Event.objects.filter(name="rights.retention_over").count() == 1
        wish = grant_right(by=by, wish=wish, answer="Tidak ada kewajiban menyimpan.")
        with monkeypatch.context() as before:
            before.setattr(days, "today", lambda *_: years_after(later, -3))
            with pytest.raises(Refused, match="Masih disimpan"):
                erase_as_granted(by=by, wish=wish, reason="Masa simpan habis.")
        erase_as_granted(by=by, wish=wish, reason="Masa simpan habis.")
    with asking(cast.ayu):
        assert Person.objects.get(pk=wati.pk).full_name == "(dihapus)"
    assert asked() == 0


@pytest.mark.parametrize("kind", ["household", "group"])
def test_the_file_of_several_is_asked_about_too_and_goes_without_its_people(
    kind, wati, cast, asking, signed_in, monkeypatch
):
    client = {"person": wati} if kind == "household" else {"name": "Ibu-ibu penjahit"}
    with asking(cast.ayu) as by:
        made = actions.open_case(by=by, client_kind=kind, concern="Kekurangan beras", **client)
        actions.write_note(by=by, case=made, text="Bu RT ikut datang.")
        monkeypatch.setattr(hooks, "closing_checks", [])
        Case.objects.filter(pk=made.pk).update(stage=Stage.TERMINATION)
        actions.terminate(by=by, case=made, ending=END)
    assert asked() == 0
    later = years_after(days.today(), 6)
    monkeypatch.setattr(days, "today", lambda *_: later)
    assert (asked(), asked()) == (1, 0)
    with asking(cast.putri) as by:
        wish = RightsRequest.objects.select_related("key").get()
        assert (wish.subject_id, wish.person_id, wish.owner_id) == (made.pk, None, cast.putri.pk)
        assert f"{made.number} milik {made.get_client_kind_display().lower()}" in wish.text
    page = signed_in(cast.putri)
    with asking(cast.putri) as by:
        wish = grant_right(by=by, wish=wish, answer="Tidak ada kewajiban menyimpan.")
    shown = page.get(reverse("trust:erase", args=[wish.pk])).text
    assert "Orang-orang di dalamnya tetap terdaftar" in " ".join(shown.split())
    assert "milik beberapa orang" in page.get(reverse("trust:right", args=[wish.pk])).text
    with asking(cast.putri) as by:
        erase_as_granted(by=by, wish=wish, reason="Masa simpan habis.")
    with asking(cast.ayu):
        gone = Case.objects.select_related("key").get(pk=made.pk)
        assert (gone.key.wrapped, gone.name) == (None, "(dihapus)")
        assert Person.objects.get(pk=wati.pk).full_name == "Wati Contoh"
    assert asked() == 0
    assert signed_in(cast.budi).get(reverse("trust:right", args=[wish.pk])).status_code == 404


def test_who_is_with_us_again_is_not_asked_about(ended, wati, cast, asking, monkeypatch):
    with asking(cast.ayu) as by:
        actions.open_case(by=by, person=wati)
    later = years_after(days.today(), 6)
    monkeypatch.setattr(days, "today", lambda *_: later)
    assert asked() == 0

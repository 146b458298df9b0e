"""A file is kept for a time; then the data officer is asked, and decides. Nothing is erased by itself."""

from datetime import date

import pytest

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.commons.people.models import Person
from rangkul.commons.trust.actions import grant_right
from rangkul.commons.trust.erasure import erase_as_granted
from rangkul.commons.trust.models import RightsRequest
from rangkul.journey.cases import actions
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


def test_who_is_with_us_again_is_not_asked_about(ended, wati, cast, asking, monkeypatch):
    with asking(cast.ayu) as by:
        actions.open_case(by=by, person=wati)
    later = years_after(days.today(), 6)
    monkeypatch.setattr(days, "today", lambda *_: later)
    assert asked() == 0

"""A language and a companion that somebody wishes: asked, routed by, shown to whoever answers and hands over."""

import pytest

from rangkul.base.actions import Refused
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.pages.client import steps
from rangkul.support.counselling.pages.forms import StaffForm, StoryForm
from rangkul.support.counselling.tests.conftest import begun

ANSWERS = {slug: {} for slug in steps.BY_SLUG}


@pytest.fixture
def wished(cast):
    Staff.objects.filter(pk=cast.dimas.pk).update(languages=["id", "jv"])
    return begun(handed_in(HUNGRY, language="jv", wants_sex="P"))


def test_what_is_wished_at_the_door_reaches_the_request():
    story = {"language": "jv", "wants_sex": "P"}
    given = steps.handed_in({**ANSWERS, "cerita": story}, "id")
    assert (given.language, given.wants_sex) == ("jv", "P")
    assert steps.handed_in(ANSWERS, "en").language == "en"


def test_nothing_of_it_is_asked_for():
    form = StoryForm({})
    assert form.is_valid(), form.errors


def test_the_waiting_room_says_who_speaks_it(wished, cast, signed_in):
    page = signed_in(cast.ayu).get("/kerja/konseling/").content.decode()
    assert f"Jawa: {cast.dimas.called_name}" in page
    assert "ingin petugas perempuan" in page


def test_it_stands_beside_the_conversation_and_at_the_hand_over(wished, cast, signed_in, asking):
    page = signed_in(cast.sari).get(f"/kerja/konseling/{wished.pk}/").content.decode()
    assert "Yang menguasainya:" in page
    with asking(cast.sari):
        labels = [str(label) for _pk, label in StaffForm(room=wished).fields["staff"].choices]
    assert any("Jawa" in label and cast.dimas.full_name in label for label in labels)


def test_who_wishes_nothing_is_not_spoken_of(room, cast, signed_in):
    assert "ingin petugas" not in signed_in(cast.ayu).get("/kerja/konseling/").content.decode()


def test_prepared_answers_come_in_the_clients_language_and_say_where_they_cannot(wished, cast, signed_in, asking):
    words = (("sapa", "Halo", ""), ("sapa", "Sugeng rawuh", "jv"), ("napas", "Pelan-pelan", ""), ("bye", "Bye", "en"))
    with asking(cast.ayu) as by:
        for shortcut, text, language in words:
            actions.prepare(by=by, shortcut=shortcut, text=text, language=language)
        with pytest.raises(Refused) as refused:
            actions.prepare(by=by, shortcut="sapa", text="?", language="klingon")
        assert refused.value.field == "language"
        assert [(one.shortcut, one.text, one.instead) for one in queries.prepared_in(by, "jv")] == [
            ("bye", "Bye", "Inggris"), ("napas", "Pelan-pelan", "Indonesia"), ("sapa", "Sugeng rawuh", ""),
        ]  # fmt: skip
        assert {one.text for one in queries.prepared_in(by, "")} == {"Halo", "Pelan-pelan", "Bye"}
    page = signed_in(cast.ayu).get(f"/kerja/konseling/{wished.pk}/?siap=sapa").text
    assert "Sugeng rawuh" in page
    assert "Halo" not in page
    desk = signed_in(cast.ayu).post("/kerja/konseling/meja/siap/", {"siap-shortcut": "sapa", "siap-language": "su"})
    assert desk.status_code == 422
    assert "Sunda" in desk.text

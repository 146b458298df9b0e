"""The desk of rights: the data officer decides, the worker carries out, the auditor reads no words."""

import pytest
from django.urls import reverse

from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Person
from rangkul.commons.trust.models import RightsRequest

WORDS = "Suami saya tidak boleh tahu."


@pytest.fixture
def person(cast, asking):
    with asking(cast.ayu) as ayu:
        return people.register(by=ayu, full_name="Wati Contoh")


@pytest.fixture
def asked(person, signed_in, cast, asking):
    """`asked("access")`: written down by Ayu on Wati's page."""

    def ask(right: str) -> RightsRequest:
        url = reverse("trust:ask_right", args=[person.pk])
        assert signed_in(cast.ayu).post(url, {"right": right, "text": WORDS}).status_code == 302
        with asking(cast.ayu):
            return RightsRequest.objects.get()

    return ask


def at(name: str, wish: RightsRequest) -> str:
    return reverse(f"trust:{name}", args=[wish.pk])


def test_the_desk_of_the_data_officer(asked, signed_in, cast):
    wish = asked("access")
    browser = signed_in(cast.putri)
    assert at("right", wish) in browser.get(reverse("trust:rights")).content.decode()
    page = browser.get(at("right", wish)).content.decode()
    assert WORDS in page
    assert "Setujui permintaan" in page
    assert "Wati" not in page


def test_the_data_officer_begins_there(signed_in, cast):
    assert signed_in(cast.putri).get("/kerja/").headers["Location"] == reverse("trust:rights")


def test_the_admin_has_no_desk(signed_in, cast):
    assert signed_in(cast.adi).get(reverse("trust:rights")).status_code == 403


def test_the_head_sees_only_what_was_raised_to_her(asked, signed_in, cast):
    wish = asked("access")
    assert at("right", wish) not in signed_in(cast.rini).get(reverse("trust:rights")).content.decode()


def test_budi_finds_nothing(asked, signed_in, cast, person):
    wish, browser = asked("access"), signed_in(cast.budi)
    assert browser.get(at("right", wish)).status_code == 404
    assert browser.get(reverse("trust:ask_right", args=[person.pk])).status_code == 404


def test_the_auditor_reads_no_words(asked, signed_in, cast):
    wish, browser = asked("access"), signed_in(cast.agus)
    page = browser.get(at("right", wish)).content.decode()
    assert WORDS not in page
    assert "Setujui permintaan" not in page
    assert browser.post(at("grant_right", wish), {"setuju-answer": "Ya."}).status_code == 403


def test_granted_copied_and_done(asked, signed_in, cast):
    wish, putri, ayu = asked("access"), signed_in(cast.putri), signed_in(cast.ayu)
    assert putri.post(at("grant_right", wish), {"setuju-answer": "Baik."}).status_code == 302
    file = ayu.post(at("copy_right", wish))
    assert "attachment" in file.headers["Content-Disposition"]
    assert "Wati Contoh" in file.content.decode()
    assert putri.post(at("copy_right", wish)).status_code == 403
    assert ayu.post(at("finish_right", wish), {"selesai-outcome": "Diserahkan."}).status_code == 302
    assert "Diserahkan." in ayu.get(at("right", wish)).content.decode()


def test_a_portable_copy_is_json(asked, signed_in, cast):
    wish = asked("portability")
    signed_in(cast.putri).post(at("grant_right", wish), {"setuju-answer": "Baik."})
    assert signed_in(cast.ayu).post(at("copy_right", wish)).json()["sections"]


def test_a_no_needs_words_and_keeps_what_was_typed(asked, signed_in, cast):
    wish = asked("access")
    answer = signed_in(cast.putri).post(at("refuse_right", wish), {"tolak-answer": "Karena bahaya."})
    assert answer.status_code == 422
    assert "Karena bahaya." in answer.content.decode()


def test_sari_reads_a_no_before_it_is_told(asked, signed_in, cast):
    wish = asked("access")
    signed_in(cast.putri).post(at("refuse_right", wish), {"tolak-ground": "danger", "tolak-answer": "Karena bahaya."})
    sari = signed_in(cast.sari)
    assert "Hak atas data: Salinan data" in sari.get("/kerja/").content.decode()
    assert sari.post(at("second_right", wish), {"hasil": "setuju"}).status_code == 302
    assert "Ditolak dengan alasan" in sari.get(at("right", wish)).content.decode()


def test_the_page_of_an_erasure_shows_what_goes_and_what_stays(asked, signed_in, cast, asking):
    wish, putri = asked("deletion"), signed_in(cast.putri)
    assert putri.get(at("erase", wish)).status_code == 404
    putri.post(at("grant_right", wish), {"setuju-answer": "Baik."})
    page = putri.get(at("erase", wish)).content.decode()
    assert "Hilang untuk selamanya" in page
    assert "Tetap disimpan" in page
    assert "Wati" not in page
    form = {"reason": "Diminta orangnya secara tertulis.", "sure": "on"}
    assert putri.post(at("erase", wish), form | {"sure": ""}).status_code == 422
    assert putri.post(at("erase", wish), form).status_code == 302
    with asking(cast.ayu):
        assert Person.objects.get().full_name == "(dihapus)"


@pytest.mark.parametrize("name", ["ayu", "sari", "adi", "agus", "rini"])
def test_nobody_else_erases(asked, signed_in, cast, name):
    wish = asked("deletion")
    signed_in(cast.putri).post(at("grant_right", wish), {"setuju-answer": "Baik."})
    assert signed_in(getattr(cast, name)).post(at("erase", wish), {"reason": "x" * 20, "sure": "on"}).status_code == 403


@pytest.mark.parametrize("name", ["grant_right", "refuse_right", "second_right", "finish_right", "copy_right"])
def test_a_get_decides_nothing(asked, signed_in, cast, name):
    assert signed_in(cast.putri).get(at(name, asked("access"))).status_code == 405


def test_the_fragment_on_the_persons_page(asked, person, signed_in, cast):
    wish = asked("access")
    assert at("right", wish) in signed_in(cast.ayu).get(reverse("trust:rights_of", args=[person.pk])).content.decode()

"""Pages of trust: emergency access, its review, the trail."""

import pytest
from django.urls import reverse

from rangkul.base.models import DataKey, Event
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Person
from rangkul.commons.trust.models import BreakGlass

REASON = "Ibu ini menelepon dan menangis, petugasnya sedang di kapal."


@pytest.fixture
def hidden(cast, asking):
    """A person of another unit whom only a grant opens."""
    with asking(cast.candra):
        return Person.objects.create(
            key=DataKey.make(), agency=cast.candra.agency, unit=cast.candra.unit, registered_by=cast.candra,
            full_name="Wati Contoh",
        )  # fmt: skip


def break_it(browser, person, **more):
    address = reverse("trust:break_glass", args=["person", person.pk])
    return browser.post(address, {"reason": REASON, "hours": "1"} | more)


def test_ayu_opens_a_file_with_a_reason(signed_in, cast, hidden, asking):
    assert break_it(signed_in(cast.ayu), hidden).status_code == 302
    with asking(cast.sari):
        assert BreakGlass.objects.get().reviewer_id == cast.sari.pk


def test_a_short_reason_is_refused_and_kept(signed_in, cast, hidden):
    answer = break_it(signed_in(cast.ayu), hidden, reason="darurat")
    assert answer.status_code == 422
    assert "darurat" in answer.content.decode()


@pytest.mark.parametrize("name", ["adi", "rini", "agus"])
def test_who_does_not_practise_cannot(signed_in, cast, hidden, name):
    assert break_it(signed_in(getattr(cast, name)), hidden).status_code == 403


def test_another_agency_gets_the_same_words_as_for_nothing(signed_in, cast, hidden):
    assert "tidak ditemukan di lembaga Anda" in break_it(signed_in(cast.budi), hidden).content.decode()


def test_sari_reviews_it_once(signed_in, cast, hidden, asking):
    break_it(signed_in(cast.ayu), hidden)
    browser = signed_in(cast.sari)
    assert REASON in browser.get(reverse("trust:reviews")).content.decode()
    with asking(cast.sari):
        glass = BreakGlass.objects.get()
    form = {f"{glass.pk}-justified": "ya", f"{glass.pk}-note": ""}
    assert browser.post(reverse("trust:review", args=[glass.pk]), form).status_code == 302
    assert browser.post(reverse("trust:review", args=[glass.pk]), form).status_code == 404


def test_a_review_says_which_file_was_opened(signed_in, cast, hidden):
    break_it(signed_in(cast.ayu), hidden)
    assert f"membuka orang {hidden.full_name}" in signed_in(cast.sari).get(reverse("trust:reviews")).content.decode()


def test_the_data_officer_reads_no_name_in_a_review(signed_in, cast, hidden):
    break_it(signed_in(cast.ayu), hidden)
    page = signed_in(cast.putri).get(reverse("trust:reviews")).content.decode()
    assert "membuka orang" in page
    assert hidden.full_name not in page


def test_the_banner_stays_with_its_file_and_is_quiet_elsewhere(signed_in, cast, hidden):
    ayu = signed_in(cast.ayu)
    break_it(ayu, hidden)
    of_it = ayu.get(reverse("people:person", args=[hidden.pk])).content.decode()
    elsewhere = ayu.get(reverse("desks:today")).content.decode()
    assert "Berkas ini terbuka dengan akses darurat" in of_it
    assert REASON in of_it
    assert "halaman ini bukan bagiannya" in elsewhere
    assert REASON not in elsewhere


def test_the_data_officer_follows_what_was_done_with_the_file(signed_in, cast, hidden):
    break_it(signed_in(cast.ayu), hidden)
    trail = f"{reverse('trust:audit')}?petugas={cast.ayu.pk}&amp;berkas={hidden.pk}"
    putri = signed_in(cast.putri)
    assert trail in putri.get(reverse("trust:reviews")).content.decode()
    assert "Akses darurat dibuka" in putri.get(trail.replace("&amp;", "&")).content.decode()
    assert trail not in signed_in(cast.sari).get(reverse("trust:reviews")).content.decode()


def test_ayu_cannot_review_herself(signed_in, cast, hidden, asking):
    break_it(signed_in(cast.ayu), hidden)
    with asking(cast.ayu):
        glass = BreakGlass.objects.get()
    assert signed_in(cast.ayu).post(reverse("trust:review", args=[glass.pk]), {}).status_code == 404


def test_the_auditor_reads_the_trail_and_no_names(signed_in, cast, hidden):
    break_it(signed_in(cast.ayu), hidden)
    page = signed_in(cast.agus).get(reverse("trust:audit")).content.decode()
    assert "Akses darurat dibuka" in page
    assert "Wati" not in page
    assert REASON not in page


@pytest.mark.parametrize("name", ["ayu", "sari", "adi", "rini"])
def test_others_do_not_read_the_trail(signed_in, cast, name):
    assert signed_in(getattr(cast, name)).get(reverse("trust:audit")).status_code == 403


def test_a_hostile_page_number_is_ignored(signed_in, cast):
    for before in ("x", "99999999999999999999", "-1", "²"):
        assert signed_in(cast.agus).get(reverse("trust:audit"), {"sebelum": before}).status_code == 200


def seek(browser, called: str):
    return browser.post(reverse("trust:seek"), {"called": called, "reason": REASON, "hours": "1"})


def test_a_restricted_person_is_opened_by_the_nik_that_somebody_says(signed_in, cast, asking):
    with asking(cast.candra) as candra:
        person = people.register(by=candra, full_name="Wati Contoh", nik="3273015708900001")
        people.restrict(by=candra, person=person, reason="Dicari oleh pelaku.")
    answer = seek(signed_in(cast.ayu), "3273 0157 0890 0001")
    assert answer.headers["Location"] == reverse("people:person", args=[person.pk])
    with asking(cast.ayu):
        assert Person.objects.exists()


def test_what_is_not_there_and_what_is_not_theirs_sound_the_same_and_are_events(signed_in, cast, asking):
    with asking(cast.candra) as candra:
        people.register(by=candra, full_name="Wati Contoh", nik="3273015708900001")
    for called in ("3273015708900001", "K26-999999", "x' OR 1=1"):
        answer = seek(signed_in(cast.budi), called)
        assert answer.status_code == 422
        assert "tidak ditemukan di lembaga Anda" in answer.content.decode()
    with asking(cast.budi):
        assert [event.payload for event in Event.objects.filter(name="glass.sought")] == [{"found": False}] * 3


@pytest.mark.parametrize("name", ["adi", "rini", "agus"])
def test_who_may_not_break_the_glass_does_not_seek(signed_in, cast, name):
    assert seek(signed_in(getattr(cast, name)), "K26-000001").status_code == 403


def test_it_is_given_back_from_the_banner_of_every_page(signed_in, cast, hidden, asking):
    browser = signed_in(cast.ayu)
    break_it(browser, hidden)
    with asking(cast.ayu):
        glass = BreakGlass.objects.get()
    close = reverse("trust:close_glass", args=[glass.pk])
    assert close in browser.get(reverse("people:register")).content.decode()
    browser.post(close)
    assert close not in browser.get(reverse("people:register")).content.decode()


def test_the_auditor_follows_one_worker_one_file_one_kind_of_event(signed_in, cast, hidden, asking):
    break_it(signed_in(cast.ayu), hidden)
    agus = signed_in(cast.agus)

    def rows(**chosen) -> str:
        page = agus.get(reverse("trust:audit"), chosen).content.decode()
        return page[page.find("<tbody>") :] if "<tbody>" in page else ""

    assert "Ayu Peksos" in rows(petugas=cast.ayu.pk)
    assert rows(petugas=cast.dimas.pk) == ""
    assert "Akses darurat dibuka" in rows(berkas=hidden.pk)
    assert rows(berkas=cast.sari.pk) == ""
    assert "Akses darurat dibuka" in rows(jenis="glass.broken")
    assert "Akses darurat dibuka" not in rows(jenis="consent.withdrawn")
    assert "Akses darurat dibuka" in rows(jenis="x'; --", berkas="bukan", petugas="²")

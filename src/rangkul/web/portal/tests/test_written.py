"""Wati reads what is written about her; what is held back for a while says so, and nobody else reads it (A37)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base.asking import Asker
from rangkul.base.clock import local, now, pretending
from rangkul.commons.people.actions import register
from rangkul.commons.trust import copying
from rangkul.commons.trust.actions import ask_for_right
from rangkul.commons.trust.models import RightsRequest
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, HandedIn
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Activity, Exemption, Note
from rangkul.web.middleware.asking import TICKET_SESSION_KEY


@pytest.fixture
def accepted(cast, asking):
    """A request, handed in by a person for whom it says, and accepted by Ayu as a case of that kind."""

    def accepted(for_whom="self"):
        with asking(None) as public:
            agreed = Agreed({"service": True, "statistics": True}, text_version="1")
            given = HandedIn(narrative="Butuh tempat aman.", region_code="32.73", for_whom=for_whom, agreed=agreed)
            made = intake.submit(by=public, given=given)
        with asking(cast.ayu) as ayu:
            wati = register(by=ayu, full_name="Wati Contoh")
            intake.link_person(by=ayu, request=made, person=wati)
            intake.accept(by=ayu, request=made, text="Kami dampingi Anda.", no_conflict=True)
            return made, made.cases.get()

    return accepted


@pytest.fixture
def hers(accepted):
    return accepted()


@pytest.fixture
def case(hers):
    return hers[1]


@pytest.fixture
def holding(visitor):
    def holding(request):
        session = visitor.session
        session[TICKET_SESSION_KEY] = str(request.pk)
        session.save()
        return visitor

    return holding


@pytest.fixture
def wati(holding, hers):
    return holding(hers[0])


def page(browser, query="") -> str:
    return browser.get(reverse("portal:written") + query).content.decode()


def hold(by, case, entry, **more):
    words = {
        "reason": "third_party",
        "why": "Memuat ucapan kakaknya.",
        "until": local(now()).date() + timedelta(days=9),
    }
    return cases.hold_back(by=by, case=case, entry=entry, **words | more)


@pytest.mark.parametrize(("for_whom", "reads"), [("self", True), ("other", False)])
def test_the_client_alone_reads_who_helps_along_and_nobody_unasked(accepted, cast, asking, holding, for_whom, reads):
    """A clinic by its name; a sister who was not asked whether she may be named stands as somebody."""
    made, case = accepted(for_whom)
    with asking(cast.ayu) as ayu:
        tini = register(by=ayu, full_name="Tini Contoh")
        row = cases.add_person(by=ayu, case=case, person=tini, nearness=cases.Nearness("member", contact="allowed"))
        for who, sector in ((cases.Known("Puskesmas Contoh"), "government"), (cases.Known(near=row), "family")):
            partner = cases.add_partner(by=ayu, case=case, who=who, stake=cases.Stake(sector, "Menemani"))
            cases.add_task(
                by=ayu,
                case=case,
                title=f"Tugas {sector}",
                due=local(now()).date(),
                owner=cast.ayu,
                partner=partner,
                shown=True,
            )
    page = holding(made).get(reverse("portal:request")).content.decode()
    assert ("Yang ikut membantu Anda" in page) is reads
    assert ("Puskesmas Contoh, diikuti Ayu" in page) is reads
    assert "Pihak lain yang ikut membantu, diikuti Ayu" in page
    assert "Tini" not in page


def test_she_reads_notes_and_activities_of_her_case_the_newest_first(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.write_note(by=ayu, case=case, text="Datang bersama anaknya.")
        cases.record_activity(by=ayu, case=case, channel="call", minutes=10, result="Sudah aman di rumah kakaknya.")
    text = page(wati)
    assert text.index("Sudah aman di rumah kakaknya.") < text.index("Datang bersama anaknya.")
    assert "Ada yang ditahan" not in text
    # A window that others may see says nothing.
    assert "Halaman informasi" in text
    assert "Keluar cepat" in text


def test_the_first_page_leads_there_without_a_word_of_it(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.write_note(by=ayu, case=case, text="Datang bersama anaknya.")
    text = wati.get(reverse("portal:request")).content.decode()
    assert reverse("portal:written") in text
    assert "Datang bersama anaknya." not in text


def test_nothing_written_yet_says_so(wati, case):
    assert "Belum ada yang tertulis." in page(wati)


def test_supervisors_words_in_her_file_are_hers_too(wati, case, cast, asking):
    with asking(cast.sari) as sari:
        cases.write_note(by=sari, case=case, text="Rencana ini perlu ditimbang lagi.", kind="supervision")
    text = page(wati)
    assert "Rencana ini perlu ditimbang lagi." in text
    assert "terakhir membahas pekerjaannya bersama supervisor" in text


def test_a_correction_stands_under_what_it_mends(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        note = cases.write_note(by=ayu, case=case, text="Anaknya tiga.")
        cases.correct_note(by=ayu, note=note, text="Anaknya dua.")
    text = page(wati)
    assert text.index("Anaknya tiga.") < text.index("Anaknya dua.")


def test_what_is_held_back_says_so_and_until_when_but_not_what_it_is(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        note = cases.write_note(by=ayu, case=case, text="Ucapan kakaknya yang rahasia.")
        cases.correct_note(by=ayu, note=note, text="Ucapan itu lebih panjang.")
        row = hold(ayu, case, note)
    text = page(wati)
    assert "Ada yang ditahan sementara" in text
    assert "Keterangan tentang orang lain" in text
    assert str(local(row.until).year) in text
    for secret in ("Ucapan kakaknya", "Ucapan itu lebih panjang", "Memuat ucapan"):
        assert secret not in text


def test_an_activity_is_held_back_too(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        done = cases.record_activity(by=ayu, case=case, channel="visit", minutes=30, result="Bicara dengan kakaknya.")
        hold(ayu, case, done)
    assert "Bicara dengan kakaknya" not in page(wati)


def test_where_even_that_endangers_nothing_is_said(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        note = cases.write_note(by=ayu, case=case, text="Tempat aman yang baru.")
        hold(ayu, case, note, reason="safety", untold_because="Suaminya membaca halaman ini bersamanya.")
    text = page(wati)
    for secret in ("ditahan", "Tempat aman", "Suaminya"):
        assert secret not in text


def test_after_its_day_she_reads_it(wati, case, cast, asking):
    then = now() - timedelta(days=20)
    with asking(cast.ayu) as ayu:
        note = cases.write_note(by=ayu, case=case, text="Ucapan kakaknya.")
        with pretending(then):
            hold(ayu, case, note, until=local(then).date() + timedelta(days=19))
    text = page(wati)
    assert "Ucapan kakaknya." in text
    assert "ditahan" not in text


def test_older_pages_follow(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        for n in range(21):
            cases.write_note(by=ayu, case=case, text=f"Catatan ke-{n}.")
    assert "Catatan ke-0." not in page(wati)
    assert "Catatan ke-0." in page(wati, "?halaman=2")


@pytest.mark.parametrize("for_whom", ["other", "unknown"])
def test_who_asked_for_somebody_else_reads_nothing_of_it(accepted, holding, cast, asking, for_whom):
    request, case = accepted(for_whom)
    with asking(cast.ayu) as ayu:
        cases.write_note(by=ayu, case=case, text="Catatan tentang orang lain.")
    browser = holding(request)
    assert browser.get(reverse("portal:written")).status_code == 404
    assert reverse("portal:written") not in browser.get(reverse("portal:request")).content.decode()
    with asking(Asker("ticket", ticket_id=request.pk)):
        assert not Note.objects.exists()
        assert not Activity.objects.exists()


def test_another_ticket_reads_nothing(accepted, hers, cast, asking):
    with asking(cast.ayu) as ayu:
        cases.write_note(by=ayu, case=hers[1], text="Catatan tentang Wati.")
    other, _case = accepted()
    with asking(Asker("ticket", ticket_id=other.pk)):
        assert not Note.objects.exists()


def test_the_reasons_of_what_is_held_back_are_no_rows_of_hers(wati, case, cast, asking):
    with asking(cast.ayu) as ayu:
        hold(ayu, case, cases.write_note(by=ayu, case=case, text="Rahasia."))
    with asking(Asker("ticket", ticket_id=case.request_id)):
        assert not Exemption.objects.exists()


def test_without_a_ticket_there_is_the_door(visitor):
    assert visitor.get(reverse("portal:written")).status_code == 302


def copy_words(cast, asking, request: Request, case) -> str:
    with asking(Asker("ticket", ticket_id=request.pk)) as by:
        ask_for_right(
            by=by, subject=("request", request.pk), agency_id=request.agency_id, right="copy", worker_id=cast.ayu.pk,
            person_id=case and case.person_id, text="",
        )  # fmt: skip
    with asking(cast.ayu):
        wish = RightsRequest.objects.get()
        return "\n".join(f"{what}: {value}" for part in copying.sections_of(wish) for what, value in part.rows)


def test_her_copy_holds_what_is_written_but_for_what_is_held_back(hers, cast, asking):
    request, case = hers
    with asking(cast.ayu) as ayu:
        cases.write_note(by=ayu, case=case, text="Datang bersama anaknya.")
        cases.record_activity(by=ayu, case=case, channel="call", minutes=10, result="Sudah aman.")
        hold(ayu, case, cases.write_note(by=ayu, case=case, text="Ucapan kakaknya."))
    text = copy_words(cast, asking, request, case)
    assert "Datang bersama anaknya." in text
    assert "Sudah aman." in text
    assert "Ditahan sementara: Keterangan tentang orang lain, sampai" in text
    assert "Ucapan kakaknya." not in text


def test_the_copy_of_who_asked_for_another_holds_no_note(accepted, cast, asking):
    request, case = accepted("other")
    with asking(cast.ayu) as ayu:
        cases.write_note(by=ayu, case=case, text="Catatan tentang orang lain.")
    assert "Catatan tentang orang lain." not in copy_words(cast, asking, request, None)

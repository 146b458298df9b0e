"""The pages of supervision: what they show to the two, that they are closed to others, what a second click does."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.commons.people.hooks import LEAVING
from rangkul.journey.cases.models import Case, Escalation, Note
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.conftest import WHISPER
from rangkul.sustain.workforce.models import (
    AgendaItem,
    Contract,
    Decision,
    FollowUp,
    PersonalNote,
    Readiness,
    Reflection,
    Session,
)

OUTSIDE = ["dimas", "candra", "dewi", "rini", "adi", "agus", "putri", "budi"]
KEY = "6a1b6b1e-3f57-4c36-9d0b-0d8a3f0f7a01"


def address(name: str, *args) -> str:
    return reverse(f"workforce:{name}", args=args)


def soon(days: float = 28) -> str:
    return f"{clock.local(clock.now() + timedelta(days=days)):%Y-%m-%dT%H:%M}"


def minutes(**more) -> dict:
    given = {"administrative": "20", "educative": "", "supportive": "15", "summary": "Beban dan cuti", "once": KEY}
    return given | {"next_at": soon()} | more


def test_the_first_page_says_who_with_and_what_is_next(session, signed_in, cast):
    shown = signed_in(cast.sari).get(address("home")).content.decode()
    assert "Yang saya supervisi" in shown
    assert "Ayu Peksos" in shown
    assert "Dimas Junior" in shown
    assert "Yang menyupervisi saya" in signed_in(cast.ayu).get(address("home")).content.decode()


@pytest.mark.parametrize("name", ["rini", "adi", "agus", "putri"])
def test_who_does_not_practise_finds_nothing_of_it(session, signed_in, cast, name):
    shown = signed_in(getattr(cast, name)).get(address("home")).content.decode()
    assert "Ayu" not in shown
    assert "Tidak ada yang menunggu Anda" in shown


def test_a_contract_is_begun_and_signed_by_both_on_the_page(signed_in, cast, asking):
    sari, ayu = signed_in(cast.sari), signed_in(cast.ayu)
    sari.post(address("begin", cast.ayu.pk))
    sari.post(address("begin", cast.ayu.pk))
    with asking(cast.sari):
        draft = Contract.objects.get()
    page = address("contract", draft.pk)
    given = dict.fromkeys(("purpose", "administrative", "educative", "supportive", "confidentiality"), "Kata")
    given |= {"reported_up": "Bahaya", "every_weeks": "2", "channel": "office", "readers": "two"}
    assert ayu.post(page, given | {"every_weeks": "99"}).status_code == 422
    assert ayu.post(page, given).status_code == 302
    for browser in (ayu, sari, sari):
        browser.post(address("contract_sign", draft.pk))
    with asking(cast.ayu):
        assert (Contract.objects.get().state, Contract.objects.get().every_weeks) == ("in_force", 2)
    assert "Berlaku" in ayu.get(page).content.decode()


def test_a_contract_that_the_other_signed_waits_for_me(draft, signed_in, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.sign_contract(by=ayu, contract=draft)
    assert "menunggu tanda tangan Anda" in signed_in(cast.sari).get(address("home")).content.decode()
    assert "menunggu tanda tangan Anda" not in signed_in(cast.ayu).get(address("home")).content.decode()


def test_only_the_roles_that_fit_begin(signed_in, cast, asking):
    assert signed_in(cast.ayu).post(address("begin", cast.dimas.pk)).status_code == 403
    assert signed_in(cast.dewi).post(address("begin", cast.budi.pk)).status_code == 404


@pytest.mark.parametrize("name", OUTSIDE)
def test_nobody_else_opens_anything(recorded, contract, signed_in, cast, name):
    browser = signed_in(getattr(cast, name))
    for page in ("pair", "contract", "contract_print"):
        assert browser.get(address(page, contract.pk)).status_code == 404
    for page in ("session", "session_print"):
        assert browser.get(address(page, recorded.pk)).status_code == 404
    for page in ("sign", "reopen", "record", "personal", "point", "decide", "promise", "correct", "move", "cancel"):
        assert browser.post(address(page, recorded.pk), minutes(text="x", reason="x")).status_code == 404


@pytest.mark.parametrize("page", ["sign", "reopen", "record", "personal", "point", "decide", "promise", "move"])
def test_a_get_changes_nothing(recorded, signed_in, cast, page):
    assert signed_in(cast.ayu).get(address(page, recorded.pk)).status_code == 405


def test_planning_is_a_date_and_a_click(contract, signed_in, cast, asking):
    browser, page = signed_in(cast.ayu), address("plan", contract.pk)
    assert browser.post(page, {"at": soon(-3), "channel": "office"}).status_code == 422
    for _ in range(2):
        assert browser.post(page, {"at": soon(3), "channel": "video", "once": KEY}).status_code == 302
    with asking(cast.ayu):
        assert Session.objects.get().channel == "video"


def test_the_agenda_stands_on_the_page_with_its_reasons(session, case, signed_in, cast, asking):
    with asking(cast.ayu):
        Case.objects.update(level="merah")
    for who in (cast.sari, cast.ayu):
        shown = signed_in(who).get(address("session", session.pk)).content.decode()
        assert "Wati Contoh" in shown
        assert "Bicarakan rencana pengamanannya." in shown


def test_recording_keeps_what_was_talked_about_once(session, case, signed_in, cast, asking):
    with asking(cast.ayu) as ayu:
        Case.objects.update(level="merah")
        point = actions.add_point(by=ayu, session=session, text="Cuti")
    given = minutes() | {f"said_{case.pk}": "Berdua", f"talk_{point.pk}": "on"}
    browser = signed_in(cast.sari)
    for _ in range(2):
        assert browser.post(address("record", session.pk), given).status_code == 302
    with asking(cast.sari):
        row = Session.objects.get(pk=session.pk)
        assert (row.state, row.minutes) == ("held", 35)
        assert Session.objects.filter(state="planned").count() == 1
        kept = {one.source: (one.outcome, one.said) for one in AgendaItem.objects.select_related("key")}
        assert kept == {"red": ("discussed", "Berdua"), "own": ("discussed", "")}


def test_what_was_typed_stays_when_something_lacks(session, case, signed_in, cast, asking):
    with asking(cast.ayu):
        Case.objects.update(level="merah")
    given = minutes(next_at="") | {f"said_{case.pk}": "Kata yang tidak boleh hilang"}
    answer = signed_in(cast.sari).post(address("record", session.pk), given)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Kata yang tidak boleh hilang" in shown
    assert "Beban dan cuti" in shown
    assert "tulis mengapa belum bisa" in shown
    with asking(cast.sari):
        assert not AgendaItem.objects.exists()


def test_saving_and_signing_is_one_click_and_the_other_signs_what_they_read(session, signed_in, cast, asking):
    sari, ayu = signed_in(cast.sari), signed_in(cast.ayu)
    sari.post(address("record", session.pk), minutes(sign="1"))
    assert "Baca dan tandatangani" in ayu.get(address("home")).content.decode()
    assert "Tanda tangani notulen" in ayu.get(address("session", session.pk)).content.decode()
    for _ in range(2):
        assert ayu.post(address("sign", session.pk)).status_code == 302
    with asking(cast.ayu):
        assert Session.objects.get(pk=session.pk).state == "signed"
    assert "Tambahkan koreksi" in ayu.get(address("session", session.pk)).content.decode()
    ayu.post(address("correct", session.pk), {"text": "Bukan dua, tiga"})
    assert "Bukan dua, tiga" in sari.get(address("session", session.pk)).content.decode()
    assert sari.post(address("record", session.pk), minutes(once="")).status_code == 422


def test_parts_are_added_without_leaving_the_page(session, case, signed_in, cast, asking):
    browser = signed_in(cast.ayu)

    def add(name: str, **given):
        answer = browser.post(address(name, session.pk), given, headers={"HX-Request": "true"})
        assert answer.status_code == 200
        return answer

    assert "Cuti dua hari" in add("point", text="Cuti dua hari").content.decode()
    assert add("point", text=" ").headers["HX-Retarget"] == "#pokok-baru"
    assert "Karena" in add("decide", text="Berdua", rationale="Belum aman", case=str(case.pk)).content.decode()
    assert "Bagian ini belum diisi" in add("decide", text="Berdua", rationale="").content.decode()
    assert "Baca" in add("promise", text="Baca", owner=str(cast.ayu.pk), due=soon()[:10]).content.decode()
    assert WHISPER in add("personal", text=WHISPER).content.decode()
    with asking(cast.ayu):
        made = Decision.objects.get()
        promised = FollowUp.objects.get()
        point = AgendaItem.objects.get()
    browser.post(address("tell", session.pk, made.pk), {"text": "Kunjungan berdua"}, headers={"HX-Request": "true"})
    browser.post(address("promise_end", session.pk, promised.pk, "selesai"), {"outcome": "Sudah"})
    browser.post(address("point_remove", session.pk, point.pk), headers={"HX-Request": "true"})
    with asking(cast.ayu):
        assert Note.objects.select_related("key").get().text == "Kunjungan berdua"
        assert FollowUp.objects.get().state == "done"
        assert not AgendaItem.objects.exists()


def test_each_part_works_without_scripts_and_only_once(session, signed_in, cast, asking):
    browser = signed_in(cast.sari)
    for name, given in (
        ("point", {"text": "Pelatihan"}),
        ("decide", {"text": "Ikut", "rationale": "Perlu"}),
        ("promise", {"text": "Daftar", "owner": str(cast.sari.pk), "due": soon()[:10]}),
        ("personal", {"text": "Lelah"}),
    ):
        for _ in range(2):
            once = {"once": f"6a1b6b1e-3f57-4c36-9d0b-{len(name):012d}"}
            assert browser.post(address(name, session.pk), given | once).status_code == 302
        assert browser.post(address(name, session.pk), {}).status_code == 422
    with asking(cast.sari):
        assert [model.objects.count() for model in (AgendaItem, Decision, FollowUp, PersonalNote)] == [1, 1, 1, 1]


def test_personal_notes_are_on_no_paper(recorded, signed_in, cast):
    browser = signed_in(cast.sari)
    assert WHISPER in browser.get(address("session", recorded.pk)).content.decode()
    assert WHISPER not in browser.get(address("session_print", recorded.pk)).content.decode()


def test_a_session_moves_and_is_cancelled(session, signed_in, cast, asking):
    browser = signed_in(cast.ayu)
    assert browser.post(address("move", session.pk), {"at": soon(5), "channel": "call"}).status_code == 302
    assert browser.post(address("cancel", session.pk), {"reason": ""}).status_code == 422
    assert browser.post(address("cancel", session.pk), {"reason": "Banjir"}).status_code == 302
    with asking(cast.ayu):
        assert Session.objects.get().state == "cancelled"
    assert "Banjir" in browser.get(address("session", session.pk)).content.decode()


def test_the_log_is_written_brought_and_taken_out(session, signed_in, cast, asking):
    ayu = signed_in(cast.ayu)
    ayu.post(address("log"), {"text": "Saya marah, lalu malu"})
    with asking(cast.ayu):
        row = Reflection.objects.get()
    assert "malu" not in signed_in(cast.sari).get(address("log")).content.decode()
    assert signed_in(cast.sari).post(address("forget", row.pk)).status_code == 404
    ayu.post(address("bring", row.pk), {"text": "Saya marah"})
    shown = signed_in(cast.sari).get(address("session", session.pk)).content.decode()
    assert "Saya marah" in shown
    assert "malu" not in shown
    ayu.post(address("forget", row.pk))
    with asking(cast.ayu):
        assert not Reflection.objects.exists()


def test_readiness_is_judged_with_its_measure_and_answered(contract, signed_in, cast, asking):
    given = {"ready_for": "Kasus merah sendiri", "judgement": "not_yet", "defined_by": "agency", "reason": "Baru satu"}
    sari, ayu = signed_in(cast.sari), signed_in(cast.ayu)
    assert sari.post(address("judge", contract.pk), given).status_code == 422
    assert sari.post(address("judge", contract.pk), given | {"criteria": "Tiga bersama"}).status_code == 302
    assert ayu.post(address("judge", contract.pk), given | {"criteria": "x"}).status_code == 403
    with asking(cast.ayu):
        row = Readiness.objects.get()
    ayu.post(address("reply", contract.pk, row.pk), {"reply": "Ukuran ini baru saya dengar"})
    assert "Ukuran ini baru saya dengar" in sari.get(address("pair", contract.pk)).content.decode()


def test_who_was_told_says_that_they_take_care(contract, signed_in, cast, asking):
    with asking_as(job("cases.clock")):
        late = clock.now() - timedelta(days=9)
        row = Escalation.objects.create(
            kind="rhythm", matter=contract.pk, due_at=late, owner=cast.sari, step=1, told=cast.rini, told_at=late
        )
    rini = signed_in(cast.rini)
    shown = rini.get(address("home")).content.decode()
    assert "Sari Supervisor" in shown
    assert "irama" in shown
    assert signed_in(cast.dewi).post(address("acknowledge", row.pk)).status_code == 404
    for _ in range(2):
        assert rini.post(address("acknowledge", row.pk)).status_code == 302
    assert "Sari Supervisor" not in rini.get(address("home")).content.decode()


@pytest.mark.parametrize(("page", "most"), [("home", 18), ("pair", 18), ("session", 32)])
def test_what_a_page_costs(
    recorded, contract, case, signed_in, cast, asking, django_assert_max_num_queries, page, most
):
    with asking(cast.ayu) as ayu:
        following = Session.objects.get(state="planned")
        Case.objects.update(level="merah")
        for n in range(4):
            actions.add_point(by=ayu, session=following, text=f"Pokok {n}")
            actions.decide(by=ayu, session=following, text=f"Putusan {n}", rationale="Perlu", case=case)
    where = {"home": [], "pair": [contract.pk], "session": [following.pk]}[page]
    browser = signed_in(cast.sari)
    with CaptureQueriesContext(connection) as spent:
        assert browser.get(address(page, *where)).status_code == 200
    assert len(spent) <= most, "\n".join(one["sql"][:160] for one in spent)


def test_what_has_ended_is_still_found_by_the_two(signed, contract, signed_in, cast, asking):
    with asking(cast.sari) as sari:
        actions.judge_readiness(
            by=sari, worker=cast.ayu, ready_for="Kasus merah", judgement="not_yet", defined_by="together",
            criteria="Tiga bersama", reason="Baru satu",
        )  # fmt: skip
        actions.end_contract(by=sari, contract=contract, reason="Pindah unit")
    for who in (cast.sari, cast.ayu):
        browser = signed_in(who)
        home = browser.get(address("home")).content.decode()
        assert "Supervisi yang sudah berakhir" in home
        assert address("pair", contract.pk) in home
        pair = browser.get(address("pair", contract.pk)).content.decode()
        assert "Beban kerja dan dua kunjungan" in pair
        assert "Menurut Sari Supervisor" in pair


def test_a_record_that_was_never_signed_says_so(recorded, signed_in, cast, asking):
    with asking_as(LEAVING):
        Session.objects.filter(pk=recorded.pk).update(state="left")
    page = signed_in(cast.ayu).get(address("session", recorded.pk)).content.decode()
    assert "Akun salah satu ditutup sebelum menandatangani" in page
    assert "Tambahkan koreksi" in page
    assert "Tanda tangani notulen" not in page


def test_the_log_leads_to_the_sheet_on_which_one_looks_at_oneself(signed_in, cast):
    shown = signed_in(cast.ayu).get(address("log")).content.decode()
    assert "Kesiapan digital: lembar untuk menilai diri sendiri (PDF)" in shown

"""It begins at a request, in the night in which somebody asks, and goes over to the case as it is."""

import io
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction
from django.http import Http404
from django.urls import reverse
from tests.support.cases import opened
from tests.support.pdf_words import says, words_of

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import acting, asking_as, job
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.commons.people.models import Staff
from rangkul.entry.crisis import actions as crisis
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.hooks import Answer
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.assessment.models import Risk
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Document, Escalation, Reminder
from rangkul.journey.instruments.models import Administration
from rangkul.journey.instruments.queries import results
from rangkul.journey.protection import actions, jobs, queries, sealing
from rangkul.journey.protection.models import (
    Chat,
    ChatMark,
    ChatSheet,
    Child,
    ChildStep,
    Claim,
    Evidence,
    LegalClock,
    SafetyPlan,
    Takedown,
)
from rangkul.journey.protection.queries.calling import last_answers
from rangkul.journey.protection.states import CHILD_STEP_KIND, EARLY, PROMISED, RED, TAKEDOWN_KIND, Found
from rangkul.journey.protection.tests.conftest import tick

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nvisum"
CHAT = b"23/05/24 21.15 - Wati: Jangan datang\n23/05/24 21.16 - B: Aku tahu di mana kamu kerja\n"
ONLINE = (Chat, ChatSheet, ChatMark, Child, ChildStep, Takedown, Claim)
HOSTILE = "visum\u202egpj.exe\u200b\x00../../etc.pdf"


def brought(title="Foto lengan"):
    return actions.Brought(title, "Wati", "consent", clock.now())


@pytest.fixture
def early(cast, asking):
    """A request with a file, words, a plan for leaving and the clock of the police, all before there is a case."""
    request = handed_in(fields=("violence_sexual",))
    with asking(cast.ayu) as by:
        file = {"file": io.BytesIO(PDF), "size": len(PDF), "name": HOSTILE}
        first = actions.keep_evidence(by=by, folder=request, brought=brought("Visum"), **file)
        second = actions.keep_evidence(by=by, folder=request, brought=brought("Cerita"), words="Terdengar teriakan")
        plan = actions.write_plan(by=by, folder=request, situation="leave", answers={"bag": "Tas biru"}, together=True)
        clock_ = actions.start_clock(
            by=by, folder=request, law="tpks_police_72h", because="Wati melapor",
            began_at=clock.now() - timedelta(hours=50),
        )  # fmt: skip
    return SimpleNamespace(request=request, first=first, second=second, plan=plan, clock=clock_)


def accepted(cast, asking, request):
    with asking(cast.ayu) as by:
        person = register(by=by, full_name="Wati Contoh")
        intake.link_person(by=by, request=request, person=person)
        return intake.accept(by=by, request=Request.objects.get(pk=request.pk), text="Kami dampingi.", no_conflict=True)


@pytest.fixture
def online(early, cast, asking):
    """Beside that a chat that was unfolded and marked, a child with a step that runs, a platform asked, a claim."""
    at = {"folder": early.request}
    with asking(cast.ayu) as by:
        file = {"file": io.BytesIO(CHAT), "size": len(CHAT)}
        early.chat = actions.bring_chat(by=by, **at, **file, brought=brought("Dengan B"), purpose="Bukti")
    with asking_as(job("protection.unfold")):
        jobs.unfold_chat(chat_id=str(early.chat.pk))
    with asking(cast.ayu) as by:
        actions.mark(by=by, chat=early.chat, place=1, why="Ancaman")
        early.child = actions.note_child(by=by, **at, called="N", role="victim", needs="Teman di sekolah")
        promised = {"verb": "begin", "owner_id": by.staff_id, "due": today()}
        early.step = actions.move_step(by=by, child=early.child, step="heard", **promised)
        wanted = actions.Wanted("Aplikasi video", "Rekaman", "https://contoh.id/v/1", clock.now(), today())
        early.asked = actions.ask_takedown(by=by, **at, wanted=wanted)
        early.claim = actions.note_claim(by=by, **at, words="Katanya", where="Grup kelas", seen_on=today())
    return early


def found(folder):
    return [one.found for one in queries.checked(folder)]


def test_it_goes_over_to_the_case_whole(early, cast, asking):
    with asking(cast.ayu):
        before = {row.pk: (bytes(row.sha256), bytes(row.seal)) for row in queries.evidence_of(early.request)}
        assert found(early.request) == [Found.WHOLE] * 2
    case = accepted(cast, asking, early.request)
    with asking(cast.ayu) as by:
        actions.keep_evidence(by=by, folder=case, brought=brought("Surat"), words="Sesudah ada kasus")
        with pytest.raises(Refused, match="nomor 1"):
            actions.keep_evidence(by=by, folder=case, brought=brought(), file=io.BytesIO(PDF), size=len(PDF))
        rows = queries.evidence_of(case)
        assert [row.number for row in rows] == [1, 2, 3]
        assert {row.pk: (bytes(row.sha256), bytes(row.seal)) for row in rows[:2]} == before
        assert bytes(rows[2].seal) == sealing.seal_of(rows[2], bytes(rows[1].seal))
        assert found(case) == [Found.WHOLE] * 3
        actions.correct_evidence(by=by, evidence=queries.one_evidence(case, early.second.pk), words="Sebelah kiri")
        assert found(case) == [Found.WHOLE] * 4
        assert Document.objects.get().case_id == case.pk
        actions.write_plan(by=by, folder=case, situation="leave", answers={"bag": "Tas merah"}, together=True)
        assert queries.safety_plans(case)["leave"].row.version == 2
        assert [one.pk for one in queries.clocks_of(case)] == [early.clock.pk]
        moved = Event.objects.get(name="protection.followed")
        assert (moved.subject_id, moved.payload["evidence"]) == (case.pk, 2)
        # What was open on the screen of somebody else finds its way too.
        with pytest.raises(Refused, match="sudah menjadi kasus"):
            actions.write_plan(by=by, folder=early.request, situation="stay", answers={"room": "x"}, together=True)


def test_where_the_request_joins_a_case_that_runs_it_stays_whole_and_is_found_from_there(
    early, cast, asking, signed_in, django_assert_num_queries
):
    """The case has numbers and seals of its own, so nothing is put between them; nothing is lost from sight either."""
    with asking(cast.ayu) as by:
        person = register(by=by, full_name="Wati Contoh")
        intake.link_person(by=by, request=early.request, person=person)
        case = cases.open_case(by=by, person=person)
        actions.keep_evidence(by=by, folder=case, brought=brought("Surat"), words="Dari kasus")
        actions.note_child(by=by, folder=early.request, called="N", role="witness", needs="Didengar")
        LegalClock.objects.update(owner_id=cast.dimas.pk)
        request = Request.objects.get(pk=early.request.pk)
    with asking(cast.ayu) as by:
        intake.accept(by=by, request=request, text="Kami lanjutkan.", running=Answer(join=case.pk), no_conflict=True)
        assert [row.number for row in queries.evidence_of(early.request)] == [1, 2]
        assert found(early.request) == [Found.WHOLE] * 2
        assert found(case) == [Found.WHOLE]
        with django_assert_num_queries(1):
            (there,) = queries.joined(case)
        assert (there.evidence, there.plans, there.running, there.children, there.online) == (2, 1, 1, 1, 0)
        # Others at the table of the case are not told who this child is either.
        assert queries.called_in(case) == ["N"]
        assert LegalClock.objects.get().owner_id == cast.ayu.pk
        assert Event.objects.get(name="protection.joined").payload["running"] == 1
        actions.write_plan(by=by, folder=request, situation="leave", answers={"bag": "Tas merah"}, together=True)
    browser, there = signed_in(cast.ayu), reverse("protection:request_of", args=[request.pk])
    assert there in browser.get(reverse("protection:of_case", args=[case.pk])).text
    assert browser.get(there).status_code == 200
    assert there in browser.get(reverse("intake:request", args=[request.pk])).text
    for stranger in (cast.budi, cast.candra):
        with asking(stranger):
            assert not LegalClock.objects.exists()


def test_it_is_seen_with_the_request_and_then_with_the_case(early, cast, asking):
    kept = (Evidence, SafetyPlan, LegalClock, Document)
    for stranger in (cast.budi, cast.candra, cast.adi):
        with asking(stranger) as by:
            assert not any(model.objects.exists() for model in kept)
            with pytest.raises((PermissionDenied, Http404)):
                actions.keep_evidence(by=by, folder=early.request, brought=brought(), words="x")
    with asking(cast.dimas):
        assert all(model.objects.exists() for model in kept)
    accepted(cast, asking, early.request)
    with asking(cast.dimas):
        assert not any(model.objects.exists() for model in kept)
    with asking(cast.sari):
        assert all(model.objects.exists() for model in kept)


def test_the_database_lets_nothing_be_changed_or_brought_elsewhere(early, cast, asking):
    with asking(cast.ayu):
        other = opened(cast.ayu, name="Tini Contoh")
        for table in ("protection_evidence", "cases_document"):
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(f"UPDATE {table} SET sha256 = ''")
            with connection.cursor() as cursor:
                cursor.execute(f"UPDATE {table} SET case_id = %s", [other.pk])
                assert cursor.rowcount == 0
        for model in (SafetyPlan, LegalClock):
            with pytest.raises(IntegrityError, match="case_of_its_request"), transaction.atomic():
                model.objects.update(case=other)
        with acting(job("x")), pytest.raises(IntegrityError, match="case_of_its_request"), transaction.atomic():
            Evidence.objects.update(case=other)


def test_a_chat_children_and_what_happens_online_go_over_whole_and_are_seen_with_the_request_until_then(
    online, cast, asking
):
    for stranger in (cast.budi, cast.candra, cast.adi):
        with asking(stranger) as by:
            assert not any(model.objects.exists() for model in ONLINE)
            with pytest.raises((PermissionDenied, Http404)):
                actions.note_child(by=by, folder=online.request, called="N", role="victim", needs="x")
    with asking(cast.dimas):
        assert all(model.objects.exists() for model in ONLINE)
        assert not Reminder.objects.exists()
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            ChatSheet.objects.update(first=7)
    with asking(cast.ayu):
        other = opened(cast.ayu, name="Tini Contoh")
    with asking_as(job("x")):
        for model in ONLINE:
            with pytest.raises(IntegrityError, match="case_of_its_request"), transaction.atomic():
                model.objects.update(case=other)
    case = accepted(cast, asking, online.request)
    with asking(cast.dimas):
        assert not any(model.objects.exists() for model in ONLINE)
    with asking(cast.ayu) as by:
        assert {row.case_id for model in ONLINE for row in model.objects.all()} == {case.pk}
        assert found(case) == [Found.WHOLE] * 3
        (line,) = queries.searched(queries.chat_of(case, online.chat.pk), "kerja").lines
        assert line.mark.why == "Ancaman"
        assert {(row.matter, row.due) for row in Reminder.objects.all()} == {
            (online.step.pk, today()), (online.asked.pk, today())
        }  # fmt: skip
        assert queries.steps_held_by(cast.ayu) == 1
        moved = Event.objects.get(name="protection.followed").payload
        assert {moved[name] for name in ("chat", "child", "takedown", "claim")} == {1}
        actions.answer_takedown(by=by, row=online.asked, verb="remove", answer="Sudah dihapus")


def test_what_is_promised_for_a_day_at_a_request_climbs_above_who_answers_and_rests_once_it_is_done(
    online, cast, asking, signed_in
):
    long_ago = today() - timedelta(days=3)
    with asking_as(job("x")):
        Takedown.objects.update(next_look=long_ago)
    with asking(cast.ayu):
        ChildStep.objects.update(due=long_ago)
    here = reverse("protection:request_online", args=[online.request.pk])
    day = signed_in(cast.ayu).get(reverse("desks:today")).text
    assert here in day
    assert all(str(label) in day for label in PROMISED.values())
    assert here not in signed_in(cast.dimas).get(reverse("desks:today")).text
    for _turn in range(2):
        tick()
    early = {EARLY[TAKEDOWN_KIND]: online.asked.pk, EARLY[CHILD_STEP_KIND]: online.step.pk}
    with asking(cast.sari):
        told = {row.kind: row for row in Escalation.objects.filter(kind__in=early)}
        assert {kind: row.matter for kind, row in told.items()} == early
        assert {(row.told_id, row.owner_id, row.case_id) for row in told.values()} == {
            (cast.sari.pk, cast.ayu.pk, None)
        }  # fmt: skip
    page = signed_in(cast.sari).get(reverse("desks:risen")).text
    assert here in page
    assert reverse("protection:request_child", args=[online.request.pk, online.child.pk]) in page
    with asking(cast.ayu) as by:
        actions.look_at_takedown(by=by, row=online.asked, next_look=today())
        actions.move_step(by=by, child=online.child, step="heard", verb="finish", words="Sudah didengar")
    with asking(cast.sari):
        assert not Escalation.objects.filter(kind__in=early, settled_at=None).exists()


def test_the_clock_counts_from_the_request_climbs_and_holds_the_decision(early, cast, asking):
    # 50 of 72 hours: somebody above is told, and nobody ends the request before it is met or stopped.
    tick()
    with asking(cast.sari) as sari:
        told = Escalation.objects.get(matter=early.clock.pk)
        assert (told.told_id, told.kind, told.case_id) == (cast.sari.pk, EARLY[RED], None)
        assert queries.one_late(early.clock.pk) == early.clock
    with asking(cast.ayu) as by:
        request = Request.objects.get(pk=early.request.pk)
        assert queries.asked_at(request) == request.received_at
        assert "Batas waktu hukum" in queries.runs_at(request)
        with pytest.raises(PermissionDenied):
            actions.stop_clock(by=by, clock=early.clock, because="Saya sendiri")
        actions.meet_clock(by=by, clock=early.clock, met_at=clock.now(), how="Unit PPA", receipt="LP/1")
        assert queries.runs_at(request) is None
    with asking(cast.sari):
        assert Escalation.objects.get(matter=early.clock.pk).settled_at is not None
    assert sari.has("supervisor")


@pytest.mark.parametrize("how", ["assigned", "closed", "tied"])
def test_whoever_answers_for_the_request_answers_for_what_runs_there(how, online, cast, asking):
    with asking_as(job("x")):
        Takedown.objects.update(next_look=today() - timedelta(days=3))
    tick()
    with asking_as(job("x")):
        assert {row.owner_id for row in Escalation.objects.filter(settled_at=None)} == {cast.ayu.pk}
    with asking(cast.ayu) as by:
        request = Request.objects.get(pk=online.request.pk)
        if how == "assigned":
            intake.assign(by=by, request=request, owner=cast.sari)
        elif how == "tied":
            intake.state_conflict(by=by, request=request, kind="neighbour")
    if how == "closed":
        with asking(cast.adi):
            Staff.objects.filter(pk=cast.ayu.pk).update(is_active=False)
        with asking_as(job("intake.clock")) as by:
            intake.hand_on(by=by, request=request)
    tick()
    with asking_as(job("x")):
        owner = Request.objects.get(pk=online.request.pk).owner_id
        assert owner != cast.ayu.pk
        assert {*LegalClock.objects.values_list("owner_id", flat=True)} == {owner}
        assert {*ChildStep.objects.values_list("owner_id", flat=True)} == {owner}
        assert Event.objects.get(name="protection.handed_on").payload["running"] == 2
        assert {row.owner_id for row in Escalation.objects.filter(settled_at=None)} == {owner}


def test_the_pages_of_a_request(early, cast, signed_in, asking):
    at, browser = [early.request.pk], signed_in(cast.ayu)
    whole = {
        "of": ([], "Laporkan kekerasan seksual"), "evidence": ([], early.first.sha), "check": ([], "Semua bukti utuh"),
        "piece": ([early.first.pk], early.first.sha), "safety": ([], "Tas biru"), "rights": ([], "UU 12/2022"),
        "safety_write": (["stay"], "Jangan tulis alamat"),
    }  # fmt: skip
    for name, (more, words) in whole.items():
        address = reverse(f"protection:request_{name}", args=[*at, *more])
        assert words in browser.get(address).content.decode(), name
        assert signed_in(cast.budi).get(address).status_code == 404
    file = browser.get(reverse("protection:request_original", args=[*at, early.first.pk]))
    assert b"".join(file.streaming_content) == PDF
    named = file.headers["Content-Disposition"]
    assert "attachment" in named
    assert not [one for one in ("%E2%80%AE", "%E2%80%8B", "%2F", "%00", "..") if one in named]
    paper = words_of(browser.get(reverse("protection:request_evidence_paper", args=at)).content)
    assert not says(paper, early.request.ticket_words)
    # Foreign ids, too large a file, the same form twice.
    assert browser.get(reverse("protection:request_piece", args=[uuid4(), early.first.pk])).status_code == 404
    assert browser.get(reverse("protection:request_piece", args=[handed_in().pk, early.first.pk])).status_code == 404
    form = {"once": str(uuid4()), "title": "Video", "brought_by": "Wati", "basis": "consent",
            "came_at": clock.local(clock.now()).strftime("%Y-%m-%dT%H:%M")}  # fmt: skip
    address = reverse("protection:request_evidence", args=at)
    large = browser.post(address, {**form, "file": SimpleUploadedFile("v.pdf", PDF + b"0" * (20 << 20))})
    assert large.status_code in {413, 422}
    for _turn in range(2):
        assert browser.post(address, {**form, "words": "Sekali"}).status_code == 302
    case = accepted(cast, asking, early.request)
    with asking(cast.ayu):
        assert Evidence.objects.count() == 3
    moved = browser.get(address)
    assert moved.url == reverse("protection:of_case", args=[case.pk])
    late = browser.post(address, {**form, "once": str(uuid4()), "words": "Masih di layar"})
    assert late.status_code == 422
    assert "Masih di layar" in late.content.decode()
    assert signed_in(cast.dimas).get(address).status_code == 404


def test_chats_children_and_what_happens_online_have_their_pages_at_a_request(online, cast, signed_in, asking):
    at, browser = [online.request.pk], signed_in(cast.ayu)
    whole = {
        "chats": ([], "Dengan B"), "chat": ([online.chat.pk], "Aku tahu di mana"), "online": ([], "Grup kelas"),
        "child": ([online.child.pk], "Teman di sekolah"), "safety_write": (["media"], "Yang tidak pernah disebut"),
    }  # fmt: skip
    for name, (more, words) in whole.items():
        address = reverse(f"protection:request_{name}", args=[*at, *more])
        assert words in browser.get(address).text, name
        assert signed_in(cast.budi).get(address).status_code == 404
        assert browser.get(reverse(f"protection:request_{name}", args=[handed_in().pk, *more])).status_code == (
            404 if more and name != "safety_write" else 200
        )

    def sent(name, *more, **words):
        address = reverse(f"protection:request_{name}", args=[*at, *more])
        return browser.post(address, {"once": str(uuid4()), **words})

    assert "Aku tahu" in sent("search", online.chat.pk, words="kerja").text
    bad = sent("online_add", "claim", words="Katanya sudah damai")
    assert (bad.status_code, "Katanya sudah damai" in bad.text) == (422, True)
    after = sent("takedown", online.asked.pk, "jawab", verb="remove", answer="Dihapus malam itu")
    assert after.url == reverse("protection:request_online", args=at)
    sent("claim", online.claim.pk, standing="opposed", because="Keluarga menyangkal")
    sent("child_step", online.child.pk, "heard", verb="finish", words="Sudah didengar")
    sent("safety_write", "media", speaks="Ibu", together="on")
    page = browser.get(after.url).text
    for words in ("Dihapus malam itu", "Keluarga menyangkal", "Ibu"):
        assert words in page
    assert "Sudah didengar" in browser.get(reverse("protection:request_child", args=[*at, online.child.pk])).text
    case = accepted(cast, asking, online.request)
    assert browser.get(after.url).url == reverse("protection:of_case", args=[case.pk])


def test_danger_is_asked_about_before_a_case_and_known_to_it(cast, signed_in, asking):
    request = handed_in()
    at, browser = [request.pk], signed_in(cast.ayu)
    first = reverse("protection:request_of", args=at)
    page = reverse("protection:request_ask", args=[*at, "hark"])
    assert page in browser.get(first).content.decode()
    once = {"once": str(uuid4())}
    for _turn in range(2):
        words = {**once, "q_safe_now": "ya", "q_hark_1": "ya", "q_hark_3": "ya"}
        assert browser.post(page, words).status_code == 302
    assert signed_in(cast.budi).get(page).status_code == 404
    assert browser.get(reverse("protection:request_ask", args=[*at, "phq9"])).status_code == 404
    with asking(cast.ayu):
        (kept,) = Administration.objects.all()
        assert (kept.request_id, kept.case_id, kept.version.instrument.key) == (request.pk, None, "hark")
        assert Request.objects.get(pk=request.pk).level in {"merah", "oranye"}
        with pytest.raises(DatabaseError), transaction.atomic():
            Administration.objects.update(answer=b"x")
    assert "3×24" in browser.get(first).content.decode()
    with asking(cast.ayu) as by:
        due = clock.now() + timedelta(hours=5)
        crisis.plan_contact(by=by, request=request, due_at=due, how="Telepon sesudah pukul 19", tells=True)
    case = accepted(cast, asking, request)
    with asking(cast.ayu):
        (moved,) = results(case)
        assert (moved.administration.pk, moved.administration.person_id) == (kept.pk, case.person_id)
        assert Risk.objects.filter(case=case, kind="violence").exists()
        assert "tpks_police_72h" in {
            law.code for law in queries.proposals(queries.calls_of(case, last_answers(case)), [])
        }

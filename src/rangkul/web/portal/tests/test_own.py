"""The client hands something in, and writes on in the plan that was given behind the ticket: theirs alone, told to the
worker, shown again to nobody who looks over the shoulder."""

import hashlib
import io
import zipfile
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.commons.people.actions import register
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import first_pin
from rangkul.entry.intake.models import Message, Request
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.journey.cases.models import Note, Task
from rangkul.journey.protection import actions, jobs, queries
from rangkul.journey.protection.actions import own
from rangkul.journey.protection.models import Evidence, SafetyPlan
from rangkul.journey.protection.states import ChatState, EvidenceKind, Found

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nfoto luka"
CHAT = b"23/05/24 21.15 - Wati: Jangan datang ke sini\n23/05/24 21.16 - B: Aku tahu di mana kamu kerja\n"
WORDS = "Dia memukul lagi tadi malam"


def enter(visitor, request):
    visitor.post("/tiket/", {"ticket": request.ticket, "pin": first_pin(request)})


def form(**more):
    return {"once": str(uuid4()), "title": "Catatan tanggal 3", "text": "", "happened": "", **more}


def accept(cast, asking, request):
    with asking(cast.ayu) as by:
        intake.link_person(by=by, request=request, person=register(by=by, full_name="Wati Contoh"))
        return intake.accept(by=by, request=Request.objects.get(pk=request.pk), text="Kami dampingi.", no_conflict=True)


def test_what_is_handed_in_is_sealed_and_told_and_not_shown_again(cast, asking, visitor):
    request = handed_in()
    assert visitor.get("/tiket/titipan/").status_code == 302
    enter(visitor, request)
    page = visitor.get("/tiket/titipan/").content.decode()
    assert "Halaman informasi" in page
    assert "bukti" not in page.lower()
    file = form(file=SimpleUploadedFile("luka\u202egpj.pdf", PDF, content_type="application/pdf"))
    for _turn in range(2):
        file["file"].seek(0)
        assert visitor.post("/tiket/titipan/", file).status_code == 302
    assert visitor.post("/tiket/titipan/", form(text=WORDS)).status_code == 302
    empty = visitor.post("/tiket/titipan/", form())
    assert empty.status_code == 422
    assert "Catatan tanggal 3" in empty.content.decode()
    shown = visitor.get("/tiket/permintaan/").content.decode()
    assert WORDS not in shown
    assert "Catatan tanggal 3" not in shown
    with asking(cast.ayu):
        first, second = queries.evidence_of(request)
        assert (first.sha, second.words) == (hashlib.sha256(PDF).hexdigest(), WORDS)
        assert (first.by_id, first.document.name) == (None, "lukagpj.pdf")
        assert [one.found for one in queries.checked(request)] == [Found.WHOLE] * 2
        # Danger in it counts, and whoever works on the request reads that something came.
        assert Message.objects.filter(request=request, from_asker=True).count() == 2
    case = accept(cast, asking, request)
    visitor.post("/tiket/titipan/", form(text="Sesudah ada kasus"))
    with asking(cast.ayu):
        assert [row.number for row in queries.evidence_of(case)] == [1, 2, 3]
        assert [one.found for one in queries.checked(case)] == [Found.WHOLE] * 3
        assert Note.objects.filter(case=case).exists()
        assert Task.objects.filter(case=case, kind="duty").exists()


def test_only_the_clients_own_ticket_hands_in_and_within_bounds(cast, asking, visitor, monkeypatch):
    enter(visitor, handed_in(for_whom="other"))
    assert visitor.get("/tiket/titipan/").status_code == 404
    assert "titipan" not in visitor.get("/tiket/permintaan/").content.decode()
    mine, other = handed_in(), handed_in()
    monkeypatch.setattr(own, "MOST_A_DAY", 1)
    with asking(holder(mine)) as by:
        actions.hand_in(by=by, request=mine, title="Satu", words="x")
        assert not Evidence.objects.exists()
        with pytest.raises(Refused, match="Hari ini"):
            actions.hand_in(by=by, request=mine, title="Dua", words="y")
    with asking(holder(other)) as by, pytest.raises(Exception, match=r"evidence.handed_in"):
        actions.hand_in(by=by, request=mine, title="Bukan milik saya", words="x")


def test_a_chat_is_handed_in_with_consent_and_purpose_alone_and_waits_for_the_worker(cast, asking, visitor):
    request = handed_in()
    enter(visitor, request)

    def post(raw, name="chat.txt", **more):
        return visitor.post("/tiket/titipan/", form(file=SimpleUploadedFile(name, raw), **more))

    said = {"agreed": "on", "purpose": "Bukti ancaman"}
    for raw, more, words in [
        (CHAT, {}, "Centang persetujuan"),
        (CHAT, {"agreed": "on"}, "untuk apa percakapan"),
        (PDF, said, ""),
        (zipped({"../_chat.txt": CHAT}), said, "tidak wajar"),
        (zipped({"a.txt": CHAT, "b.txt": CHAT}), said, "tepat satu"),
        (zipped({"_chat.txt": b"a" * 5_000_000}), said, "terlalu besar"),
        (zipped({"_chat.txt": CHAT})[:-40], said, "rusak"),
    ]:
        refused = post(raw, **more)
        assert refused.status_code == 422
        assert words in refused.content.decode()
        assert "Catatan tanggal 3" in refused.content.decode()
    with asking(cast.ayu):
        assert queries.evidence_of(request) == queries.chats_of(request) == []
    archive = zipped({"_chat.txt": CHAT})
    assert post(archive, "chat.zip", **said).status_code == 302
    assert "Bukti ancaman" not in visitor.get("/tiket/permintaan/").content.decode()
    with asking(cast.ayu):
        (row,), (chat,) = queries.evidence_of(request), queries.chats_of(request)
        assert (row.kind, row.by_id, row.basis) == (EvidenceKind.CHAT, None, "consent")
        assert row.sha == hashlib.sha256(archive).hexdigest()
        assert (chat.purpose, chat.state, chat.evidence_id) == ("Bukti ancaman", ChatState.WAITING, row.pk)
        assert [one.found for one in queries.checked(request)] == [Found.WHOLE]
    with asking_as(job("protection.unfold")):
        jobs.unfold_chat(chat_id=str(chat.pk))
    with asking(cast.ayu):
        assert queries.chat_of(request, chat.pk).state == ChatState.READY
    with asking(cast.budi):
        assert queries.chats_of(request) == []


def zipped(parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    return held.getvalue()


def test_the_plan_is_written_on_where_it_was_given(cast, asking, visitor):
    request = handed_in()
    with asking(cast.ayu) as by:
        plan = actions.write_plan(by=by, folder=request, situation="leave", answers={"bag": "Tas biru"}, together=True)
    enter(visitor, request)
    assert visitor.get("/tiket/catatan/leave/").status_code == 404
    with asking(cast.ayu) as by:
        actions.give_plan(by=by, plan=plan, how="ticket", said_safe=True)
    assert "Tas biru" in visitor.get("/tiket/catatan/leave/").content.decode()
    assert visitor.get("/tiket/catatan/stay/").status_code == 404
    written = {"once": str(uuid4()), "seen": 1, "bag": "Tas merah"}
    for _turn in range(2):
        assert visitor.post("/tiket/catatan/leave/", written).status_code == 302
    assert "Tas merah" in visitor.get("/tiket/permintaan/").content.decode()
    with asking(cast.ayu) as by:
        found = queries.safety_plans(request)["leave"]
        assert (found.row.version, found.row.by_id, found.row.who) == (2, None, "klien sendiri, lewat tiket")
        # The worker takes it away from there: the next word is refused and stays on the page.
        actions.give_plan(by=by, plan=SafetyPlan.objects.get(version=2), how="paper")
    late = visitor.post("/tiket/catatan/leave/", {**written, "once": str(uuid4()), "seen": 2, "bag": "Masih di layar"})
    assert late.status_code == 422
    assert "Masih di layar" in late.content.decode()

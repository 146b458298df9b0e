"""From the report to the next contact: asked, planned, not ended too early, and climbing when forgotten."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, Asker, asking_as, job
from rangkul.base.clock import local, now
from rangkul.entry.crisis import actions, queries
from rangkul.entry.crisis.jobs import look_after_contacts
from rangkul.entry.crisis.models import NextContact, SafetyPlan, Screening
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import HandedIn
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in, holder

pytestmark = pytest.mark.django_db
REPORTED = HandedIn(narrative="Dia menulis mau pamit", for_whom="other", via="report", region_code="32.73.02.1001")
SAYS_YES = {"wish": "yes", "thoughts": "yes", "method": "no", "intent": "yes", "plan": "no", "ever": "no"}
CALM = {"wish": "no", "thoughts": "no", "ever": "no"}


@pytest.fixture
def reported(cast):
    with asking_as(PUBLIC):
        return actions.report(by=PUBLIC, given=REPORTED).request


def decline(by, request):
    return intake.decline(
        by=by, request=request, reason="not_reached", text="Kami tidak bisa menghubungi.", no_conflict=True
    )


def plan(by, request, hours=5):
    return actions.plan_contact(by=by, request=request, due_at=now() + timedelta(hours=hours), how="telepon")


def test_a_report_that_nobody_asked_about_is_not_ended_without_a_next_contact(reported, cast, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused, match="Tetapkan dulu kontak berikutnya"):
            decline(by, reported)
        plan(by, reported)
        assert decline(by, reported).state == "declined"


def test_high_risk_needs_a_next_contact_and_a_supervisor_who_knows(cast, asking):
    request = handed_in()
    with asking(cast.ayu) as by:
        actions.screen(by=by, request=request, answers=SAYS_YES)
        request.refresh_from_db()
        assert (request.level, request.escalations.get().told_id) == ("merah", cast.sari.pk)
        with pytest.raises(Refused, match="kontak berikutnya"):
            decline(by, request)
        plan(by, request)
        decline(by, request)


def test_a_calm_answer_lowers_nothing_and_binds_nobody(cast, asking, reported):
    with asking(cast.ayu) as by:
        row = actions.screen(by=by, request=reported, answers=CALM)
        reported.refresh_from_db()
        assert (row.risk, reported.level) == ("none", "merah")
        assert queries.why_not_end(reported) is None


def test_answers_are_sealed_and_questions_off_the_path_are_not_kept(cast, asking, reported):
    with asking(cast.ayu) as by:
        row = actions.screen(by=by, request=reported, answers=CALM | {"plan": "yes"})
        assert "plan" not in queries.answers_of(row)
        assert row.risk == "none"
    with asking(cast.budi):
        assert not Screening.objects.exists()


def test_the_database_keeps_the_next_contact_within_a_day(reported, cast, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused, match="24 jam"):
            plan(by, reported, hours=25)
        with pytest.raises(IntegrityError), transaction.atomic():
            NextContact.objects.create(
                key=reported.key, request=reported, by=cast.ayu, due_at=now() + timedelta(hours=30)
            )


def test_a_contact_that_nobody_made_climbs_until_somebody_has(reported, cast, asking):
    with asking(cast.ayu) as by:
        row = plan(by, reported, hours=1)
    told = []
    for minutes in (61, 77, 93):
        with time_machine.travel(now() + timedelta(minutes=minutes), tick=False), asking_as(job("crisis.contacts")):
            look_after_contacts.__wrapped__() if hasattr(look_after_contacts, "__wrapped__") else look_after_contacts()
            row.refresh_from_db()
            told.append(row.told_id)
    assert told[0] == cast.sari.pk
    assert told[1] == cast.rini.pk
    with asking(cast.ayu) as by:
        actions.record_contact(by=by, contact=row, outcome="Ia mengangkat telepon dan ditemani kakaknya.")
        row.refresh_from_db()
        assert (row.look_at, row.done_by_id) == (None, cast.ayu.pk)


def test_a_plan_has_versions_and_only_its_own_person_reads_the_newest(cast, asking):
    request = handed_in()
    with asking(cast.ayu) as by:
        actions.write_plan(by=by, request=request, parts={"coping": "jalan kaki"}, shared=True)
        actions.write_plan(by=by, request=request, parts={"coping": "jalan kaki, berdoa"}, seen=1, shared=True)
        with pytest.raises(Refused, match="baru saja diubah"):
            actions.write_plan(by=by, request=request, parts={"coping": "lain"}, seen=1)
    with asking_as(holder(request)):
        (read,) = SafetyPlan.objects.select_related("key")
        assert dict(queries.parts_of(read)) == {"coping": "jalan kaki, berdoa"}


def test_the_reporter_never_reads_a_plan_nor_what_was_asked(reported, cast, asking):
    with asking(cast.ayu) as by:
        actions.screen(by=by, request=reported, answers=SAYS_YES)
        with pytest.raises(Refused, match="dipegang orang lain"):
            actions.write_plan(by=by, request=reported, parts={"signs": "x"}, shared=True)
        actions.write_plan(by=by, request=reported, parts={"signs": "x"})
    with asking_as(Asker("ticket", ticket_id=reported.pk)):
        assert not SafetyPlan.objects.exists()
        assert not Screening.objects.exists()


@pytest.mark.parametrize("verb", ["screen", "plan_contact", "write_plan"])
def test_the_public_does_none_of_it(reported, verb):
    given = {"screen": {"answers": {}}, "plan_contact": {"due_at": now(), "how": "x"}, "write_plan": {"parts": {}}}
    with asking_as(PUBLIC) as by, pytest.raises(PermissionDenied):
        getattr(actions, verb)(by=by, request=reported, **given[verb])


@pytest.mark.parametrize(("for_whom", "theirs"), [("unknown", True), ("self", True), ("other", False)])
def test_whoever_writes_in_a_conversation_reads_the_plan_unless_they_came_for_another(cast, asking, for_whom, theirs):
    request = handed_in(via="chat", for_whom=for_whom)
    with asking(cast.ayu):
        assert queries.may_be_shared(request) is theirs


def test_the_page_shows_report_and_steps_and_says_that_official_words_are_missing(reported, cast, signed_in):
    browser = signed_in(cast.ayu)
    text = browser.get(f"/kerja/krisis/{reported.pk}/").content.decode()
    for said in ("Dia menulis mau pamit", "Teks resmi belum diisi", "Belum boleh diakhiri", "Siapkan pesan"):
        assert said in text
    assert signed_in(cast.budi).get(f"/kerja/krisis/{reported.pk}/").status_code == 404


def test_the_page_takes_each_step(reported, cast, signed_in):
    browser, at = signed_in(cast.ayu), f"/kerja/krisis/{reported.pk}/"
    asked = {f"tanya-{code}": answer for code, answer in SAYS_YES.items()}
    assert browser.post(f"{at}tanya/", asked).status_code == 302
    assert browser.post(f"{at}rencana/", {"rencana-signs": "susah tidur", "rencana-seen": "0"}).status_code == 302
    due = (now() + timedelta(hours=20)).astimezone().strftime("%Y-%m-%dT%H:%M")
    answer = browser.post(f"{at}kontak/", {"kontak-due_at": due, "kontak-how": "telepon"})
    assert answer.status_code in (302, 422)
    text = browser.get(at).content.decode()
    assert "Tinggi" in text
    assert "susah tidur" in browser.get(f"{at}rencana/cetak/").content.decode()


def test_the_page_of_the_request_leads_there(reported, cast, signed_in):
    assert f"/kerja/krisis/{reported.pk}/" in signed_in(cast.ayu).get(f"/kerja/antrean/{reported.pk}/").content.decode()


def test_a_request_that_is_not_red_has_no_such_page_beside_it(cast, signed_in):
    request = handed_in()
    assert (
        "/kerja/krisis/" + str(request.pk)
        not in signed_in(cast.ayu).get(f"/kerja/antrean/{request.pk}/").content.decode()
    )
    assert Request.__name__ == "Request"


# What is written alone makes it red: nobody ticked anything, and nobody has asked yet.
WRITTEN = HandedIn(
    narrative="udh ga kuat, pengen mati aja", for_whom="self", safe_now="yes", region_code="32.73.02.1001"
)


@pytest.fixture
def written(cast):
    with asking_as(PUBLIC) as by:
        return intake.submit(by=by, given=WRITTEN)


def deciding(request, **more):
    given = {"who": "new", "new_name": "Wati", "client_kind": "person", "text": "Kami dampingi Anda."}
    return {**given, "no_conflict": "on", **more}


def in_hours(hours):
    return local(now() + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M")


def test_what_is_red_by_its_words_alone_is_bound_to_a_next_contact_too(written, cast, asking):
    assert written.level == "merah"
    with asking(cast.ayu) as by:
        assert queries.is_grave(Request.objects.get())
        with pytest.raises(Refused, match="Tetapkan dulu kontak berikutnya"):
            decline(by, written)
        actions.screen(by=by, request=written, answers=CALM)
        assert not queries.is_grave(Request.objects.get())


def test_the_form_that_accepts_asks_for_the_next_contact_itself(written, cast, signed_in, asking):
    browser, at = signed_in(cast.ayu), f"/kerja/antrean/{written.pk}/putuskan/terima/"
    assert 'name="due_at"' in browser.get(at).content.decode()
    assert browser.post(at, deciding(written)).status_code == 422
    late = browser.post(at, deciding(written, due_at=in_hours(30), how="telepon"))
    assert "24 jam" in late.content.decode()
    with asking(cast.ayu):
        assert not NextContact.objects.exists()
    assert browser.post(at, deciding(written, due_at=in_hours(5), how="telepon saat sendiri")).status_code == 302
    with asking(cast.ayu):
        assert Request.objects.get().state == "accepted"
        assert NextContact.objects.select_related("key").get().how == "telepon saat sendiri"


def test_who_needs_no_next_contact_is_asked_for_none(cast, signed_in):
    calm = handed_in()
    assert 'name="due_at"' not in signed_in(cast.ayu).get(f"/kerja/antrean/{calm.pk}/putuskan/terima/").content.decode()


def test_a_question_to_the_asker_ends_nothing_and_asks_for_no_contact(written, cast, signed_in):
    page = signed_in(cast.ayu).get(f"/kerja/antrean/{written.pk}/putuskan/tanya/").content.decode()
    assert 'name="due_at"' not in page


def test_a_supervisor_who_plans_the_contact_has_taken_it_up(written, cast, asking):
    with asking(cast.ayu) as by:
        plan(by, written)
        assert Request.objects.get().escalations.filter(acknowledged_at=None).exists()
    with asking(cast.sari) as by:
        plan(by, written)
        assert not Request.objects.get().escalations.filter(acknowledged_at=None).exists()


def test_the_plan_is_a_picture_to_keep_that_says_nothing_of_its_purpose(cast, asking, signed_in):
    request = handed_in()
    at = f"/kerja/krisis/{request.pk}/rencana/gambar/"
    browser = signed_in(cast.ayu)
    assert browser.get(at).status_code == 404
    with asking(cast.ayu) as by:
        actions.write_plan(by=by, request=request, parts={"coping": "Jalan kaki, berdoa.\nMinum air. 🌿"})
    picture = browser.get(at)
    assert (picture["Content-Type"], picture.content[:8]) == ("image/png", b"\x89PNG\r\n\x1a\n")
    assert 'filename="catatan.png"' in picture["Content-Disposition"]
    assert signed_in(cast.budi).get(at).status_code == 404

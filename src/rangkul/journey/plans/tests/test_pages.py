"""Each page of the plan: it shows, it writes once, it keeps what was typed, it is closed to others."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.support.drawing import drawing

from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.cases.actions import add_task
from rangkul.journey.cases.models import Document, Task
from rangkul.journey.plans.conftest import LADDER
from rangkul.journey.plans.models import Alternative, Goal, Hypothesis, Plan, Review
from rangkul.journey.plans.models.goal import LEVEL_COLUMNS
from rangkul.journey.plans.pages.forms_review import ReviewForm

PAGES = ["plan", "alternatives", "review", "evaluation"]
READS = [*PAGES, "new_goal"]


def address(name, case, *more):
    return reverse(f"plans:{name}", args=[case.pk, *more])


@pytest.mark.parametrize("name", READS)
def test_an_empty_page_says_how_to_begin(case, cast, signed_in, name):
    answer = signed_in(cast.ayu).get(address(name, case))
    assert answer.status_code == 200
    assert "TIDAK ADA:" not in answer.content.decode()


@pytest.mark.parametrize("name", [*PAGES, "client_page"])
def test_a_filled_page_shows_the_goal(cast, asking, signed_in, agreed, look_back, name):
    plan = agreed()
    with asking(cast.ayu):
        look_back(plan, client=1, worker=0)
    answer = signed_in(cast.ayu).get(address(name, plan.case))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "TIDAK ADA:" not in page
    assert "bersekolah" in page or name == "alternatives"


@pytest.mark.parametrize("name", PAGES)
def test_the_case_page_gets_only_the_inner_part(case, cast, signed_in, name):
    inner = signed_in(cast.ayu).get(address(name, case), headers={"hx-request": "true"}).content.decode()
    assert "<html" not in inner
    assert "Bagian rencana" in inner


@pytest.mark.parametrize("name", READS)
@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_finds_nothing(case, cast, signed_in, name, who):
    assert signed_in(getattr(cast, who)).get(address(name, case)).status_code == 404


@pytest.mark.parametrize("name", ["describe", "agree", "renew", "suppose"])
def test_writing_addresses_refuse_get_and_strangers(case, cast, signed_in, name):
    assert signed_in(cast.ayu).get(address(name, case)).status_code == 405
    assert signed_in(cast.budi).post(address(name, case), {}).status_code == 404


def test_without_a_plan_there_is_no_sheet(case, cast, signed_in):
    assert signed_in(cast.ayu).get(address("client_page", case)).status_code == 404


def test_the_supervisor_reads_and_is_offered_nothing_to_write(cast, signed_in, draft):
    page = signed_in(cast.sari).get(address("plan", draft())).content.decode()
    assert "Anak saya sekolah lagi" in page
    assert "Tulis tujuan" not in page
    assert "Catat persetujuan" not in page


def goal(**more):
    levels = {LEVEL_COLUMNS[level]: words for level, words in LADDER.items()}
    return {
        "title": "Dinda kembali bersekolah",
        "client_view": "agrees",
        "client_words": "Saya ingin Dinda sekolah",
        "purpose": "capacity",
        "responsible": "together",
        "weight": "5",
        "baseline": "-1",
        **levels,
    } | more


def test_a_goal_is_written_once(case, cast, asking, signed_in):
    browser, words = signed_in(cast.ayu), goal(once=str(uuid4()))
    for _ in range(2):
        assert browser.post(address("new_goal", case), words).status_code == 302
    with asking(cast.ayu):
        assert Goal.objects.count() == 1
        assert Event.objects.filter(name="goal.set").count() == 1
    assert "penting 5 dari 5" in browser.get(address("plan", case)).content.decode()


@pytest.mark.parametrize(
    "bad", [{"above": ""}, {"client_words": ""}, {"client_view": "wants_other"}, {"above": LADDER[0]}, {"weight": "9"}]
)
def test_a_goal_that_is_not_complete_comes_back_with_its_words(case, cast, asking, signed_in, bad):
    answer = signed_in(cast.ayu).post(address("new_goal", case), goal(**bad))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Belum terkirim" in page
    assert "Dinda kembali bersekolah" in page
    with asking(cast.ayu):
        assert not Goal.objects.exists()


def test_a_goal_is_changed_and_taken_out(case, cast, asking, signed_in, set_goal):
    with asking(cast.ayu):
        row = set_goal()
    browser = signed_in(cast.ayu)
    place = address("goal", case, row.pk)
    assert LADDER[0] in browser.get(place).content.decode()
    assert browser.post(place, goal(title="Dinda belajar lagi")).status_code == 302
    assert "Dinda belajar lagi" in browser.get(address("plan", case)).content.decode()
    for _ in range(2):
        assert browser.post(address("remove_goal", case, row.pk), {}).status_code == 302
    with asking(cast.ayu):
        assert not Goal.objects.exists()


def test_a_task_of_the_client_is_the_clients_and_of_others_the_worker_says_whether_they_read_it(
    case, cast, asking, signed_in, set_goal
):
    with asking(cast.ayu):
        row = set_goal()
    browser = signed_in(cast.ayu)
    place = address("add_task", case, row.pk)
    page = browser.get(place)
    assert "Klien sendiri" in page.text
    assert page.context["form"]["shown"].value() is True
    task = {"title": "Menemui guru", "owner": "client", "due": today().isoformat()}
    assert browser.post(place, task).status_code == 302
    for shown in ({"shown": "on"}, {}):
        assert browser.post(place, task | {"owner": str(cast.ayu.pk)} | shown).status_code == 302
    assert browser.post(place, task | {"owner": str(cast.budi.pk)}).status_code == 422
    with asking(cast.ayu):
        made = {(one.owner_kind, one.shown) for one in Task.objects.filter(goal_id=row.thread)}
        assert made == {("client", False), ("staff", True), ("staff", False)}
    assert "1 dari 3 tugas dipegang klien" in browser.get(address("plan", case)).content.decode()


def test_the_sheet_for_the_client_keeps_to_itself_what_a_worker_does_not_show(cast, asking, signed_in, agreed):
    plan = agreed()
    with asking(cast.ayu) as by:
        goal = plan.goals.select_related("case").get()
        for title, more in (
            ("Menemui guru", {}),
            ("Menelepon sekolah", {"owner": cast.ayu, "shown": True}),
            ("Tanya tetangga diam-diam", {"owner": cast.ayu}),
        ):
            add_task(by=by, case=goal.case, title=title, due=today(), goal_id=goal.thread, **more)
    browser = signed_in(cast.ayu)
    sheet = browser.get(address("client_page", goal.case)).text
    assert "Menemui guru" in sheet
    assert "Menelepon sekolah" in sheet
    assert "diam-diam" not in sheet
    assert "diam-diam" in browser.get(address("plan", goal.case)).text


def test_ways_and_guesses_are_written_and_taken_out(case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    assert browser.post(address("weigh", case), {"title": "Rumah nenek", "reason": "Dekat"}).status_code == 302
    assert browser.post(address("weigh", case), {"title": "Rumah bibi", "reason": ""}).status_code == 422
    guess = {"condition": "Diantar", "expectation": "masuk sekolah", "because": "jalannya gelap"}
    assert browser.post(address("suppose", case), guess).status_code == 302
    page = browser.get(address("alternatives", case)).content.decode()
    assert "Rumah nenek" in page
    assert "jalannya gelap" in page
    with asking(cast.ayu):
        way, row = Alternative.objects.get(), Hypothesis.objects.get()
    assert "Rumah nenek" in browser.get(address("alternative", case, way.pk)).content.decode()
    browser.post(address("remove_alternative", case, way.pk), {})
    browser.post(address("remove_hypothesis", case, row.pk), {})
    with asking(cast.ayu):
        assert not Alternative.objects.exists()
        assert not Hypothesis.objects.exists()


def test_the_agreement_is_written_down_and_a_new_version_begun(cast, asking, signed_in, draft):
    case = draft()
    browser = signed_in(cast.ayu)
    words = {"mode": "spoken", "signed_name": "Wati", "agreed_on": today().isoformat()}
    assert browser.post(address("agree", case), words).status_code == 422
    assert browser.post(address("agree", case), words | {"witness": "Bu RT"}).status_code == 302
    assert "Disepakati dan tidak berubah lagi" in browser.get(address("plan", case)).content.decode()
    assert browser.post(address("renew", case), {"reason": "Pindah rumah"}).status_code == 302
    with asking(cast.ayu):
        assert Plan.objects.count() == 2
    old = browser.get(address("version", case, 1))
    assert old.status_code == 200
    assert browser.get(address("version", case, 9)).status_code == 404


def test_the_client_signs_on_the_screen_and_the_sheet_shows_it(cast, asking, signed_in, draft):
    case = draft()
    browser = signed_in(cast.ayu)
    words = {"mode": "signature", "signed_name": "Wati", "agreed_on": today().isoformat()}
    empty = browser.post(address("agree", case), words)
    assert "signature" in empty.context["agree_form"].errors
    assert browser.post(address("agree", case), words | {"signature": drawing()}).status_code == 302
    with asking(cast.ayu):
        plan = Plan.objects.select_related("key", "evidence").get()
        assert (plan.agreement, plan.signed_name, plan.evidence.kind) == ("signature", "Wati", "signature")
    sheet = browser.get(address("client_page", case)).content.decode()
    assert reverse("cases:preview", args=[case.pk, plan.evidence_id]) in sheet


def test_a_signature_that_is_none_leaves_plan_and_files_alone(cast, asking, signed_in, draft):
    case = draft()
    words = {"mode": "signature", "signed_name": "Wati", "agreed_on": today().isoformat()}
    broken = words | {"signature": "data:image/png;base64,aGFsbG8="}
    assert signed_in(cast.ayu).post(address("agree", case), broken).status_code == 422
    with asking(cast.ayu):
        assert Plan.objects.get().state == "draft"
        assert not Document.objects.exists()


def review(**more):
    return {
        "kind": "final",
        "held_on": today().isoformat(),
        "goal1_client": "1",
        "goal1_worker": "0",
        "client_judgement": "better",
        "client_words": "Dinda ceria lagi",
        "worker_judgement": "same",
        "worker_words": "Kehadiran mulai teratur",
        "next_step": "go_on",
    } | more


def test_a_review_is_held_once_and_both_voices_are_shown(case, cast, asking, signed_in, agreed):
    agreed()
    browser, once = signed_in(cast.ayu), str(uuid4())
    for _ in range(2):
        assert browser.post(address("review", case), review(once=once)).status_code == 302
    with asking(cast.ayu):
        assert Review.objects.count() == 1
    page = browser.get(address("evaluation", case)).content.decode()
    assert "Dinda ceria lagi" in page
    assert "Kehadiran mulai teratur" in page
    assert "Skor T untuk 1 tujuan adalah 60,0" in page
    assert "Skor T untuk 1 tujuan adalah 50,0" in page
    assert "<table" in page
    assert "<title" in page


@pytest.mark.parametrize("bad", [{"client_words": ""}, {"goal1_client": "", "goal1_worker": ""}, {"goal1_client": "7"}])
def test_a_review_that_is_not_complete_comes_back_with_its_words(case, cast, signed_in, agreed, bad):
    agreed()
    answer = signed_in(cast.ayu).post(address("review", case), review(**bad))
    assert answer.status_code == 422
    assert "Kehadiran mulai teratur" in answer.content.decode()


def test_the_evaluation_claims_no_cause_and_no_success(cast, asking, signed_in, agreed, look_back):
    plan = agreed()
    with asking(cast.ayu):
        look_back(plan, client=2, worker=2)
    page = signed_in(cast.ayu).get(address("evaluation", plan.case)).content.decode().lower()
    page = page.partition("<main")[2].partition("</main")[0]
    for word in ("berkat", "akibat", "disebabkan", "berhasil", "sukses", "gagal"):
        assert word not in page


# The evaluation asks once more than the plan: for the scores of instruments, which stand beside everything else.
@pytest.mark.parametrize(("name", "most"), [("plan", 26), ("evaluation", 27)])
def test_a_page_keeps_its_query_budget(cast, asking, signed_in, agreed, look_back, name, most):
    """However many reviews there are, the number of questions to the database stays the same."""
    plan = agreed()
    with asking(cast.ayu):
        look_back(plan)
    browser = signed_in(cast.ayu)
    browser.get(address(name, plan.case))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            browser.get(address(name, plan.case))
        counts.append(len(asked))
        with asking(cast.ayu):
            for level in (-1, 0, 1):
                look_back(plan, client=level)
    assert counts[0] == counts[1]
    assert counts[0] <= most


def test_whoever_ends_the_case_sees_how_far_each_goal_came(cast, asking, signed_in, agreed, look_back):
    plan = agreed()
    with asking(cast.ayu):
        look_back(plan, client=1, worker=1)
    page = signed_in(cast.ayu).get(reverse("cases:terminate", args=[plan.case_id])).content.decode()
    assert "Dinda kembali bersekolah" in page
    assert "Klien dan pekerja sosial: di atas harapan." in page


def test_what_a_review_needs_in_its_turn_is_not_called_optional():
    form = ReviewForm(goals=[])
    for name in ("client_judgement", "client_words", "client_absent"):
        assert "boleh kosong" not in form[name].as_field_group()
    assert "boleh kosong" in form["next_reason"].as_field_group()

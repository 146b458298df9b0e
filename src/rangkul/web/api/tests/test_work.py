"""A worker's key does what the worker may do, no more."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
import time_machine

from rangkul.base.clock import now
from rangkul.base.days import today
from rangkul.base.models import Event, Version
from rangkul.commons.people.actions import register
from rangkul.journey.cases.actions import open_case
from rangkul.journey.cases.models import Activity, Task
from rangkul.journey.plans import actions as plans
from rangkul.web.api import actions
from rangkul.web.api.models import ApiToken

ACTIVITY = {"channel": "visit", "minutes": 40, "result": "Bertemu Wati di rumahnya."}


@pytest.fixture
def key_of(asking):
    def make(staff, **fields) -> dict:
        with asking(staff) as by:
            _row, token = actions.make_token(by=by, staff=staff, label="uji", **fields)
        return {"Authorization": f"Bearer {token}"}

    return make


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu) as by:
        wati = register(by=by, full_name="Wati Contoh")
        return open_case(by=by, person=wati, concern="Butuh tempat aman.")


def test_her_worker_reads_the_case_in_short_and_leaves_a_trace(visitor, cast, case, key_of, asking):
    answer = visitor.get(f"/api/cases/{case.pk}", headers=key_of(cast.ayu))
    assert answer.json()["client"] == "Wati Contoh"
    with asking(cast.sari):
        assert Event.objects.filter(name="file.opened", subject_id=case.pk).count() == 1


@pytest.mark.parametrize("name", ["budi", "candra", "dimas"])
def test_others_get_404(visitor, cast, case, key_of, name):
    assert visitor.get(f"/api/cases/{case.pk}", headers=key_of(getattr(cast, name))).status_code == 404


def test_an_activity_twice_is_one(visitor, cast, case, key_of, asking):
    headers = key_of(cast.ayu) | {"Idempotency-Key": str(uuid4())}
    for _ in range(2):
        answer = visitor.post(
            f"/api/cases/{case.pk}/activities", ACTIVITY, content_type="application/json", headers=headers
        )
        assert answer.status_code == 201, answer.content
    with asking(cast.ayu):
        assert Activity.objects.count() == 1


@pytest.fixture
def goal(cast, asking, case):
    levels = dict(enumerate(("Di jalan", "Menumpang", "Di rumah aman", "Di kontrakan", "Di rumah sendiri"), start=-2))
    with asking(cast.ayu) as by:
        return plans.set_goal(
            by=by, case=case, title="Wati tinggal di tempat aman", purpose="capacity", responsible="together",
            client_view="agrees", client_words="Saya ingin pindah", levels=levels,
        )  # fmt: skip


def test_an_activity_says_how_for_which_goal_and_what_is_next(visitor, cast, case, goal, key_of, asking):
    headers = key_of(cast.ayu)
    goals = visitor.get(f"/api/cases/{case.pk}", headers=headers).json()["goals"]
    assert goals == [{"id": str(goal.thread), "words": "Wati tinggal di tempat aman"}]
    more = {"method": "groupwork", "level": "mezzo", "worker_role": "advocate", "goal_id": goals[0]["id"]}
    day = today() + timedelta(days=3)
    next_one = {"next_step": "Antar ke rumah aman", "next_due": day.isoformat()}
    post = partial(visitor.post, f"/api/cases/{case.pk}/activities", content_type="application/json", headers=headers)
    assert post(ACTIVITY | more | next_one).status_code == 201
    assert post(ACTIVITY).status_code == 201
    with asking(cast.ayu):
        full, plain = Activity.objects.order_by("made_at").values(*more)
        assert full == more | {"goal_id": goal.thread}
        assert plain == {"method": "casework", "level": "mikro", "worker_role": "", "goal_id": None}
        task = Task.objects.get()
        assert (task.title, task.due, task.owner_id, task.goal_id) == (
            "Antar ke rumah aman", day, cast.ayu.pk, goal.thread,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "where"),
    [
        ({"method": "sulap"}, 422, ["body", "method"]),
        ({"goal_id": str(uuid4())}, 409, "goal_id"),
        ({"next_step": "Telepon", "next_due": "2020-01-01"}, 409, "next_due"),
        ({"next_due": "2090-01-01"}, 409, "next_step"),
        ({"next_step": "Telepon", "next_due": "9999-01-01"}, 422, ["body", "next_due"]),
    ],
)
def test_what_no_page_would_take_is_refused_where_it_stands(visitor, cast, case, key_of, asking, words, status, where):
    answer = visitor.post(
        f"/api/cases/{case.pk}/activities", ACTIVITY | words, content_type="application/json", headers=key_of(cast.ayu)
    )
    told = answer.json()
    assert (answer.status_code, told["parts"][0]["where"] if status == 422 else told["field"]) == (status, where)
    assert told["message"]
    with asking(cast.ayu):
        assert not Activity.objects.exists()


def test_an_old_key_opens_nothing(visitor, cast, case, key_of):
    headers = key_of(cast.ayu)
    with time_machine.travel(now() + actions.LIFETIME + timedelta(minutes=1)):
        assert visitor.get(f"/api/cases/{case.pk}", headers=headers).status_code == 401


def test_an_ended_key_stops_at_once(visitor, cast, case, key_of, asking):
    headers = key_of(cast.ayu)
    assert visitor.get(f"/api/cases/{case.pk}", headers=headers).status_code == 200
    with asking(cast.ayu) as by:
        actions.end_key(by=by, key=ApiToken.objects.get())
    assert visitor.get(f"/api/cases/{case.pk}", headers=headers).status_code == 401


def test_a_key_opens_only_what_it_was_made_for(visitor, cast, case, key_of):
    headers = key_of(cast.ayu, scopes=("search",))
    assert visitor.post("/api/search", {"q": "wati"}, "application/json", headers=headers).status_code == 200
    assert visitor.get(f"/api/cases/{case.pk}", headers=headers).status_code == 403
    answer = visitor.post(
        f"/api/cases/{case.pk}/activities", ACTIVITY, content_type="application/json", headers=headers
    )
    assert (answer.status_code, answer.json()["message"]) == (403, "Anda tidak berhak melakukan ini.")


def test_its_last_use_is_kept_without_a_version_of_the_key(visitor, cast, case, key_of, asking):
    headers = key_of(cast.ayu)
    visitor.post("/api/search", {"q": "wati"}, "application/json", headers=headers)
    with asking(cast.ayu):
        used = ApiToken.objects.get().last_used_at
    assert now() - used < timedelta(minutes=1)
    visitor.post("/api/search", {"q": "wati"}, "application/json", headers=headers)
    with asking(cast.ayu):
        assert ApiToken.objects.get().last_used_at == used
        assert not Version.objects.filter(table="api_apitoken").exists()


def test_no_key_and_a_made_up_key_open_nothing(visitor, case):
    assert visitor.get(f"/api/cases/{case.pk}").status_code == 401
    assert visitor.get(f"/api/cases/{case.pk}", headers={"Authorization": "Bearer rk_tebak"}).status_code == 401


def test_search_finds_what_the_worker_may_see(visitor, cast, case, key_of):
    found = visitor.post("/api/search", {"q": "wati"}, "application/json", headers=key_of(cast.ayu)).json()
    assert {hit["kind"] for hit in found} >= {"person", "case"}
    assert visitor.post("/api/search", {"q": "wati"}, "application/json", headers=key_of(cast.budi)).json() == []


def test_an_admin_gets_no_key(cast, asking):
    from django.core.exceptions import PermissionDenied

    with asking(cast.adi) as by, pytest.raises(PermissionDenied):
        actions.make_token(by=by, staff=cast.adi, label="x")

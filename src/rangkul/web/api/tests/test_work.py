"""A worker's key does what the worker may do, no more."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from rangkul.base.clock import now
from rangkul.base.models import Event, Version
from rangkul.commons.people.actions import register
from rangkul.journey.cases.actions import open_case
from rangkul.journey.cases.models import Activity
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

"""A worker's key does what the worker may do, no more."""

from datetime import timedelta
from uuid import uuid4

import pytest

from rangkul.base.clock import now
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.journey.cases.actions import open_case
from rangkul.journey.cases.models import Activity
from rangkul.web.api import tokens
from rangkul.web.api.models import ApiToken

ACTIVITY = {"channel": "visit", "minutes": 40, "result": "Bertemu Wati di rumahnya."}


@pytest.fixture
def key_of(asking):
    def make(staff) -> dict:
        with asking(staff) as by:
            _row, token = tokens.make_token(by=by, staff=staff, label="uji")
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


def test_a_revoked_or_old_key_opens_nothing(visitor, cast, case, key_of, asking):
    headers = key_of(cast.ayu)
    with asking(cast.ayu) as by:
        ApiToken.objects.update(ends_at=now() - timedelta(days=1))
        assert visitor.get(f"/api/cases/{case.pk}", headers=headers).status_code == 401
        ApiToken.objects.update(ends_at=now() + timedelta(days=1))
        tokens.revoke_token(by=by, token=ApiToken.objects.get())
    assert visitor.get(f"/api/cases/{case.pk}", headers=headers).status_code == 401


def test_no_key_and_a_made_up_key_open_nothing(visitor, case):
    assert visitor.get(f"/api/cases/{case.pk}").status_code == 401
    assert visitor.get(f"/api/cases/{case.pk}", headers={"Authorization": "Bearer rk_tebak"}).status_code == 401


def test_search_finds_what_the_worker_may_see(visitor, cast, case, key_of):
    found = visitor.get("/api/search?q=wati", headers=key_of(cast.ayu)).json()
    assert {hit["kind"] for hit in found} >= {"person", "case"}
    assert visitor.get("/api/search?q=wati", headers=key_of(cast.budi)).json() == []


def test_an_admin_gets_no_key(cast, asking):
    from django.core.exceptions import PermissionDenied

    with asking(cast.adi) as by, pytest.raises(PermissionDenied):
        tokens.make_token(by=by, staff=cast.adi, label="x")

"""Whatever a program sends, the API answers as its description says: no fault, no undeclared status, no other shape."""

import json
import os
from itertools import count

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from rangkul.commons.people.actions import register
from rangkul.journey.cases.actions import open_case
from rangkul.web.api import actions
from rangkul.web.wsgi import application

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# Few enough for each run, always the same ones; more and other ones by RANGKUL_TEST_EXAMPLES.
EXAMPLES = int(os.environ.get("RANGKUL_TEST_EXAMPLES", "30"))
HOW = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    derandomize="RANGKUL_TEST_EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
OPERATIONS = (
    ("/api/requests", "post"),
    ("/api/requests/follow", "post"),
    ("/api/search", "post"),
    ("/api/alerts", "post"),
    ("/api/cases/{case_id}", "get"),
    ("/api/cases/{case_id}/activities", "post"),
)


@pytest.fixture
def description(db):
    """The real application, asked in this process; its connection is the test's and stays open."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/openapi.json", application)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu) as by:
        wati = register(by=by, full_name="Wati Contoh")
        return open_case(by=by, person=wati, concern="Butuh tempat aman.")


@pytest.fixture
def keys(cast, asking) -> dict[str, str]:
    """What each caller brings: nothing, a key that opens nothing, one of a worker, one of a partner's site."""
    with asking(cast.ayu) as by:
        _, worker = actions.make_token(by=by, staff=cast.ayu, label="uji")
    with asking(cast.adi) as by:
        _, partner = actions.make_partner_key(by=by, label="Puskesmas Contoh", hourly=5_000)
    return {"none": "", "wrong": "rk_tebak", "worker": worker, "partner": partner}


def answered(operation, mode: GenerationMode, key: str, **fixed) -> set[int]:
    """Every example is sent and its answer held against the description; the statuses that were seen."""
    seen: set[int] = set()
    # The door counts by address: each call comes from another one.
    address = count()

    @HOW
    @given(operation.as_strategy(generation_mode=mode, **fixed))
    def send(example):
        n = next(address)
        if isinstance(example.body, dict) and n % 2 and mode.is_positive:
            # Made-up places and telephones are refused by the domain; half of the requests shall go through.
            example.body = {
                name: value for name, value in example.body.items() if name not in ("region_code", "contact")
            }
        headers = {"X-Forwarded-For": f"10.{n >> 16 & 255}.{n >> 8 & 255}.{n & 255}"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        response = example.call(headers=headers)
        seen.add(response.status_code)
        example.validate_response(response, checks=CHECKS)
        if response.status_code >= 400:
            assert json.loads(response.content)["message"]

    send()
    return seen


def test_the_description_names_every_door(description):
    described = {(found.ok().path, found.ok().method) for found in description.get_all_operations()}
    assert described == set(OPERATIONS)


def test_the_description_is_put_together_once(visitor, monkeypatch):
    first = visitor.get("/api/openapi.json")
    monkeypatch.setattr("ninja.main.get_schema", lambda **_: 1 / 0)
    again = visitor.get("/api/openapi.json")
    assert (again.status_code, again.headers["Content-Type"]) == (200, "application/json")
    assert again.json() == first.json()


@pytest.mark.parametrize("caller", ["none", "wrong", "worker", "partner"])
@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_answer_is_as_described(description, keys, path, method, mode, caller):
    seen = answered(description[path][method], mode, keys[caller])
    opens = {"worker": "/api/search", "partner": "/api/requests"}
    if caller == "wrong":
        # Made-up headers sometimes leave the key out.
        assert 401 in seen
        assert not seen & {200, 201}
    elif mode.is_positive and opens.get(caller) == path:
        # Otherwise nothing but refusals would have been tried.
        assert seen & {200, 201}


@pytest.mark.parametrize(("path", "method"), OPERATIONS[4:])
def test_a_case_that_is_there_is_answered_as_described(description, keys, case, path, method):
    here = {"case_id": str(case.pk)}
    assert answered(description[path][method], GenerationMode.POSITIVE, keys["worker"], path_parameters=here) >= {
        200 if method == "get" else 201
    }

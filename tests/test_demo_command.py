"""`rangkul demo` as a newcomer starts it: the world once, what opens it in demo.json, and in seconds the next time."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import psycopg
import pytest

from rangkul.base.postgres import conninfo
from rangkul.web.cli import ports
from tests.support.database import copy
from tests.support.homes import home_of
from tests.support.inside import told_by
from tests.support.served import kill

pytestmark = pytest.mark.fault

PEOPLE = "6"
# By the functions that the login page and the door of a ticket ask.
GETS_IN = """
import json
from rangkul.base import home
from rangkul.base.asking import LOGIN, asking_as
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tickets import pin_fits, read_ticket
note = json.loads((home.home() / "demo.json").read_text())
with asking_as(LOGIN):
    staff = {one.username: one for one in Staff.objects.all()}
rows = {row.ticket: row for row in Request.objects.using("owner").all()}
doors = [(rows[read_ticket(one["ticket"])], one["pin"]) for one in note["tickets"]]
print(json.dumps([
    *(staff[one["username"]].check_password(one["password"]) for one in note["accounts"]),
    *(pin_fits(row.pk, row.pin_generation, pin) for row, pin in doors),
]))
"""


def start(*words: str) -> subprocess.Popen:
    command = [sys.executable, "-m", "rangkul.web.cli", "demo", "--persons", PEOPLE, *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def note() -> dict:
    return json.loads(Path(os.environ["RANGKUL_HOME"], "demo.json").read_text())


def persons() -> int:
    with psycopg.connect(conninfo("owner")) as connection:
        return connection.execute("SELECT count(*) FROM people_person").fetchone()[0]


@pytest.fixture(scope="module")
def prepared(django_db_setup):
    """The first start, told only to prepare: what it said and wrote. The house and its database stay for the tests."""
    with copy("contoh") as name, home_of(name):
        with psycopg.connect(conninfo("owner")) as connection:
            connection.execute("TRUNCATE people_staff, people_unit, people_agency CASCADE")
        first = start("--prepare", "--port", "0")
        said, _ = first.communicate(timeout=400)
        assert first.returncode == 0, said
        yield said, note(), persons()


def test_the_first_start_plays_the_world_into_the_database_that_was_named(prepared):
    said, _note, people = prepared
    assert "Memainkan dunia contoh" in said
    assert people >= int(PEOPLE)
    # The server of the address, not one of its own.
    assert not list(Path(os.environ["RANGKUL_HOME"]).glob("postgres-*"))


def test_the_note_names_everybody_with_role_and_password_and_tickets_with_pin(prepared):
    _said, told, _people = prepared
    assert {one["role"] for one in told["accounts"]} >= {"Pekerja sosial", "Supervisor"}
    for account in told["accounts"]:
        assert account.keys() >= {"role", "name", "username", "password"}
        assert all(account[key] for key in ("role", "name", "username", "password"))
    assert len(told["tickets"]) > 1
    assert all(one["ticket"] and one["pin"] for one in told["tickets"])


def test_every_password_and_every_pin_of_the_note_opens(prepared):
    opened = told_by(GETS_IN)
    assert len(opened) == len(prepared[1]["accounts"]) + len(prepared[1]["tickets"])
    assert all(opened)


def test_a_second_start_serves_at_the_port_that_was_named_and_plays_nothing(prepared):
    _said, told, people = prepared
    port = ports.free("127.0.0.1", 0)
    began = time.monotonic()
    second = start("--port", str(port))
    try:
        assert ports.wait_until_healthy("127.0.0.1", port, lambda: second.poll() is not None, 120)
        served = time.monotonic() - began
        address = note()["address"]
        assert address.endswith(f":{port}")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/akun/masuk/", timeout=20) as page:
            assert page.status == 200
    finally:
        second.terminate()
        said, _ = second.communicate(timeout=60)
        if second.poll() is None:
            kill([second.pid])
    assert "Memainkan dunia contoh" not in said
    assert address in said
    assert {**note(), "address": ""} == {**told, "address": ""}
    assert persons() == people
    # Ten seconds on a quiet machine; loading again would take many times as long.
    assert served < 100

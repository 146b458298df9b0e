"""The embedded server: started, adopted, killed and back with everything it had acknowledged."""

import os
import signal
import subprocess
import sys

import psycopg
import pytest

from rangkul.base.postgres import APP, OWNER, TemporaryServer, binaries, conninfo, ensure_running, places
from rangkul.base.trouble import Trouble
from tests.support.homes import empty_home
from tests.support.served import gone

pytestmark = pytest.mark.fault


@pytest.fixture
def house(monkeypatch):
    with empty_home(patch=monkeypatch) as folder:
        yield folder


def test_the_second_who_starts_adopts_the_first(house):
    with ensure_running() as first:
        second = ensure_running()
        assert second.adopted
        assert not first.adopted
        second.stop()
        assert first.alive()


def test_only_a_new_house_is_ever_loaded_without_safeguards(house):
    safeguards = []
    for _start in range(2):
        with ensure_running(loading=True), psycopg.connect(conninfo("owner")) as connection:
            safeguards.append(connection.execute("SELECT current_setting('fsync')").fetchone()[0])
    assert safeguards == ["off", "on"]


def test_daily_work_cannot_make_tables_and_owns_nothing(house):
    with ensure_running(), psycopg.connect(conninfo("app")) as connection:
        powers = "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = %s"
        assert connection.execute(powers, [APP]).fetchone() == (False, False, False, False)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE milikku (a int)")


def test_what_was_committed_survives_a_kill(house):
    server = ensure_running()
    with psycopg.connect(conninfo("owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE catatan (n int PRIMARY KEY)")
    dead = []
    for n in range(3):
        with psycopg.connect(conninfo("owner")) as connection:
            connection.execute("INSERT INTO catatan VALUES (%s)", [n])
        os.kill(server.process.pid, signal.SIGKILL)
        # Nobody waits for the dead one: its number is still taken when the next one starts.
        dead.append(server.process)
        server = ensure_running()
    for process in dead:
        process.wait()
    with server, psycopg.connect(conninfo("owner")) as connection:
        assert connection.execute("SELECT array_agg(n ORDER BY n) FROM catatan").fetchone()[0] == [0, 1, 2]


def test_a_mark_with_the_number_of_another_process_does_not_block_the_start(house):
    with ensure_running():
        folder = places.data_folder(binaries.chosen().major)
        lines = (folder / "postmaster.pid").read_text().splitlines()
    (folder / "postmaster.pid").write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    with ensure_running() as server:
        assert server.alive()


def test_a_half_made_data_folder_is_made_anew(house):
    draft = places.data_folder(binaries.chosen().major).with_name(f"postgres-{binaries.chosen().major}.baru")
    draft.mkdir(parents=True)
    (draft / "PG_VERSION").write_text("sisa")
    with ensure_running() as server:
        assert server.alive()


def test_the_server_goes_when_its_parent_is_killed(house):
    code = "from rangkul.base.postgres import ensure_running as e; s = e(); print(s.process.pid, flush=True); input()"
    parent = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    assert gone(pid)
    with ensure_running() as server:
        assert not server.adopted


def test_data_of_a_version_that_is_not_installed_is_not_left_behind_in_silence(house):
    other = house / "postgres-14"
    other.mkdir(parents=True)
    (other / "PG_VERSION").write_text("14\n")
    with pytest.raises(Trouble, match="dibuat oleh PostgreSQL 14"):
        ensure_running()


def test_the_log_holds_no_words_of_clients(house):
    with ensure_running(), psycopg.connect(conninfo("owner"), autocommit=True) as connection:
        connection.execute("CREATE TABLE orang (nama text PRIMARY KEY)")
        connection.execute("INSERT INTO orang VALUES ('Wati Rahasia')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO orang VALUES ('Wati Rahasia')")
    assert "Rahasia" not in (house / "logs" / "postgres.log").read_text()


def test_a_served_database_gets_its_working_role_and_keeps_it(house, monkeypatch):
    with TemporaryServer() as served:
        monkeypatch.setenv("RANGKUL_DATABASE_URL", served.url)
        for _ in range(2):
            assert ensure_running().adopted
            with psycopg.connect(conninfo("app")) as connection:
                assert connection.info.user == APP


@pytest.fixture
def asks_for_passwords(house, monkeypatch):
    """A served database that lets the working role in by password only; gives a connection that may do anything."""
    with TemporaryServer() as served:
        rules = served.folder / "data" / "pg_hba.conf"
        rules.write_text(f"local all {APP} scram-sha-256\n{rules.read_text()}")
        monkeypatch.setenv("RANGKUL_DATABASE_URL", served.url)
        with psycopg.connect(served.conninfo("postgres"), autocommit=True) as anything:
            anything.execute("SELECT pg_reload_conf()")
            yield anything


def test_an_owner_who_may_make_roles_gives_the_working_role_its_password(asks_for_passwords):
    asks_for_passwords.execute(f"ALTER ROLE {OWNER} CREATEROLE")
    ensure_running()
    with psycopg.connect(conninfo("app")) as connection:
        assert connection.info.user == APP
    stored = asks_for_passwords.execute("SELECT rolpassword FROM pg_authid WHERE rolname = %s", [APP]).fetchone()[0]
    assert stored.startswith("SCRAM-SHA-256$")


def test_an_owner_who_may_not_is_told_whom_to_ask(asks_for_passwords):
    with pytest.raises(Trouble, match="Minta pengelola server"):
        ensure_running()


def test_a_served_database_that_does_not_answer_is_told_in_words(house, monkeypatch):
    monkeypatch.setenv("RANGKUL_DATABASE_URL", "postgresql://a:rahasia@/b?host=/tidak/ada")
    with pytest.raises(Trouble, match="tidak dapat dihubungi") as trouble:
        ensure_running()
    assert "rahasia" not in str(trouble.value)

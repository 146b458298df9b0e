"""`rangkul begin`: a new house gets its first agency and admin, once."""

import os
import subprocess
import sys

import psycopg
import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from tests.support import database

EMPTY = "TRUNCATE people_agency CASCADE"
WORDS = ["--agency", "Yayasan Baru", "--unit", "Unit Satu", "--admin", "nia", "--name", "Nia Contoh"]


@pytest.fixture
def house(django_db_setup, django_db_blocker):
    """A migrated database in which nobody is."""
    with django_db_blocker.unblock(), database.copy("uji_mulai") as name:
        with psycopg.connect(database.address_of(name)) as connection:
            connection.execute(EMPTY)
        yield name


def begin(name: str, area: str) -> subprocess.CompletedProcess:
    environment = {
        **os.environ,
        "RANGKUL_HOME": database.HOME,
        "RANGKUL_DATABASE_URL": database.address_of(name),
        "DJANGO_SETTINGS_MODULE": "rangkul.web.settings",
    }
    asked = [sys.executable, "-m", "rangkul.web.cli", "begin", *WORDS, "--area", area]
    return subprocess.run(asked, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_the_first_admin_gets_a_first_password_and_there_is_no_second_beginning(house):
    assert begin(house, "99.99").returncode == 1
    done = begin(house, "32.73")
    assert done.returncode == 0, done.stderr
    password = done.stdout.split("Kata sandi pertama: ")[1].split()[0]
    with psycopg.connect(database.address_of(house)) as connection:
        rows = connection.execute("SELECT username, password, first_password, roles FROM people_staff").fetchall()
        events = connection.execute("SELECT name FROM base_event").fetchall()
    (username, hashed, first, roles) = rows[0]
    assert (len(rows), username, first, roles) == (1, "nia", True, ["admin"])
    # The suite hashes cheaply, the command does not.
    assert Argon2PasswordHasher().verify(password, hashed)
    assert ("staff.account_opened",) in events
    again = begin(house, "32.73")
    assert again.returncode == 1
    assert "Sudah ada lembaga" in again.stderr

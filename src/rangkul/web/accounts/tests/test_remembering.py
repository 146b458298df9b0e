"""What one web process has seen, every other knows."""

import os
import subprocess
import sys
from uuid import uuid4

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.support import database
from tests.support.cast import PASSWORD
from tests.support.factors import app_of


@pytest.fixture
def code(cast):
    """Ayu's code of this moment."""
    return app_of(cast.ayu)()


def enter(code: str):
    """A browser that gives name and password, then the code."""
    browser = Client()
    browser.post(reverse("account_login"), {"login": "ayu", "password": PASSWORD})
    return browser.post(reverse("mfa_authenticate"), {"code": code})


REMEMBERS = "import django; django.setup(); from django.core.cache import cache; print(cache.add('%s', 'y', 30))"


def another_process_adds(key: str) -> str:
    """What a web process of its own answers, on the same database."""
    environment = {
        **os.environ,
        "RANGKUL_HOME": database.HOME,
        "RANGKUL_DATABASE_URL": database.address_of(connection.settings_dict["NAME"]),
        "DJANGO_SETTINGS_MODULE": "rangkul.web.settings",
    }
    asked = [sys.executable, "-c", REMEMBERS % key]
    return subprocess.run(asked, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout.strip()


def test_two_processes_share_what_they_remember(db):
    key = str(uuid4())
    assert [another_process_adds(key), another_process_adds(key)] == ["True", "False"]


def test_a_code_opens_once(code, monkeypatch):
    assert enter(code).headers["Location"] == "/kerja/"
    # Another process: it has a cache object of its own.
    monkeypatch.setattr(totp, "cache", caches.create_connection("default"))
    assert enter(code).status_code == 200


def test_neither_code_nor_account_can_be_read_in_the_table(code, cast):
    enter(code)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM django_cache")
        keys = [row[0] for row in cursor.fetchall()]
    assert keys
    assert not [key for key in keys if code in key or str(cast.ayu.pk) in key or "127.0.0.1" in key]

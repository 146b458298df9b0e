"""A real server, a real browser: pages are played as people play them."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import psycopg
import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from tests.browser.chromium import CHROMIUM, DESK, FLAGS, PHONE  # noqa: F401  tests take their sizes from here
from tests.browser.prepared import House
from tests.support import cast as cast_of_the_house
from tests.support import database

# Streams of pages that are still open would hold the server back.
_UVICORN = [sys.executable, "-m", "uvicorn", "rangkul.web.asgi:application", "--log-level", "warning",
            "--timeout-graceful-shutdown", "3"]  # fmt: skip


def _environment(name: str, demo: bool) -> dict[str, str]:
    return {
        **os.environ,
        "RANGKUL_HOME": database.HOME,
        "RANGKUL_DATABASE_URL": database.address_of(name),
        "DJANGO_SETTINGS_MODULE": "rangkul.web.settings",
        "RANGKUL_DEMO": "1" if demo else "",
        # Pages on which somebody turns news on show all that is asked there.
        "RANGKUL_MAIL_FROM": "kabar@contoh.id",
        "RANGKUL_PUSH_KEY": "nDN2sTFkQyGWcaZXJvdTqsKk9kRuVRmi8a7uwS7GgZM",
        "RANGKUL_PUSH_CONTACT": "mailto:kabar@contoh.id",
    }


def _keep_passwords_as_the_server_does(name: str) -> None:
    """The suite hashes them cheaply; the real settings accept no cheap hash."""
    hashed = Argon2PasswordHasher().encode(cast_of_the_house.PASSWORD, "garam-uji-browser")
    with psycopg.connect(database.address_of(name)) as connection:
        connection.execute("UPDATE people_staff SET password = %s", [hashed])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_until_healthy(address: str, server: subprocess.Popen) -> None:
    for _ in range(600):
        if server.poll() is not None:
            raise RuntimeError("the server ended before it answered")
        try:
            with urllib.request.urlopen(f"{address}/sehat/", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not answer in a minute")


@contextmanager
def _served(blocker, request, label: str, *, demo: bool = True):
    """The port of a server and its own database, filled with the cast; its job worker runs too."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "sendiri")
    with blocker.unblock(), database.copy(f"uji_{label}_{worker}") as name:
        _keep_passwords_as_the_server_does(name)
        port = _free_port()
        environment = _environment(name, demo)
        servers = [
            subprocess.Popen([*_UVICORN, "--port", str(port)], env=environment),
            subprocess.Popen([sys.executable, "-m", "rangkul.web.cli", "worker"], env=environment),
        ]
        try:
            _wait_until_healthy(f"http://127.0.0.1:{port}", servers[0])
            yield port, name
        finally:
            for server in servers:
                server.terminate()
                server.wait(60)


@pytest.fixture(scope="session")
def _site(django_db_setup, django_db_blocker, request):
    with _served(django_db_blocker, request, "browser") as served:
        yield served


@pytest.fixture(scope="session")
def site(_site):
    return f"http://127.0.0.1:{_site[0]}"


@pytest.fixture
def prepare(_site, django_db_blocker):
    """`prepare.case("Wati")` – at the site somebody of that name is a client of Ayu's already."""

    @contextmanager
    def inside():
        with django_db_blocker.unblock(), database.pointed_at(_site[1]):
            yield

    return House(inside)


@pytest.fixture(scope="session")
def house(django_db_setup, django_db_blocker, request):
    """The same in service, where the second factor is no choice. By name: a passkey belongs to no bare number."""
    with _served(django_db_blocker, request, "dinas", demo=False) as (port, _name):
        yield f"http://localhost:{port}"


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: the browser tests need one")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_browser(request, browser):
    """`open_browser()` is a fresh browser window at the site; scripts=False switches JavaScript off."""
    contexts = []

    def open_one(*, at="site", size=DESK, scripts=True, dark=False):
        context = browser.new_context(
            base_url=request.getfixturevalue(at),
            viewport=size,
            java_script_enabled=scripts,
            locale="id-ID",
            color_scheme="dark" if dark else "light",
        )
        # Two workers share two cores with their servers and browsers: what is slow there is not broken.
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(open_browser):
    """`sign_in("ayu")` is a window in which Ayu works."""

    def enter(name: str, **how):
        page = open_browser(**how)
        page.goto("/akun/masuk/")
        page.fill("[name=login]", name)
        page.fill("[name=password]", cast_of_the_house.PASSWORD)
        page.click("main button[type=submit]")
        # An admin's first place lies elsewhere than a worker's.
        page.wait_for_url(lambda address: "/akun/masuk/" not in address)
        return page

    return enter

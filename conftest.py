"""The hostile suite: real PostgreSQL, the role without rights, warnings are errors, no socket but to this machine."""

import os
from collections import defaultdict
from itertools import chain
from operator import itemgetter

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import settings
from tests.support import cast as cast_of_the_house
from tests.support import database

from rangkul.base import readings
from rangkul.base.asking import LOGIN, PUBLIC, Asker, acting, asking_as
from rangkul.web.collector import collect_seldom

# Two cores are shared by many tests: how long one example took says how busy they were, not whether it was right.
settings.register_profile("rangkul", deadline=None)
settings.load_profile("rangkul")
# Playwright keeps an event loop in the thread of the browser tests; the tests after them are still synchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
# Servers and processes of their own, but not the house's tables.
WITHOUT_TEMPLATE = ("test_database_server.py", "test_supervisor.py")
# Few tests, each of which plays a world or starts processes.
FEW_BUT_LONG = ("test_load.py", "test_modules.py", "test_command_line.py", "test_files_over_asgi.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """What takes longest begins first, in whatever order the rest of it is: no worker waits for the other at the end.

    Modules that kill processes mostly wait, so they stand among those that play in a browser, not beside each other;
    the first needs no template, which the other worker builds meanwhile. Then come the long and the large modules.
    """
    modules = defaultdict(list)
    for item in items:
        modules[item.path].append(item)
    kinds = {"fault": [], "browser": [], "": []}
    for module in modules.values():
        marks = {mark.name for item in module for mark in item.iter_markers()}
        kinds[next((kind for kind in kinds if kind in marks), "")].append(module)
    kinds["fault"].sort(key=lambda module: module[0].path.name not in WITHOUT_TEMPLATE)
    spread = [
        (place / len(kinds[kind]), kind == "browser", module)
        for kind in ("fault", "browser")
        for place, module in enumerate(kinds[kind])
    ]
    waiting = [module for *_place, module in sorted(spread, key=itemgetter(0, 1))]
    rest = sorted(kinds[""], key=lambda module: (module[0].path.name not in FEW_BUT_LONG, -len(module)))
    items[:] = chain(*waiting, *rest)


def pytest_collection_finish():
    """As a server does: what is loaded by now, a million objects, is not looked through again and again for rubbish."""
    collect_seldom()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Who changes where the house lies puts it back before another module begins."""
    done = yield
    if nextitem is None or nextitem.path != item.path:
        now = {name: os.environ.get(name) for name in database.PLACE}
        assert now == database.PLACE, f"{item.nodeid} or its neighbours left the environment changed"
    return done


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_blocker):
    """A database of this worker's own, copied from the template."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "sendiri")
    with django_db_blocker.unblock(), database.prepared(worker), django_db_blocker.block():
        yield


@pytest.fixture
def cast(db):
    """The fixed cast by first name."""
    return cast_of_the_house.members()


@pytest.fixture
def asking(db):
    """`with asking(cast.ayu): ...` — everything inside is asked by Ayu; None asks as the public."""

    def ask(staff=None):
        asker = PUBLIC if staff is None else staff if isinstance(staff, Asker) else staff.asker()
        return asking_as(asker)

    return ask


@pytest.fixture
def signed_in(db):
    """`signed_in(cast.ayu)` is a browser in which Ayu has signed in."""

    def browser(staff) -> Client:
        client = Client()
        with acting(LOGIN):
            client.force_login(staff, backend="rangkul.web.accounts.opening.Accounts")
        return client

    return browser


@pytest.fixture
def visitor(db) -> Client:
    """A browser of somebody without an account."""
    return Client()


@pytest.fixture(autouse=True)
def _no_reading_left_over():
    yield
    readings._pending.set(None)


@pytest.fixture(autouse=True)
def _no_language_left_over():
    """A page that was read in English would leave the next test in English too."""
    yield
    translation.deactivate()

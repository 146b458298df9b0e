"""The hostile suite: real PostgreSQL, the role without rights, warnings are errors, no socket but to this machine."""

import os

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import settings
from tests.support import cast as cast_of_the_house
from tests.support import database

from rangkul.base import readings
from rangkul.base.asking import LOGIN, PUBLIC, Asker, acting, asking_as

# Two cores are shared by many tests: how long one example took says how busy they were, not whether it was right.
settings.register_profile("rangkul", deadline=None)
settings.load_profile("rangkul")
# Playwright keeps an event loop in the thread of the browser tests; the tests after them are still synchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """What takes longest begins first, in whatever order the rest is: no worker waits for the other at the end."""
    items.sort(key=lambda item: not any(item.iter_markers("browser")) and not any(item.iter_markers("fault")))


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

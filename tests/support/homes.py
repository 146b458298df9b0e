"""A home folder of a test's own, without the scratch server of the run."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from tests.support.database import address_of


@contextmanager
def empty_home(below: str = "", patch: pytest.MonkeyPatch | None = None) -> Iterator[Path]:
    """Short and passable: the server's own account must reach it, and its socket's path must fit.

    A test that changes the environment further gives its own `monkeypatch`: two of them that are not undone in the
    order of their making put back each other's values, and the worker loses the address of its database.
    """
    root = Path(tempfile.mkdtemp(prefix="rangkul-uji-", dir="/tmp"))
    root.chmod(0o711)
    home = root / below / "rumah"
    home.parent.mkdir(parents=True, exist_ok=True)
    with nullcontext(patch) if patch else pytest.MonkeyPatch.context() as patched:
        patched.setenv("RANGKUL_HOME", str(home))
        # Commands started from here read the settings of the house, not those of the suite.
        for name in ("RANGKUL_DATABASE_URL", "RANGKUL_MASTER_KEY", "DJANGO_SETTINGS_MODULE"):
            patched.delenv(name, raising=False)
        yield home
    shutil.rmtree(root, ignore_errors=True)


@contextmanager
def home_of(database: str) -> Iterator[Path]:
    """A home of its own for a database on the server of this run."""
    with empty_home() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("RANGKUL_DATABASE_URL", address_of(database))
        yield home

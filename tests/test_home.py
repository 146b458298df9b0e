"""The folder of keys: made once, closed to others, never silently replaced."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from rangkul.base import home
from rangkul.base.trouble import Trouble
from tests.support.homes import empty_home


@pytest.fixture
def house(monkeypatch):
    with empty_home(patch=monkeypatch) as folder:
        yield folder


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_secret_stays_the_same(house):
    assert home.secret("master") == home.secret("master")
    assert len(home.secret("master")) == 32


def test_secrets_of_different_names_differ(house):
    assert home.secret("master") != home.secret("other")


def test_only_the_owner_reads_a_secret(house):
    home.secret("master")
    assert mode(house / "keys") == 0o700
    assert mode(house / "keys" / "master") == 0o600


def test_many_first_starts_at_once_agree_on_one_secret(house):
    home.keys_dir()
    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(lambda _: home.secret("master"), range(64)))) == 1
    assert [path.name for path in home.keys_dir().iterdir()] == ["master"]


@pytest.mark.parametrize("text", ["00" * 32, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="])
def test_the_environment_gives_the_key_in_either_notation(house, monkeypatch, text):
    monkeypatch.setenv("RANGKUL_MASTER_KEY", text)
    assert home.secret("master") == bytes(32)
    assert not (house / "keys" / "master").exists()


@pytest.mark.parametrize("text", ["pendek", "00" * 31, "zz" * 32])
def test_a_key_of_the_wrong_length_is_refused_in_words(house, monkeypatch, text):
    monkeypatch.setenv("RANGKUL_MASTER_KEY", text)
    with pytest.raises(Trouble, match="tidak berisi 32 byte"):
        home.secret("master")


def test_a_home_of_somebody_else_is_named(house, monkeypatch):
    house.mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Trouble, match="milik akun lain"):
        home.make_home()


def test_a_damaged_key_file_is_not_replaced(house):
    path = home.keys_dir() / "master"
    path.write_text("")
    with pytest.raises(Trouble, match="pulihkan"):
        home.secret("master")
    assert path.read_text() == ""


def test_the_fingerprint_tells_keys_apart_and_gives_nothing_away(house, monkeypatch):
    one = home.fingerprint()
    assert one not in home.secret("master").hex()
    monkeypatch.setenv("RANGKUL_MASTER_KEY", "01" * 32)
    assert home.fingerprint() != one


def test_the_home_is_the_users_data_folder_unless_named(house, monkeypatch, tmp_path):
    monkeypatch.delenv("RANGKUL_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert home.home() == tmp_path / "rangkul"

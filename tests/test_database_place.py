"""Where the database is, said without starting anything."""

import os
import pwd

import pytest

from rangkul.base.postgres import account, conninfo, database_settings
from rangkul.base.postgres.places import (
    LONGEST_SOCKET_PATH,
    SHARED_ROOT,
    make_socket_folder,
    nickname,
    root_folder,
    socket_folder,
)
from rangkul.base.trouble import Trouble
from tests.support.homes import empty_home


@pytest.fixture
def house(monkeypatch):
    with empty_home(patch=monkeypatch) as folder:
        yield folder


def test_the_embedded_database_is_reached_by_its_socket(house):
    found = database_settings()
    assert (found["NAME"], found["USER"], found["HOST"]) == ("rangkul", "rangkul_app", str(house / "socket"))
    assert database_settings("owner")["USER"] == "rangkul_owner"


def test_a_long_home_gets_a_short_socket_path_that_stays_the_same():
    with empty_home("a" * 120):
        folder = socket_folder()
        assert len(os.fsencode(folder / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET_PATH
        assert folder == socket_folder()


def test_a_socket_folder_of_somebody_else_is_refused(house):
    if os.geteuid() != 0:
        pytest.skip("only root can make a folder that belongs to somebody else")
    folder = socket_folder()
    folder.mkdir(parents=True)
    os.chown(folder, 12345, 12345)
    with pytest.raises(Trouble, match="milik orang lain"):
        make_socket_folder(os.geteuid())


def test_a_link_in_place_of_the_socket_folder_is_refused(house, tmp_path):
    house.mkdir()
    socket_folder().symlink_to(tmp_path)
    with pytest.raises(Trouble):
        make_socket_folder(os.geteuid())


class TestServed:
    @pytest.fixture(autouse=True)
    def url(self, house, monkeypatch):
        monkeypatch.setenv("RANGKUL_DATABASE_URL", "postgresql://pemilik:s%40ndi@db:6543/layanan?sslmode=require")

    def test_the_owner_is_whom_the_address_names(self):
        found = database_settings("owner")
        assert (found["USER"], found["PASSWORD"], found["NAME"]) == ("pemilik", "s@ndi", "layanan")
        assert (found["HOST"], found["PORT"], found["OPTIONS"]) == ("db", "6543", {"sslmode": "require"})

    def test_daily_work_uses_its_own_role_and_a_password_made_here(self, house):
        found = database_settings()
        assert found["USER"] == "rangkul_app"
        assert found["PASSWORD"] == (house / "keys" / "database_app").read_text().strip()
        assert "s@ndi" not in conninfo("app")

    @pytest.mark.parametrize("url", ["bukan alamat", "postgresql://rahasia@:xx/y?z=1", "postgresql://db/"])
    def test_a_bad_address_is_explained_and_not_repeated(self, monkeypatch, url):
        monkeypatch.setenv("RANGKUL_DATABASE_URL", url)
        with pytest.raises(Trouble, match="RANGKUL_DATABASE_URL") as trouble:
            database_settings()
        assert "rahasia" not in str(trouble.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server under another account")
class TestAsRoot:
    @pytest.fixture
    def closed(self):
        with empty_home("tertutup") as folder:
            folder.parent.chmod(0o700)
            yield folder

    def test_a_home_that_the_servers_account_cannot_reach_keeps_its_data_elsewhere(self, closed):
        assert root_folder() == SHARED_ROOT / nickname(closed)

    def test_data_that_an_ordinary_user_made_there_is_not_overlooked(self, closed):
        (closed / "postgres-15").mkdir(parents=True)
        (closed / "postgres-15" / "PG_VERSION").write_text("15\n")
        assert root_folder() == closed

    def test_the_server_never_runs_as_root(self, tmp_path):
        found = account.account_for(tmp_path / "baru")
        assert (found.pw_name, found.pw_uid == 0) == (account.NAME, False)

    def test_data_stays_with_whoever_owns_it(self, tmp_path):
        owner = pwd.getpwnam("nobody")
        os.chown(tmp_path, owner.pw_uid, owner.pw_gid)
        assert account.account_for(tmp_path) == owner


def test_an_ordinary_user_runs_the_server_as_themself(monkeypatch, tmp_path):
    somebody = pwd.getpwnam("nobody")
    monkeypatch.setattr(os, "geteuid", lambda: somebody.pw_uid)
    assert account.account_for(tmp_path) == somebody


def test_root_without_an_account_and_without_a_way_to_make_one_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(account, "NAME", "tidak-ada-akun-ini")
    monkeypatch.setattr(account.shutil, "which", lambda *_, **__: None)
    with pytest.raises(Trouble, match="akun sistem 'tidak-ada-akun-ini'") as told:
        account.account_for(tmp_path / "baru")
    assert "useradd" in told.value.remedy

"""A backup brings everything back: every row of every table, every attachment, and the words under their keys."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from rangkul.base.postgres import conninfo
from rangkul.web.cli import backup, dumps, restore
from tests.support.database import SERVER, copy
from tests.support.homes import home_of
from tests.support.inside import PREPARE, READ, WRITE, told_by

pytestmark = pytest.mark.fault


def rangkul(*words: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "rangkul.web.cli", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def contents() -> dict[str, tuple[int, str]]:
    """For each table its number of rows and a hash over all of them, whatever their order; where counters stand."""
    query = "SELECT count(*), coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {} t"
    with psycopg.connect(conninfo("owner")) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        rows = {name: connection.execute(sql.SQL(query).format(sql.Identifier(name))).fetchone() for (name,) in names}
        counters = connection.execute("SELECT sequencename, last_value FROM pg_sequences").fetchall()
        return rows | {f"{name} (counter)": (last or 0, "") for name, last in counters}


def rights() -> set[tuple]:
    """What the working role may do with each table, and the policies it meets there."""
    with psycopg.connect(conninfo("owner")) as connection:
        grants = connection.execute(
            "SELECT relname, relrowsecurity, privilege_type FROM pg_class, aclexplode(relacl)"
            " WHERE relnamespace = 'public'::regnamespace AND grantee = 'rangkul_app'::regrole"
        ).fetchall()
        policies = connection.execute("SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies").fetchall()
    return {*grants, *((*row[:3], plain(row[3]), plain(row[4])) for row in policies)}


def plain(condition: str | None) -> str:
    """The server writes the same condition with other brackets and casts once it has read it back."""
    return re.sub(r"::(character varying|text)(\[\])?|[()\s]", "", condition or "")


@contextmanager
def nothing(name: str) -> Iterator[str]:
    """A database without tables, for a while; its name."""
    own = sql.Identifier(name)
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(own))
        yield name
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(own))


@pytest.fixture(scope="module")
def saved(tmp_path_factory, django_db_setup):
    """The cast's house with a case, its sealed note and an attachment, and a backup of it without keys."""
    target = Path(tmp_path_factory.mktemp("cadangan"), "rumah.tar")
    keys = Path(tmp_path_factory.mktemp("kunci"))
    with copy("asal") as name, home_of(name) as home:
        told_by(PREPARE)
        told_by(WRITE)
        (home / "attachments" / "ab").mkdir(parents=True)
        (home / "attachments" / "ab" / "tersegel").write_bytes(bytes(range(256)))
        done = rangkul("backup", str(target))
        assert done.returncode == 0, done.stderr
        shutil.copytree(home / "keys", keys, dirs_exist_ok=True)
        return target, keys, contents(), rights()


@pytest.fixture
def empty() -> Iterator[Path]:
    """A home whose database holds nothing yet."""
    with nothing(f"tujuan_{os.getpid()}") as name, home_of(name) as home:
        yield home


def test_every_row_right_and_attachment_comes_back(saved, empty):
    target, keys, rows, powers = saved
    shutil.copytree(keys, empty / "keys")
    done = rangkul("restore", str(target))
    assert done.returncode == 0, done.stderr
    assert contents() == rows
    assert rights() == powers
    # Otherwise nothing was compared.
    assert min(rows[table][0] for table in ("base_datakey", "cases_note", "people_person", "base_event")) > 0
    assert told_by(READ) == ["Datang bersama anaknya. <b>42</b>"]
    assert (empty / "attachments" / "ab" / "tersegel").read_bytes() == bytes(range(256))
    audit = rangkul("audit", "verify")
    assert (audit.returncode, "Catatan audit utuh" in audit.stdout) == (0, True), audit.stderr
    said = rangkul("doctor")
    assert "Kunci induk membuka catatan" in said.stdout, said.stdout + said.stderr


def halfway(told: list) -> Callable[[str, int, int], None]:
    """Somebody presses Ctrl-C in the middle of the first step that has a middle."""

    def tell(label: str, done: int, total: int) -> None:
        told.append((label, done, total))
        if 0 < done < total:
            raise KeyboardInterrupt

    return tell


def test_database_and_back_tell_how_far_they_are(saved, empty, tmp_path):
    told = []
    with copy("langkah") as name, home_of(name):
        dumps.dump(tmp_path / "isi.dump", lambda *step: told.append(step))
    dumps.load(tmp_path / "isi.dump", lambda *step: told.append(step))
    for label in ("Menyalin basis data (kB)", "Memulihkan basis data"):
        done = [step[1] for step in told if step[0] == label]
        # The database of the cast has hundreds of tables, each a step.
        assert len(set(done)) > 50
        assert (done, done[0]) == (sorted(done), 0)
        assert {step[2] for step in told if step[0] == label} == {done[-1]}


def test_a_backup_that_is_interrupted_leaves_nothing(empty, tmp_path):
    with copy("terputus") as name, home_of(name), pytest.raises(KeyboardInterrupt):
        backup.save(tmp_path / "rumah.tar", with_keys=False, progress=halfway(told := []))
    assert [step[0] for step in told][-1] == "Menyalin basis data (kB)"
    assert list(tmp_path.iterdir()) == []


def test_a_restore_that_is_interrupted_leaves_the_house_empty(saved, empty):
    target, keys, *_ = saved
    shutil.copytree(keys, empty / "keys")
    told = []

    def stop(label: str, done: int, total: int) -> None:
        if label == "Memulihkan basis data":
            halfway(told)(label, done, total)

    with pytest.raises(KeyboardInterrupt):
        restore.bring_back(target, without_keys=False, progress=stop)
    assert told
    assert contents() == {}
    done = rangkul("restore", str(target))
    assert done.returncode == 0, done.stderr


def test_a_service_manager_that_ends_it_leaves_nothing_either(tmp_path):
    with copy("diakhiri") as name, home_of(name), psycopg.connect(conninfo("owner")) as holding:
        # The copy waits for this table, and is ended while it waits.
        holding.execute("LOCK TABLE people_person IN ACCESS EXCLUSIVE MODE")
        waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'people_person'::regclass"

        def until(wanted: int) -> None:
            deadline = time.monotonic() + 60
            while holding.execute(waiting).fetchone()[0] != wanted:
                assert time.monotonic() < deadline
                time.sleep(0.05)

        command = [sys.executable, "-m", "rangkul.web.cli", "backup", str(tmp_path / "rumah.tar")]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            until(1)
            running.terminate()
            assert running.wait(30) == 130
        # The program that copies has ended too.
        until(0)
    assert list(tmp_path.iterdir()) == []


def test_a_restore_over_attachments_is_refused(saved, empty):
    target, keys, *_ = saved
    shutil.copytree(keys, empty / "keys")
    (empty / "attachments").mkdir()
    (empty / "attachments" / "milik-orang").touch()
    done = rangkul("restore", str(target))
    assert done.returncode == 1
    assert "sudah berisi" in done.stderr
    assert (empty / "attachments" / "milik-orang").exists()


def test_a_restore_over_tables_is_refused(saved, empty):
    target, keys, *_ = saved
    shutil.copytree(keys, empty / "keys")
    with psycopg.connect(conninfo("owner")) as connection:
        connection.execute("CREATE TABLE milik_orang (a int)")
    done = rangkul("restore", str(target))
    assert (done.returncode, "sudah berisi" in done.stderr) == (1, True)
    assert set(contents()) == {"milik_orang"}


def test_a_restore_without_the_right_key_stops_before_it_writes(saved, empty):
    done = rangkul("restore", str(saved[0]))
    assert done.returncode == 1
    assert "Kunci induk" in done.stderr
    assert contents() == {}


def test_keys_are_in_the_file_only_when_asked_for(saved, empty):
    target = empty.parent / "dengan.tar"
    assert rangkul("backup", "--with-keys", str(target)).returncode == 0
    with tarfile.open(target) as tar:
        assert "keys/master" in tar.getnames()
    with tarfile.open(saved[0]) as tar:
        assert not [name for name in tar.getnames() if name.startswith("keys")]


def test_an_old_backup_is_not_overwritten(saved, empty):
    size = saved[0].stat().st_size
    done = rangkul("backup", str(saved[0]))
    assert (done.returncode, saved[0].stat().st_size) == (1, size)
    assert "sudah ada" in done.stderr

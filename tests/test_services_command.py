"""`rangkul services`: many entries by COPY, looked through first, found by a search at once."""

import json
import os
import subprocess
import sys
import threading
import time

import psycopg
import pytest

from rangkul.commons.directory import loading
from tests.support import database
from tests.support.homes import home_of

FILE = (
    "lembaga;layanan;bantuan;wilayah;alamat;melayani;jam_buka;telepon\n"
    "Yayasan Satu;Dapur umum;food;32.73;Jl. Contoh 1;32.73;Senin-Jumat 08.00-16.00;022 4200 123\n"
    "YAYASAN SATU;Kelas menjahit;work;32.73;Jl. Contoh 1;32.73;;\n"
    "Yayasan Dua;Klinik;sulap;99.99;;;;\n"
)


HSDS = {
    "id": "s1", "name": "Singgah", "status": "active", "organization": {"id": "o1", "name": "Yayasan Empat"},
    "licenses": "A", "alert": "Ada kabar pada 2026-11-20: sudah pindah.",
    "contacts": [{"department": "Tata usaha", "email": "kantor@empat.example", "organization_id": "o1"}],
    "capacities": [{"unit": {"name": "paket"}, "available": 3, "updated": "2026-11-20T00:00:00Z"}],
    "service_at_locations": [
        {"location": {"latitude": -6.914744, "longitude": 107.6, "addresses": [{"address_1": "Jl. Contoh 5"}]}}
    ],
}  # fmt: skip


@pytest.fixture
def house(django_db_setup, django_db_blocker, tmp_path):
    """`house("--check")` runs the command on a database of its own; (exit code, what it said)."""
    with django_db_blocker.unblock(), database.copy("layanan") as name, home_of(name):

        def run(*words: str, text: str = FILE, name: str = "layanan.csv") -> tuple[int, str]:
            file = tmp_path / name
            file.write_text(text)
            command = [sys.executable, "-m", "rangkul.web.cli", "services", str(file), *words]
            environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "rangkul.web.settings"}
            done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
            return done.returncode, done.stdout + done.stderr

        yield run, database.address_of(name)


def counted(address: str, what: str) -> int:
    with psycopg.connect(address) as connection:
        return connection.execute(f"SELECT count(*) FROM directory_{what}").fetchone()[0]


def test_looked_through_then_loaded_whole(house):
    run, address = house
    code, said = run("--check")
    assert code == 1
    for words in ("2 layanan baru.", "1 baris ditolak", "Belum ada yang disimpan."):
        assert words in said
    assert "Baris 4" in said
    assert counted(address, "service") == 0
    code, said = run("--keeper", "sari")
    assert code == 1
    assert "2 layanan dimuat." in said
    assert counted(address, "organization") == 1
    assert counted(address, "sought WHERE needs @> ARRAY['food'] AND words @> ARRAY['dapur']") == 1
    assert counted(address, "service WHERE keeper_id IS NOT NULL") == 2
    code, said = run()
    assert "belum ada yang disebut" in said
    code, said = run("--keeper", "sari")
    assert "mungkin sudah ada, dilewati" in said
    assert counted(address, "service") == 2
    said = run("--keeper", "sari", text=json.dumps(HSDS), name="hsds.json")[1]
    for words in ("1 layanan dimuat", "licenses: Tidak disimpan"):
        assert words in said
    assert counted(address, "capacity WHERE available = 3") == 1
    assert counted(address, "contact WHERE service_id IS NULL AND name = 'Tata usaha'") == 1
    assert counted(address, "suggestion WHERE topic = 'moved' AND editor_id IS NOT NULL") == 1
    assert counted(address, "service WHERE doubt = 'moved'") == 1
    assert counted(address, "location WHERE latitude = -6.914744") == 1
    keyed = "lembaga;layanan;bantuan;kunci\nYayasan Tiga;Panti;care;C1\n"
    assert "1 layanan dimuat." in run("--keeper", "sari", text=keyed)[1]
    said = run("--keeper", "sari", text=keyed.replace("care", "food"))[1]
    for words in ("Tidak ada layanan baru", "1 layanan sudah ada dan isinya berbeda", "Panti: jenis bantuan."):
        assert words in said


def test_the_list_is_tidied_although_somebody_reads_meanwhile(house, monkeypatch):
    """A vacuum beside an older reading marks nothing, and nothing would come back to it before a fifth of the list has
    changed: each page of the public list then counts 50,000 rows instead of an index."""
    run, address = house
    monkeypatch.setattr(loading, "_FEW_PAGES", 0)
    for tables in ("_TIDIED", "_COUNTED"):
        monkeypatch.setattr(loading, tables, ("directory_service",))
    monkeypatch.setattr(loading, "_WAIT", 0.05)
    monkeypatch.setattr(loading, "_TRIES", 1_000)
    tidy = "SELECT relpages > 0 AND relallvisible = relpages FROM pg_class WHERE relname = 'directory_service'"
    with psycopg.connect(address) as reader, psycopg.connect(address, autocommit=True) as owner:
        reader.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        assert reader.execute("SELECT count(*) FROM directory_service").fetchone() == (0,)
        run("--keeper", "sari")
        tidying = threading.Thread(target=loading._settle, args=[owner])
        tidying.start()
        with psycopg.connect(address, autocommit=True) as looking:
            time.sleep(0.5)
            assert looking.execute(tidy).fetchone() == (False,)
            assert tidying.is_alive()
            reader.rollback()
            tidying.join(20)
            assert not tidying.is_alive()
            assert looking.execute(tidy).fetchone() == (True,)

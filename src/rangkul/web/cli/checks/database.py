"""The database: its version, its safety, its schema, and that the working role cannot pass the policies."""

from collections.abc import Iterator

import psycopg

from rangkul.base.postgres import APP, conninfo
from rangkul.base.postgres.binaries import OLDEST
from rangkul.web.cli import house
from rangkul.web.cli.checks import Finding, fine, wrong

_POWERS = """
SELECT rolsuper OR rolbypassrls OR rolcreaterole,
       EXISTS (SELECT 1 FROM pg_class WHERE relowner = r.oid),
       EXISTS (SELECT 1 FROM pg_auth_members WHERE member = r.oid)
FROM pg_roles r WHERE rolname = %s
"""


def version() -> Iterator[Finding]:
    with psycopg.connect(conninfo("owner")) as connection:
        number = connection.info.server_version
        unsafe = [name for name in ("fsync", "full_page_writes") if _shown(connection, name) != "on"]
    if number // 10000 < OLDEST:
        yield wrong(f"PostgreSQL {number // 10000} terlalu tua.", f"Pakai PostgreSQL {OLDEST} atau lebih baru.")
    else:
        yield fine(f"PostgreSQL {number // 10000}.{number % 10000} menjawab.")
    if unsafe:
        yield wrong(
            f"Server menyimpan tanpa jaminan ({', '.join(unsafe)} mati).",
            "Nyalakan kembali: listrik padam dapat menghilangkan data yang sudah dijawab tersimpan.",
        )


def _shown(connection: psycopg.Connection, name: str) -> str:
    return connection.execute("SELECT current_setting(%s)", [name]).fetchone()[0]


def roles() -> Iterator[Finding]:
    with psycopg.connect(conninfo("app")) as connection:
        too_strong, owns, member = connection.execute(_POWERS, [APP]).fetchone()
    if too_strong or owns or member:
        yield wrong(
            f"Peran {APP} terlalu kuat: aturan siapa-melihat-apa dapat dilewatinya.",
            f"ALTER ROLE {APP} NOSUPERUSER NOBYPASSRLS NOCREATEROLE; cabut kepemilikan dan keanggotaannya.",
        )
    else:
        yield fine("Peran kerja tidak dapat melewati aturan siapa-melihat-apa.")


def migrations() -> Iterator[Finding]:
    missing = house.missing_migrations()
    if missing:
        some = ", ".join(missing[:3])
        yield wrong(f"{len(missing)} perubahan skema belum diterapkan ({some}).", "Jalankan `rangkul migrate`.")
    else:
        yield fine("Skema sesuai dengan versi ini.")

"""Brings up what a command needs: the database, then Django on top of it."""

import os
import subprocess
import sys

from rangkul.base.postgres import Server, ensure_running
from rangkul.base.trouble import Trouble
from rangkul.web.cli import terminal


def database(*, loading: bool = False) -> Server:
    """The database, running. Whoever takes it stops it: `with database():`."""
    return ensure_running(terminal.step, loading=loading)


def wake(*, demo: bool = False) -> None:
    """Load Django. After this models and settings may be imported."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkul.web.settings")
    if demo:
        os.environ["RANGKUL_DEMO"] = "1"
    from django.apps import apps

    if not apps.ready:
        import django

        from rangkul.web.collector import loading

        with loading():
            django.setup()


def manage(*words: str, **options) -> None:
    wake()
    from django.core.management import call_command

    call_command(*words, **options)


def missing_migrations() -> list[str]:
    """Names of the schema changes that this release brings and the database does not have yet."""
    wake()
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    connection = connections["owner"]
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    finally:
        connection.close()
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def require_migrated() -> None:
    """In a process of its own, so that whoever goes on to supervise does not carry Django about."""
    check = [sys.executable, "-m", "rangkul.web.cli", "migrate", "--check"]
    done = subprocess.run(check, stdin=subprocess.DEVNULL, check=False)  # noqa: S603 - our own command
    if done.returncode:
        raise Trouble(
            "Basis data belum disiapkan untuk versi ini.",
            "Buat cadangan dengan `rangkul backup`, lalu jalankan `rangkul migrate`.",
        )

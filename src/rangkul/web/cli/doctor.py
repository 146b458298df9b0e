"""Says in plain words what is wrong with this installation, and what to do."""

import argparse
from collections.abc import Iterator

from rangkul.base.trouble import Trouble
from rangkul.web.cli import house, terminal
from rangkul.web.cli.checks import Check, Finding, calls, database, machine, practice, wrong

NAME = "doctor"
HELP = "Periksa pemasangan ini dan katakan apa yang perlu dibenahi."

BARE = (machine.disk, machine.closed_keys)
WITH_DATABASE = (machine.clock, database.version, database.roles)
WITH_SCHEMA = (practice.master_key, practice.jobs, practice.hotlines, practice.news, calls.turn)


def arguments(parser: argparse.ArgumentParser) -> None:
    pass


def run(_args: argparse.Namespace) -> int:
    """0 when nothing is wrong, 1 otherwise."""
    findings: list[Finding] = []
    for finding in examine():
        # Several checks may stumble over the same stone.
        if finding not in findings:
            findings.append(finding)
            _show(finding)
    count = sum(finding.wrong for finding in findings)
    terminal.say(f"{count} hal harus dibenahi." if count else "Tidak ada yang harus dibenahi.")
    return 1 if count else 0


def examine() -> Iterator[Finding]:
    """What the later checks stand on is checked first; where that is missing they would only repeat it."""
    yield from _all(BARE)
    try:
        server = house.database()
    except Trouble as trouble:
        yield wrong(trouble.what, trouble.remedy)
        return
    with server:
        house.wake()
        yield from _all(WITH_DATABASE)
        schema = list(_all((database.migrations,)))
        yield from schema
        if not any(finding.wrong for finding in schema):
            yield from _all(WITH_SCHEMA)


def _all(checks: tuple[Check, ...]) -> Iterator[Finding]:
    for check in checks:
        try:
            yield from check()
        except Trouble as trouble:
            yield wrong(trouble.what, trouble.remedy)
        except Exception as error:
            what = f"Pemeriksaan {check.__name__} gagal ({type(error).__name__})."
            yield wrong(what, "Lihat logs/postgres.log di folder data.")


def _show(finding: Finding) -> None:
    if finding.wrong:
        terminal.complain(finding.text, finding.remedy, to=terminal.out)
    elif finding.uneasy:
        terminal.warn(finding.text, finding.remedy)
    else:
        terminal.approve(finding.text)

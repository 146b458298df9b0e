"""Runs the background jobs: reminders, escalations, sealing the audit log."""

import argparse
import asyncio
import os
from typing import TYPE_CHECKING

from rangkul.web.cli import house

if TYPE_CHECKING:
    from procrastinate import App

NAME = "worker"
HELP = "Jalankan pekerjaan latar (biasanya sudah dijalankan oleh serve)."

# Seconds without a sign of life after which a worker counts as dead; it gives one every ten.
SILENCE = 30.0
# Somebody waits for a page, nobody for a list as a file: where both want a core, the pages have three parts of four.
POLITENESS = 5


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concurrency", type=int, default=2, help="berapa pekerjaan sekaligus (bawaan 2)")


def run(args: argparse.Namespace) -> int:
    with house.database():
        house.wake()
        # After loading, for which clocks wait, and after the database: one that is started here serves the pages too.
        os.nice(POLITENESS)
        asyncio.run(work(args.concurrency))
    return 0


async def work(concurrency: int) -> None:
    """Until told to stop; then what is being done is finished first."""
    from procrastinate.contrib.django import app

    with app.replace_connector(app.connector.get_worker_connector()):
        async with app.open_async():
            mending = asyncio.create_task(_mend_for_ever(app))
            try:
                # Every clock tick would otherwise leave a row for ever; the event log tells what was done.
                await app.run_worker_async(concurrency=concurrency, delete_jobs="successful")
            finally:
                mending.cancel()


async def _mend_for_ever(app: "App") -> None:
    while True:
        await mend(app)
        await asyncio.sleep(SILENCE / 2)


async def mend(app: "App") -> int:
    """Take up again what a killed worker was doing; how many jobs that were.

    Such a job stays marked as running and holds its lock, so that the clock that moves escalations would stand still.
    """
    stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE))
    for job in stalled:
        await _take_up(app, job)
    return len(stalled)


async def _take_up(app: "App", job) -> None:
    from procrastinate import exceptions
    from procrastinate.jobs import Status

    try:
        await app.job_manager.retry_job(job)
    except exceptions.UniqueViolation:
        # The next tick of the same clock is already waiting; it does all that this one had to do.
        await app.job_manager.finish_job(job, Status.FAILED, delete_job=True)

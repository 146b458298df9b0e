"""Background work: tasks in a package's jobs.py, run by the worker process under the name of the job.

    @periodic("*/30 * * * * *", name="clocks")      # six fields: seconds first
    def move_clocks(): ...

    @task(name="mail")
    def send(*, message_id): ...
    later("mail", message_id=str(...))               # in the transaction that wants it

A task asks the database as `job(name)`; policies name the jobs they let in.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from procrastinate.contrib.django import app

from rangkul.base.asking import asking_as, job


def _as_job(name: str, run: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(run)
    def asked(*args: Any, **kwargs: Any) -> Any:
        with asking_as(job(name)):
            return run(*args, **kwargs)

    return asked


def task(*, name: str, apart: bool = False, **options: Any) -> Callable[[Callable[..., Any]], Any]:
    """A job to be deferred; three tries, then it stays visible as failed for `rangkul doctor`.

    `apart`: it waits for others (a call over the internet), so it opens short transactions of its own around that.
    """

    def decorate(run: Callable[..., Any]) -> Any:
        asked = run if apart else _as_job(name, run)
        return app.task(name=f"rangkul.{name}", retry=options.pop("retry", 3), **options)(asked)

    return decorate


def later(name: str, **arguments: Any) -> None:
    """Have the task of that name run once this transaction is committed; where it is undone, the task never was."""
    app.configure_task(f"rangkul.{name}").defer(**arguments)


def _seconds_last(cron: str) -> str:
    """As the queue library reads six fields; written our way it would run all seconds of two minutes an hour."""
    seconds, *others = cron.split()
    return " ".join([*others, seconds]) if len(others) == 5 else cron


def periodic(cron: str, *, name: str) -> Callable[[Callable[..., Any]], Any]:
    """A job that the clock starts; never two of it at once."""

    def decorate(run: Callable[[], Any]) -> Any:
        def tick(timestamp: int) -> None:
            _as_job(name, run)()

        registered = app.task(name=f"rangkul.{name}", queueing_lock=name, lock=name)(tick)
        app.periodic(cron=_seconds_last(cron))(registered)
        return run

    return decorate

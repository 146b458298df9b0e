"""What the command line shows: sentences, trouble with its remedy, progress bars."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from rangkul.base.progress import Progress

# Paths and addresses are never wrapped or coloured apart: people copy them.
out = Console(highlight=False, soft_wrap=True)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    out.print(escape(text))


def step(text: str) -> None:
    out.print(f"[dim]·[/] {escape(text)}")


def approve(text: str) -> None:
    out.print(f"[green]✓[/] {escape(text)}")


def warn(text: str, remedy: str) -> None:
    out.print(f"[yellow]![/] {escape(text)}")
    out.print(f"  [bold]→[/] {escape(remedy)}")


def complain(what: str, remedy: str = "", *, to: Console = errors) -> None:
    to.print(f"[bold red]✗[/] {escape(what)}")
    if remedy:
        to.print(f"  [bold]→[/] {escape(remedy)}")


@contextmanager
def progress() -> Iterator[Progress]:
    """Bars while somebody watches; where nobody does (a log file), one line for each step begun."""
    if not out.is_terminal:
        yield _lines()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=out) as bars:
        yield _drawn(bars)


def _lines() -> Progress:
    seen: set[str] = set()

    def tell(label: str, done: int, total: int) -> None:
        if label not in seen:
            seen.add(label)
            step(label)

    return tell


def _drawn(bars: Bars) -> Progress:
    tasks: dict[str, int] = {}

    def draw(label: str, done: int, total: int) -> None:
        if label not in tasks:
            tasks[label] = bars.add_task(escape(label), total=total or None)
        bars.update(tasks[label], completed=done, total=total or None)

    return draw

"""How often Python looks for rubbish that points at itself."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """While the house is loaded nothing is rubbish: looking for it again and again is a tenth of every start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def collect_seldom() -> None:
    """Leave alone what is loaded now, and collect the rest every few pages instead of some hundred times in each.

    A look through everything stops the process: with 5,000 open streams every stream waits for it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)

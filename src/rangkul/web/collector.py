"""How often Python looks for rubbish that points at itself."""

import gc


def collect_seldom() -> None:
    """Leave alone what is loaded now, and collect the rest every few pages instead of some hundred times in each.

    A look through everything stops the process: with 5,000 open streams every stream waits for it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)

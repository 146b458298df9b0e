"""The page server of production: the house is loaded once and shared by all page processes.

`python -m rangkul.web.page_server --host … --port … --workers N`. Granian forks its workers; whatever is loaded before
that lies in memory once instead of once in each (measured: docs/measured.md).
"""

import argparse

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from rangkul.web.wsgi import application, load_all

# Far more threads than pages at work: each form from a slow line holds one until it has arrived.
THREADS = 32


def main() -> None:
    parser = argparse.ArgumentParser(prog="rangkul.web.page_server", description=__doc__)
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--workers", type=int, required=True)
    args = parser.parse_args()
    load_all()
    Granian(
        "rangkul.web.wsgi:application",
        address=args.host,
        port=args.port,
        interface=Interfaces.WSGI,
        workers=args.workers,
        blocking_threads=THREADS,
        log_level=LogLevels.error,
        # A worker that dies is replaced by granian itself; a page that hangs is cut off with it.
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve(target_loader=lambda: application, wrap_loader=False)


if __name__ == "__main__":
    main()

"""The server of production: the house is loaded once, and pages and streams are copies of it.

`python -m rangkul.web.loaded_house --host … --port … --stream-port … --workers N`. What is loaded before lies in memory
once instead of once in each, as far as nobody writes on it; a part that died is there again without loading anything.
"""

import argparse
import os
from functools import partial

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkul.web.settings")

import uvicorn
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from rangkul.base.postgres import Server
from rangkul.web.cli.supervisor import PATIENCE, Part, Supervisor

# As `ps` and `top` show them.
PAGES, STREAMS = "rangkul-halaman", "rangkul-aliran"
# Far more threads than pages at work: each form from a slow line holds one until it has arrived.
THREADS = 32


def main() -> None:
    parser = argparse.ArgumentParser(prog="rangkul.web.loaded_house", description=__doc__)
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--stream-port", type=int, required=True)
    parser.add_argument("--workers", type=int, required=True)
    args = parser.parse_args()

    from rangkul.web import asgi, wsgi  # noqa: F401  loaded here, for both

    wsgi.load_all()
    # The database is looked after by whoever started us.
    supervisor = Supervisor(
        Server(),
        Part("Server halaman", PAGES, partial(pages, args.host, args.port, args.workers)),
        Part("Server aliran", STREAMS, partial(streams, args.host, args.stream_port)),
        # Done before whoever started us loses theirs.
        patience=PATIENCE - 3,
    )
    supervisor.start()
    supervisor.run()


def pages(host: str, port: int, workers: int) -> None:
    from rangkul.web.own_thread import keep_to_the_thread
    from rangkul.web.wsgi import application

    keep_to_the_thread()
    Granian(
        "rangkul.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_level=LogLevels.error,
        # A worker that dies is replaced by granian itself; a page that hangs is cut off with it.
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve(target_loader=lambda: application, wrap_loader=False)


def streams(host: str, port: int) -> None:
    uvicorn.run(
        "rangkul.web.asgi:application",
        host=host,
        port=port,
        log_level="warning",
        timeout_graceful_shutdown=5,
        server_header=False,
    )


if __name__ == "__main__":
    main()

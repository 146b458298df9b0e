"""From a report that somebody hands in until the crisis board of the one on duty shows it.

The board is what a worker's browser does: it listens on the stream, waits a blink for what comes together, and fetches
its rows. Measured from the press: the server's work on the report is part of it.
"""

from __future__ import annotations

import http.client
import socket
import threading
import time
from contextlib import suppress
from typing import Any

from rangkul.web.bench.browser import Browser, hidden_fields
from rangkul.web.bench.drive import at

MANY, _WARM = 120, 3
# As in live.js.
_TOGETHER = 0.01
_PATIENCE = 5.0
# A board shows the sixty that are due first: no unit gets more than some of them.
_OF_A_UNIT = 12
_BOARD, _REPORT = "/kerja/krisis/papan/", "/lapor-khawatir/"


def measure(port: int, stream_port: int, many: int = MANY) -> dict[str, Any]:
    """Milliseconds; `unseen` reports did not come within five seconds, `refused` were not taken."""
    took: list[float] = []
    handed: list[float] = []
    unseen = refused = 0
    # As in every journey the first steps open connections and warm the server; they are not measured.
    warm = _WARM
    for staff, session, area in _on_duty(-(-(many + _WARM) // _OF_A_UNIT)):
        board = _Board(port, stream_port, session)
        for number in range(min(_OF_A_UNIT, many + _WARM - len(took) - unseen - refused)):
            words = f"Ukur laporan {staff} {number} {time.time():.3f}"
            form = Browser(port, source=f"127.9.{number + 1}.{1 + (len(took) + unseen) % 250}")
            page = hidden_fields(form.get(_REPORT).body, _REPORT)
            board.expect(words)
            began = time.perf_counter()
            answer = form.post(_REPORT, page | {"worry": words, "place": "Desa", "region_code": area})
            seen = board.wait() if answer.status == 200 else None
            if warm > 0:
                warm -= 1
                continue
            if answer.status != 200:
                refused += 1
                continue
            handed.append(answer.ms)
            if seen is None:
                unseen += 1
            else:
                took.append((seen - began) * 1000)
        board.stop()
    took.sort()
    return {
        "reports": len(took), "refused": refused, "unseen": unseen, "p50": at(took, 0.5), "p95": at(took, 0.95),
        "p99": at(took, 0.99), "max": at(took, 1.0), "of_it_handing_in_p50": at(sorted(handed), 0.5),
    }  # fmt: skip


def _on_duty(units: int) -> list[tuple[str, str, str]]:
    """(name, session, area) of one worker on duty in each of so many units, those with the emptiest boards first."""
    from django.db.models import Count, Q

    from rangkul.commons.people.models import Staff
    from rangkul.entry.intake.states import OPEN, Level
    from rangkul.web.bench.subjects import session_of

    # A unit that looks after a kecamatan answers before the one of its kota; so only plain areas are asked.
    red = Count("unit__request", filter=Q(unit__request__level=Level.MERAH, unit__request__state__in=OPEN))
    staff = Staff.objects.using("owner").filter(is_active=True, on_duty=True, roles__overlap=["peksos"])
    rows = staff.filter(unit__areas__len__gt=0).select_related("unit").annotate(red=red).order_by("red", "pk")
    found: dict[Any, tuple[str, str, str]] = {}
    for one in rows[: units * 20]:
        if one.unit_id not in found:
            found[one.unit_id] = (one.username, session_of(one), one.unit.areas[0])
        if len(found) == units:
            break
    return list(found.values())


class _Board(threading.Thread):
    """The page of one worker: woken by the stream, it fetches its rows and looks for the words."""

    def __init__(self, port: int, stream_port: int, session: str):
        super().__init__(daemon=True)
        self.browser, self.session = Browser(port, {"rangkul": session}), session
        self._news, self._found = threading.Event(), threading.Event()
        self._words, self._seen, self._stopped = "", 0.0, False
        self._line = http.client.HTTPConnection("127.0.0.1", stream_port, timeout=60)
        self._line.request("GET", "/aliran/", headers={"Cookie": f"rangkul={session}"})
        self._socket = self._line.sock
        self._stream = self._line.getresponse()
        threading.Thread(target=self._listen, daemon=True).start()
        self.start()
        time.sleep(0.5)

    def _listen(self) -> None:
        try:
            while not self._stopped and (said := self._stream.readline()):
                if said.startswith(b"data:"):
                    self._news.set()
        except (OSError, http.client.HTTPException):
            pass
        finally:
            self._line.close()

    def run(self) -> None:
        while not self._stopped:
            if not self._news.wait(1.0):
                continue
            time.sleep(_TOGETHER)
            self._news.clear()
            page = self.browser.get(_BOARD)
            if self._words and self._words in page.body:
                self._seen, self._words = time.perf_counter(), ""
                self._found.set()

    def expect(self, words: str) -> None:
        self._found.clear()
        self._words = words

    def wait(self) -> float | None:
        return self._seen if self._found.wait(_PATIENCE) else None

    def stop(self) -> None:
        self._stopped = True
        # Wakes whoever reads from it; closing it under their hands would not.
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

"""How long it takes until another worker's screen knows that a request in the queue has changed."""

import http.client
import threading
import time

from rangkul.web.bench.browser import Browser, hidden_fields
from rangkul.web.bench.journeys import Subjects, Worker

TRIES = 12
_PATIENCE = 5.0


def measure(subjects: Subjects, stream_port: int) -> dict[str, float | int | str]:
    """From the moment a level change is answered until the event is on the stream and the queue is drawn again."""
    worker = next((one for one in subjects.workers if one.requests), None)
    if worker is None:
        return {"tries": 0, "error": "no worker has a request in the queue"}
    ear = _Ear(worker, stream_port)
    took, refused, number = [], 0, 0
    while len(took) < TRIES and number < 2 * TRIES:
        answered = _change(subjects.port, worker, number)
        number += 1
        if answered is None:
            # Nothing has changed, so there is nothing to be heard: the request had this level already.
            refused += 1
        elif heard := ear.wait_after(answered - _PATIENCE):
            drawn = Browser(subjects.port, {"rangkul": worker.session}).get("/kerja/antrean/").ms
            took.append(max(0.0, (heard - answered) * 1000) + drawn)
    took.sort()
    counted = {"tries": number, "refused": refused, "heard": len(took)}
    if not took:
        return counted | {"error": ear.error or "nothing was heard"}
    return counted | {"p50": round(took[len(took) // 2], 1), "max": round(took[-1], 1)}


def _change(port: int, worker: Worker, number: int) -> float | None:
    """Raise or lower one request; the moment of the answer, or None where the page did not take it."""
    browser = Browser(port, {"rangkul": worker.session})
    path = f"/kerja/antrean/{worker.requests[0]}/"
    page = browser.get(path)
    form = hidden_fields(page.body, "/tingkat/")
    level = ("oranye", "kuning")[number % 2]
    form |= {"tingkat-level": level, "tingkat-reason": f"Pengukuran ke-{number + 1}."}
    answer = browser.post(f"{path}tingkat/", form)
    return time.perf_counter() if answer.status in (200, 302) else None


class _Ear(threading.Thread):
    """Listens on the stream and remembers when the last event came."""

    def __init__(self, worker: Worker, port: int):
        super().__init__(daemon=True)
        self.port, self.session = port, worker.session
        self.heard: list[float] = []
        self.error = ""
        self._news = threading.Event()
        self.start()
        time.sleep(1.0)

    def run(self) -> None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            connection.request("GET", "/aliran/", headers={"Cookie": f"rangkul={self.session}"})
            answer = connection.getresponse()
            while line := answer.readline():
                if line.startswith(b"data:"):
                    self.heard.append(time.perf_counter())
                    self._news.set()
        except OSError as error:
            self.error = type(error).__name__

    def wait_after(self, moment: float) -> float | None:
        """When something was heard after this moment; None when nothing comes in time."""
        if not self._news.wait(_PATIENCE):
            return None
        self._news.clear()
        return next((heard for heard in reversed(self.heard) if heard > moment), None)

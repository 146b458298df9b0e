"""The journeys: what one step of each asks of the server, and what counts as its answer."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from rangkul.web.bench import instruments, referring, services
from rangkul.web.bench.browser import Browser, Page, hidden_fields
from rangkul.web.bench.wizard import ask_for_help

SEARCH, CSRF = "/kerja/cari/", "rangkul_csrf"


@dataclass(frozen=True)
class Worker:
    """A signed-in worker: the session, their open cases, the requests of their queue, names to search for."""

    session: str
    cases: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    wrong_names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Subjects:
    """Everybody and everything that is measured with; plain values, so that other processes can have them."""

    port: int
    workers: tuple[Worker, ...]
    supervisors: tuple[Worker, ...]
    # Those whose cases have everything on them.
    whole: tuple[Worker, ...] = ()
    browsers: dict[str, Browser] = field(default_factory=dict, compare=False)
    # What the search form carries besides the words, and the cookie beside it; fetched once and not measured.
    forms: dict[str, dict[str, str]] = field(default_factory=dict, compare=False)

    def browser(self, worker: Worker) -> Browser:
        """One kept connection for each worker."""
        if worker.session not in self.browsers:
            self.browsers[worker.session] = Browser(self.port, {"rangkul": worker.session})
        return self.browsers[worker.session]

    def search(self, worker: Worker, text: str) -> Page:
        browser = self.browser(worker)
        if not self.forms:
            self.forms["hidden"] = hidden_fields(browser.get(SEARCH).body, f'action="{SEARCH}"')
            self.forms["cookies"] = {CSRF: browser.cookies[CSRF]}
        browser.cookies |= self.forms["cookies"]
        return browser.post(SEARCH, self.forms["hidden"] | {"q": text})


Step = Callable[[Subjects, random.Random], Page]


def _page(path: str) -> Step:
    def step(subjects: Subjects, rng: random.Random) -> Page:
        return subjects.browser(rng.choice(subjects.workers)).get(path)

    return step


def _open_case(subjects: Subjects, rng: random.Random) -> Page:
    worker = rng.choice([one for one in subjects.workers if one.cases])
    return subjects.browser(worker).get(f"/kerja/kasus/{rng.choice(worker.cases)}/")


def _open_whole_case(subjects: Subjects, rng: random.Random) -> Page:
    worker = rng.choice(subjects.whole)
    return subjects.browser(worker).get(f"/kerja/kasus/{rng.choice(worker.cases)}/")


def _draw_family(subjects: Subjects, rng: random.Random) -> Page:
    worker = subjects.whole[0]
    return subjects.browser(worker).get(f"/kerja/gambar/{worker.cases[0]}/keluarga/")


def _open_request(subjects: Subjects, rng: random.Random) -> Page:
    worker = rng.choice([one for one in subjects.workers if one.requests])
    return subjects.browser(worker).get(f"/kerja/antrean/{rng.choice(worker.requests)}/")


def _likely_people(subjects: Subjects, rng: random.Random) -> Page:
    """What the page of a request fetches by itself, a moment later."""
    worker = rng.choice([one for one in subjects.workers if one.requests])
    return subjects.browser(worker).get(f"/kerja/antrean/{rng.choice(worker.requests)}/orang/mungkin/")


def _search(subjects: Subjects, rng: random.Random) -> Page:
    worker = rng.choice([one for one in subjects.workers if one.wrong_names])
    wrong, _person = rng.choice(worker.wrong_names)
    return subjects.search(worker, wrong)


def _board(subjects: Subjects, rng: random.Random) -> Page:
    return subjects.browser(rng.choice(subjects.supervisors)).get("/kerja/tim/")


def _submit(subjects: Subjects, rng: random.Random) -> Page:
    return ask_for_help(subjects.port, rng)


def _report(subjects: Subjects, rng: random.Random) -> Page:
    """The PDF of a laporan sosial; its draft is begun once for each worker, and that is not measured."""
    worker = rng.choice([one for one in subjects.workers if one.cases])
    browser = subjects.browser(worker)
    if worker.session not in subjects.forms:
        papers = f"/kerja/dokumen/{worker.cases[0]}/"
        hidden = hidden_fields(browser.get(papers).body, 'value="social_report"')
        draft = browser.post(papers, hidden | {"reader": "house", "addressee": ""}).location
        subjects.forms[worker.session] = {"file": f"{draft}berkas/pdf/"}
    return browser.get(subjects.forms[worker.session]["file"])


JOURNEYS: dict[str, Step] = {
    "front page": _page("/"),
    "queue": _page("/kerja/antrean/"),
    "case list": _page("/kerja/kasus/"),
    "my day": _page("/kerja/"),
    "open a request": _open_request,
    "who of a request is known": _likely_people,
    "open a case": _open_case,
    "open a case with everything on it": _open_whole_case,
    "search a wrong spelling": _search,
    "supervisor board": _board,
    "submit a request": _submit,
    "laporan sosial as PDF": _report,
    "genogram of 40 persons": _draw_family,
    "open an instrument": instruments.open_one,
    "answer the PHQ-9": instruments.answer_one,
    "match list for a need": referring.match_list,
    "send a referral": referring.send_one,
    "search the directory": services.search,
    "HSDS page of 100": services.page_of_hsds,
}
# A working day: how often each page is opened.
_DAY = {"queue": 25, "case list": 15, "my day": 10, "open a request": 10, "who of a request is known": 10,
        "open a case": 30, "supervisor board": 4, "front page": 6}  # fmt: skip


def _mixed(subjects: Subjects, rng: random.Random) -> Page:
    name = rng.choices(tuple(_DAY), tuple(_DAY.values()))[0]
    return JOURNEYS[name](subjects, rng)


JOURNEYS["a working day"] = _mixed

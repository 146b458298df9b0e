"""An instrument as a worker meets it: its page is opened, and a PHQ-9 is sent, examined, scored and kept."""

import random
import re
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from rangkul.web.bench.browser import Browser, Page, hidden_fields

_ADDRESS = re.compile(r'href="(/kerja/instrumen/kasus/[^/"]+/isi/([^/"]+)/)"[^>]*>PHQ-9')
_VERSION = re.compile(r"id=&quot;phq9&quot; version=&quot;([^&]+)&quot;")


def with_a_case(subjects: Any, rng: random.Random) -> tuple[Browser, str]:
    worker = rng.choice([one for one in subjects.workers if one.cases])
    return subjects.browser(worker), rng.choice(worker.cases)


def _address(subjects: Any, browser: Browser, case: str) -> str:
    """Where the PHQ-9 of this case is filled in; the version is looked up once and not measured."""
    if "phq9" not in subjects.forms:
        found = _ADDRESS.search(browser.get(f"/kerja/instrumen/kasus/{case}/").body)
        assert found, "the PHQ-9 is not offered"
        subjects.forms["phq9"] = {"version": found.group(2)}
    return f"/kerja/instrumen/kasus/{case}/isi/{subjects.forms['phq9']['version']}/"


def open_one(subjects: Any, rng: random.Random) -> Page:
    browser, case = with_a_case(subjects, rng)
    return browser.get(_address(subjects, browser, case))


def answer_one(subjects: Any, rng: random.Random) -> Page:
    """Calm answers, so that no bench makes anybody's case red."""
    browser, case = with_a_case(subjects, rng)
    address = _address(subjects, browser, case)
    page = browser.get(address).body
    words = hidden_fields(page, 'id="kirim-jawaban"')
    version = _VERSION.search(page)
    assert version, "the page holds no model of the PHQ-9"
    points = "".join(f"<phq9_{n}>{rng.randint(0, 1) if n < 9 else 0}</phq9_{n}>" for n in range(1, 10))
    words |= {
        "answer": f'<data id="phq9" version="{version.group(1)}"><questions>{points}</questions>'
        f"<meta><instanceID>uuid:{uuid4()}</instanceID></meta></data>",
        "answered_by": "client",
        "answered_on": datetime.now(UTC).date().isoformat(),
        "retest_on": "",
    }
    return browser.post(address, words)

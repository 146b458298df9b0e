"""A referral as a worker makes it: who may help with this need, and sending it by the client's consent."""

import random
import re
from typing import Any

from rangkul.web.bench.browser import Browser, Page, hidden_fields
from rangkul.web.bench.instruments import with_a_case

_NEED = re.compile(r"/kebutuhan/([0-9a-f-]{36})/")


def _need(subjects: Any, browser: Browser, case: str) -> str:
    """The address of one need of this case; noted once and not measured."""
    key = f"need {case}"
    if key not in subjects.forms:
        start = f"/kerja/rujukan/kasus/{case}/"
        page = browser.get(start).body
        found = _NEED.search(page)
        if found is None:
            noted = browser.post(start, hidden_fields(page, 'name="kind"') | {"kind": "legal"})
            found = _NEED.search(noted.location)
        assert found, "the need was not noted"
        subjects.forms[key] = {"need": f"{start}kebutuhan/{found.group(1)}/"}
    return subjects.forms[key]["need"]


def match_list(subjects: Any, rng: random.Random) -> Page:
    browser, case = with_a_case(subjects, rng)
    return browser.get(_need(subjects, browser, case))


def send_one(subjects: Any, rng: random.Random) -> Page:
    """A draft with its data is made first, and that is not measured."""
    browser, case = with_a_case(subjects, rng)
    need = _need(subjects, browser, case)
    receiver = {"name": "Lembaga Contoh", "contact": "terima@lembaga.example", "link_by": "email", "code_by": "phone"}
    hidden = hidden_fields(browser.get(need).body, f'action="{need}siapkan/"')
    draft = browser.post(f"{need}siapkan/", hidden | receiver).location
    hidden = hidden_fields(browser.get(draft).body, f'action="{draft}data/"')
    asked = {"asked": "Nasihat hukum.", "go_kind": "on", "why_kind": "Supaya tahu apa yang dicari"}
    browser.post(f"{draft}data/", hidden | asked)
    hidden = hidden_fields(browser.get(draft).body, f'action="{draft}kirim/"')
    leave = {"ground": "consent", "mode": "spoken", "witness": "Ibu RT", "words": "", "last_day": ""}
    return browser.post(f"{draft}kirim/", hidden | leave)

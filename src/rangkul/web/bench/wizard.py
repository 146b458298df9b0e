"""Somebody without an account asks for help, page after page; only the handing in is measured as such."""

import random

from rangkul.web.bench.browser import Browser, Page, hidden_fields
from rangkul.web.demo.world.roads import stories

START = "/minta-bantuan/"


class WalkError(RuntimeError):
    """The wizard led somewhere else than measuring expects."""


def _answers(slug: str, asked: dict, story: dict) -> dict[str, str | list[str]] | None:
    return {
        "aman": {"safe_now": "yes"},
        "siapa": {"for_whom": asked["for"]},
        "apa": {"fields_chosen": story["problems"], "narrative": asked["text"]},
        "kejadian": {"violence_when": "unknown"},
        "hubungi": {"channels": ["ticket"]},
        "setuju": {"service": "on"},
        "periksa": {},
    }.get(slug)


def ask_for_help(port: int, rng: random.Random) -> Page:
    """Walk to the last page and hand in; returns the answer to the handing in."""
    browser = Browser(port, source=f"127.{rng.randint(1, 250)}.{rng.randint(0, 250)}.{rng.randint(1, 250)}")
    story = rng.choice(stories())
    asked = rng.choice(story["requests"])
    path = START
    for _page in range(14):
        page = browser.get(path)
        while page.status in (301, 302):
            path = page.location
            page = browser.get(path)
        slug = path.strip("/").split("/")[-1]
        slug = "aman" if slug == "minta-bantuan" else slug
        answered = browser.post(path, _filled(page, _answers(slug, asked, story)))
        if slug == "periksa":
            return answered
        if answered.status not in (301, 302):
            raise WalkError(f"{path} answered {answered.status}")
        path = answered.location
    raise WalkError("the wizard has no end")


def _filled(page: Page, answers: dict | None) -> dict:
    hidden = hidden_fields(page.body, 'method="post"')
    return hidden | ({"skip": "1"} if answers is None else answers)

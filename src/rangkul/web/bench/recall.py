"""How often a mistyped name brings the right person among the first ten."""

import re
from collections import Counter

from rangkul.web.bench.journeys import Subjects

_KEY = re.compile(r"/kerja/(?:orang|kasus)/([0-9a-f-]{36})/")
FIRST = 10


def measure(subjects: Subjects) -> dict[str, float | int | list[str]]:
    """`recall` over all tried names; `missed` shows some that were not found."""
    found, missed = Counter(), []
    for worker in subjects.workers:
        for wrong, person in worker.wrong_names:
            page = subjects.search(worker, wrong)
            shown = list(dict.fromkeys(key for key in _KEY.findall(page.body)))
            persons = [key for key in shown if f"/kerja/orang/{key}/" in page.body][:FIRST]
            hit = person in persons
            found[hit] += 1
            if not hit and len(missed) < FIRST:
                missed.append(wrong)
    tried = found.total()
    return {"tried": tried, "recall": round(found[True] / tried, 4) if tried else 0.0, "missed": missed}

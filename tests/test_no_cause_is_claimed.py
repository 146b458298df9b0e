"""The system says what changed and when, never why: no sentence about a result names a cause or a success."""

import re

import pytest
from django.utils import translation

from rangkul.web.catalogues import said

# Where the sentences stand that are made from numbers.
WRITERS = (
    "journey/plans/findings.py",
    "journey/plans/words.py",
    "journey/plans/evaluation.py",
    "assessment/pie/compare.py",
)
CAUSES = {
    "id": (
        "karena", "sebab", "menyebabkan", "disebabkan", "penyebab", "berkat", "akibat", "mengakibatkan", "sehingga",
        "dampak", "berdampak", "pengaruh", "memengaruhi", "mempengaruhi", "hasil dari", "berhasil", "keberhasilan",
        "sukses", "gagal", "menjadikan", "manjur", "efektif", "efek",
    ),
    "en": (
        "because", "cause", "caused", "causes", "due to", "thanks to", "led to", "leads to", "effect", "effective",
        "result of", "resulted", "owing to", "success", "successful", "failed", "failure", "impact", "worked",
    ),
}  # fmt: skip
# The one sentence that speaks of causes, to say that a score does not know them.
DENIES = "Skor ini tidak menjelaskan penyebabnya"


def sentences() -> list[str]:
    """Every template that may become a finding, from the sources themselves."""
    found = sorted({text for (_context, text), path in said().items() if path.endswith(WRITERS)})
    assert len(found) > 40
    return [text for text in found if DENIES not in text]


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_template_claims_a_cause_or_a_success(language):
    with translation.override(language):
        told = [translation.gettext(text) for text in sentences()]
    wrong = [(text, word) for text in told for word in CAUSES[language] if re.search(rf"\b{word}\b", text.lower())]
    assert not wrong, f"say what was seen, not why: {wrong}"


@pytest.mark.parametrize("word", CAUSES["id"])
def test_the_test_would_see_it(word):
    assert re.search(rf"\b{word}\b", f"Absen turun {word} kelompok belajar.")

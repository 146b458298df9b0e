"""Our lists of words as taxonomies: whose needs (PPKS), who helps (PSKS), what help, which part of ATENSI."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import override

from rangkul.base.taxonomy import queries as taxonomy
from rangkul.commons.directory.states import Atensi, Help, Taxonomy
from rangkul.tell.exchange.hsds.keys import made

PPKS, PSKS, HELP, ATENSI = Taxonomy.PPKS, Taxonomy.PSKS, Taxonomy.HELP, Taxonomy.ATENSI
_ABOUT = {
    PPKS: "Pemerlu Pelayanan Kesejahteraan Sosial, dengan nama yang mendahulukan orangnya.",
    PSKS: "Potensi dan Sumber Kesejahteraan Sosial.",
    HELP: "Jenis bantuan yang didapat orang.",
    ATENSI: "Tujuh bentuk layanan Asistensi Rehabilitasi Sosial (Permensos 7/2021).",
}


@dataclass(frozen=True)
class Terms:
    """`rows`: every term as it is sent; `by_code`: (taxonomy, code) → term."""

    taxonomies: list[dict[str, Any]]
    rows: list[dict[str, Any]]
    by_code: dict[tuple[str, str], dict[str, Any]]
    # The words of the groups by their codes alone.
    groups: dict[str, str]


def terms() -> Terms:
    """Indonesian, whoever asks: the words of a list do not change with a browser."""
    return _terms(taxonomy.version(taxonomy.PPKS))


@lru_cache(maxsize=2)
def _terms(version: str) -> Terms:
    with override("id"):
        words = {
            PPKS: [(t.code, t.label_id, t.gist or t.legal_label_id or t.label_id) for t in taxonomy.current("ppks")],
            PSKS: [(t.code, t.label_id, t.gist or t.label_id) for t in taxonomy.current("psks")],
            HELP: [(code, str(label), str(label)) for code, label in Help.choices],
            ATENSI: [(code, str(label), str(label)) for code, label in Atensi.choices],
        }
    listed = [
        {"id": made("taxonomy", name), "name": name, "description": about, "version": version if name == PPKS else "1"}
        for name, about in _ABOUT.items()
    ]
    by_code: dict[tuple[str, str], dict[str, Any]] = {
        (name, code): {
            "id": made("term", name, code),
            "code": code,
            "name": label,
            "description": about,
            "taxonomy": name,
            "taxonomy_id": made("taxonomy", name),
            "language": "id",
        }
        for name, found in words.items()
        for code, label, about in found
    }
    groups = {code: row["name"] for (name, code), row in by_code.items() if name == PPKS}
    return Terms(listed, list(by_code.values()), by_code, groups)

"""Whether two registrations may be one human being. The rule proposes and says why; only a person merges.

Facts (all may be missing): `nik` and `kk` ("same", "different" or ""), `phone` (true where one is the same), `name`
(likeness 0–1), `birth` ("same", "other" or ""), `birth_exact` (both days are sure), `years_apart`, `sex_differs`,
`region` ("district", "regency" or "" for how far the area is the same).
Value: "likely", "possible" or "no".
"""

from __future__ import annotations

from collections.abc import Iterator

from rangkul.base.names import MATCH
from rangkul.base.rules import Facts, Reason, because, versioned

NAME = "people.duplicate"
LIKELY, POSSIBLE, NO = "likely", "possible", "no"
# What speaks for two people, by the codes of its reasons.
AGAINST = frozenset({"nik_differs", "sex_differs", "age_differs"})
_ORDER = (LIKELY, POSSIBLE, NO)
# An approximate age is off by a few years more often than not (B.11: nobody counted).
_AGE_SLACK = 3
_CLOSE_NAME = 0.93


@versioned(NAME, 1)
def duplicate(facts: Facts) -> tuple[str, list[Reason]]:
    """NIK; KK with birth date; telephone; name with birth date, or with age and area."""
    votes = list(_for(facts))
    against = list(_against(facts))
    level = min((level for level, _reason in votes), key=_ORDER.index, default=NO)
    reasons = [reason for _level, reason in votes]
    # Each thing that speaks against takes one step; the same number is stronger than all of them.
    if facts.get("nik") != "same":
        level = _ORDER[min(len(_ORDER) - 1, _ORDER.index(level) + len(against))]
    return level, [*reasons, *against] or [because("nothing", "Tidak ada yang cocok.")]


def _for(facts: Facts) -> Iterator[tuple[str, Reason]]:
    alike = facts.get("name", 0.0) >= MATCH
    if facts.get("nik") == "same":
        yield LIKELY, because("nik", "NIK sama.")
    if facts.get("kk") == "same" and facts.get("birth") == "same":
        yield LIKELY, because("kk_birth", "Nomor KK dan tanggal lahir sama.")
    if facts.get("phone"):
        sentence = "Nomor telepon sama dan nama mirip." if alike else "Nomor telepon sama; mungkin serumah."
        yield (LIKELY if alike else POSSIBLE), because("phone_name" if alike else "phone", sentence)
    if alike:
        yield from _by_name(facts)


def _by_name(facts: Facts) -> Iterator[tuple[str, Reason]]:
    near = facts.get("region", "")
    years = facts.get("years_apart")
    if facts.get("birth") == "same" and facts.get("birth_exact"):
        yield LIKELY, because("name_birth", "Nama mirip dan tanggal lahir sama.")
    elif years is not None and years <= _AGE_SLACK and not facts.get("birth_exact"):
        level = LIKELY if near == "district" else POSSIBLE
        yield level, because("name_age", "Nama mirip dan umur berdekatan.")
    elif years is None and (near or facts["name"] >= _CLOSE_NAME):
        yield POSSIBLE, because("name_only", "Nama mirip; tanggal lahir belum diketahui.")
    elif near and facts["name"] >= _CLOSE_NAME and years is not None and years <= _AGE_SLACK:
        yield POSSIBLE, because("name_region", "Nama sangat mirip, umur berdekatan, wilayah sama.")
    if near:
        yield (
            POSSIBLE,
            because("region", "Kecamatannya sama." if near == "district" else "Kabupaten atau kotanya sama."),
        )


def _against(facts: Facts) -> Iterator[Reason]:
    if facts.get("nik") == "different":
        yield because("nik_differs", "NIK-nya berbeda; periksa apakah salah ketik.")
    if facts.get("sex_differs"):
        yield because("sex_differs", "Jenis kelaminnya tercatat berbeda.")
    years = facts.get("years_apart")
    if years is not None and years > 2 * _AGE_SLACK:
        yield because("age_differs", "Umurnya jauh berbeda.")

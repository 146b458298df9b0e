"""Names as families give them: by culture, by generation, with clan names, birth order and old spelling."""

from collections.abc import Callable
from functools import cache

from rangkul.base import name_variants
from rangkul.web.demo.world.chance import Chance
from rangkul.web.demo.world.shelf import shelf, words

# Born before this, a name is of the old kind and often spelled the old way; after YOUNG of the new kind.
OLD = 1955
YOUNG = 1997


@cache
def _mix(province: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    mixes = shelf("names")["mix"]
    mix = mixes.get(province, mixes["default"])
    return tuple(mix), tuple(mix.values())


def culture(province: str, rng: Chance) -> str:
    """The culture of a household in this province (two digits)."""
    names, weights = _mix(province)
    return rng.choices(names, weights)[0]


def family_name(of: str, rng: Chance) -> str:
    """The clan or family name that a father hands on; "" where the culture has none."""
    families = words("names", of, "family")
    return rng.pick(families) if families else ""


def full_name(of: str, sex: str, born: int, rng: Chance, *, family: str = "", place: int = 1) -> str:
    """A person's name. `sex` L | P, `born` a year, `place` the order among siblings from 1 (Bali names it)."""
    return _MAKERS.get(of, _plain)(of, sex, born, rng, family, place)


def _given(of: str, sex: str, born: int, rng: Chance) -> str:
    kind = "male" if sex == "L" else "female"
    if born < OLD:
        return rng.pick(words("names", of, f"{kind}_old"))
    if born >= YOUNG and rng.random() < 0.7:
        return rng.pick(words("names", "young", kind))
    return rng.pick(words("names", of, kind))


def _plain(of: str, sex: str, born: int, rng: Chance, _family: str, _place: int) -> str:
    given = _given(of, sex, born, rng)
    # One word was a whole name for most people of the old generation.
    if rng.random() < (0.7 if born < OLD else 0.12):
        return given
    parts = [given]
    if born >= YOUNG and sex == "L" and rng.random() < 0.25 and given != "Muhammad":
        parts = ["Muhammad", given]
    last = words("names", of, "last_m" if sex == "L" else "last_f")
    parts.append(rng.pick([word for word in last if word != given]))
    return " ".join(parts)


def _clan(of: str, sex: str, born: int, rng: Chance, family: str, _place: int) -> str:
    return f"{_given(of, sex, born, rng)} {family or family_name(of, rng)}"


def _balinese(of: str, sex: str, born: int, rng: Chance, _family: str, place: int) -> str:
    order = words("names", of, rng.pick(("order", "order_other")))[(place - 1) % 4]
    given = rng.pick(words("names", of, ("male" if sex == "L" else "female") + ("_old" if born < OLD else "")))
    return f"{'I' if sex == 'L' else 'Ni'} {order} {given}"


def _chinese(of: str, sex: str, born: int, rng: Chance, family: str, _place: int) -> str:
    kind = "male" if sex == "L" else "female"
    if born < OLD:
        return f"{family or family_name(of, rng)} {rng.pick(words('names', of, f'given_{kind}_old'))}"
    # After 1966 most families took Indonesian names and kept the other at home.
    return f"{rng.pick(words('names', of, kind))} {rng.pick(words('names', of, 'last'))}"


_MAKERS: dict[str, Callable[..., str]] = {
    "batak": _clan,
    "papua": _clan,
    "bali": _balinese,
    "tionghoa": _chinese,
}

# Habits of papers; the others belong to keyboards and search boxes.
_CLERKS = frozenset({"old", "respelled", "doubled", "ending", "short", "joined"})


def called_name(full: str, sex: str, age: int, rng: Chance) -> str:
    """What people around say: "Mbah Karni", "Bu Sri", "Rizky"; often only part of the name."""
    parts = [word for word in full.split() if word not in ("I", "Ni", "Muhammad", "Siti", "Sitti")]
    own = parts[0] if parts else full
    if age >= 65 and rng.random() < 0.5:
        return f"Mbah {own}"
    return own


def document_name(full: str, rng: Chance) -> str:
    """How a clerk may have written it on another paper; the same name where nothing else is believable."""
    others = [other.text for other in name_variants.variants(full, rng) if other.kind in _CLERKS]
    return rng.pick(others) if others else full

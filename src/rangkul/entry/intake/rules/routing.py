"""Who answers a request? The routing rule: pick a unit by place, then a person by duty and load.

There is always an owner. Where nobody fits, the unit's supervisor owns the request; where no unit covers the
place, the unit that covers the most does. Never: the person complained about, or a junior alone on red.

Version 1 let any other unit's supervisor own what the unit's own may not, in whatever agency. Version 2 stays within
the agency that holds the request, and says that it is a supervisor of another unit.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext_noop as _

from rangkul.base.rules import Decision, Facts, Reason, because, rule, versioned
from rangkul.entry.intake.rules import problems
from rangkul.entry.intake.rules.levels import MERAH


@dataclass(frozen=True)
class Unit:
    """`areas`: region code prefixes ("33.74"), "" covers the whole country; `fields`: empty takes all."""

    id: str
    name: str
    supervisor_id: str
    areas: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    agency_id: str = ""
    head_id: str = ""


@dataclass(frozen=True)
class Worker:
    """`load`: open requests and cases; `sex`: L | P | ""; `languages`: ISO 639 codes (id, jv, su…)."""

    id: str
    unit_id: str
    on_duty: bool = True
    load: int = 0
    junior: bool = False
    trained_violence: bool = False
    sex: str = ""
    languages: tuple[str, ...] = ("id",)


def facts(
    *,
    level: str,
    area: str,
    problem_fields: Iterable[str],
    units: Iterable[Unit],
    workers: Iterable[Worker],
    wants_sex: str = "",
    language: str = "",
    never: Iterable[str] = (),
    last_resort: str = "",
) -> Facts:
    """`area`: region code or ""; `never`: ids of staff who are complained about or have a conflict;
    `last_resort`: the agency's head, where even the supervisors are among `never`.
    """
    return {
        "level": level,
        "area": area,
        "problems": sorted(set(problem_fields)),
        "units": [asdict(unit) for unit in sorted(units, key=lambda unit: unit.id)],
        "workers": [asdict(worker) for worker in sorted(workers, key=lambda worker: worker.id)],
        "wants_sex": wants_sex,
        "language": language,
        "never": sorted(set(never)),
        "last_resort": last_resort,
    }


def cover(unit: Facts, area: str) -> int:
    """How precisely a unit covers a place: length of its longest prefix, -1 where it does not."""
    fits = [len(prefix) for prefix in unit["areas"] if area == prefix or area.startswith(f"{prefix}.")]
    return max(fits, default=0 if "" in unit["areas"] else -1)


def _pick_unit(given: Facts) -> tuple[Facts, Reason]:
    wanted = set(given["problems"])
    units = given["units"]
    covering = [unit for unit in units if cover(unit, given["area"]) >= 0]
    if not covering:
        widest = min(units, key=lambda unit: (min(map(len, unit["areas"]), default=99), unit["id"]))
        return widest, because(
            "unit_widest",
            _("Belum ada unit untuk wilayah ini, jadi diterima %(unit)s yang wilayahnya paling luas."),
            unit=widest["name"],
        )
    fitting = [unit for unit in covering if not unit["fields"] or wanted & set(unit["fields"])] or covering
    unit = max(fitting, key=lambda unit: (bool(unit["fields"]), cover(unit, given["area"])))
    pattern = _("%(unit)s melayani wilayah dan masalah ini.") if unit["fields"] else _(
        "%(unit)s melayani wilayah ini."
    )  # fmt: skip
    return unit, because("unit_area", pattern, unit=unit["name"])


_Step = tuple[str, str, Any]
_Nobody = Callable[[Facts, Facts], tuple[str, list[Reason]]]


def _wishes(given: Facts) -> list[_Step]:
    """(code, sentence, test) for each thing wished of the worker, the most important first."""
    violence = bool(problems.VIOLENCE & set(given["problems"]))
    return [
        wish
        for wanted, wish in (
            (violence, (
                "trained", _("Petugas ini terlatih mendampingi korban kekerasan."),
                lambda worker: worker["trained_violence"],
            )),
            (bool(given["wants_sex"]), (
                "sex", _("Petugas ini sesuai dengan pilihan pendamping perempuan atau laki-laki."),
                lambda worker: worker["sex"] == given["wants_sex"],
            )),
            (bool(given["language"]), (
                "language", _("Petugas ini memahami bahasa yang dipakai."),
                lambda worker: given["language"] in worker["languages"],
            )),
        )
        if wanted
    ]  # fmt: skip


def _candidates(given: Facts, unit: Facts) -> list[Facts]:
    return [
        worker
        for worker in given["workers"]
        if worker["unit_id"] == unit["id"]
        and worker["on_duty"]
        and worker["id"] not in given["never"]
        and not (given["level"] == MERAH and worker["junior"])
    ]


def _pick_worker(given: Facts, unit: Facts, nobody: _Nobody) -> tuple[str, list[Reason]]:
    staying, reasons = _candidates(given, unit), []
    if not staying:
        return nobody(given, unit)
    for code, sentence, fits in _wishes(given):
        fitting = [worker for worker in staying if fits(worker)]
        if fitting:
            staying = fitting
            reasons.append(because(code, sentence))
        else:
            reasons.append(because(f"{code}_missing", _MISSING[code]))
    chosen = min(staying, key=lambda worker: (worker["load"], worker["id"]))
    lightest = _("Petugas ini bertugas sekarang dan bebannya paling ringan: %(load)s permintaan dan kasus.")
    reasons.append(because("load", lightest, load=chosen["load"]))
    if given["level"] == MERAH:
        reasons.append(because("not_junior", _("Permintaan merah tidak diberikan kepada petugas junior.")))
    return chosen["id"], reasons


_MISSING = {
    "trained": _("Tidak ada petugas terlatih kekerasan yang bertugas, jadi supervisor perlu mendampingi."),
    "sex": _("Pendamping sesuai pilihan tidak sedang bertugas."),
    "language": _("Tidak ada petugas bertugas yang memahami bahasa yang dipakai."),
}


def _nobody(given: Facts, unit: Facts) -> tuple[str, list[Reason]]:
    """The supervisor of the unit, else that of another unit, the head, a worker off duty; never one of `never`."""
    units = [unit, *(other for other in given["units"] if other["id"] != unit["id"])]
    for other in units:
        if other["supervisor_id"] and other["supervisor_id"] not in given["never"]:
            sentence = _("Tidak ada petugas yang dapat menerima sekarang, jadi supervisor memegangnya.")
            return other["supervisor_id"], [because("supervisor", sentence)]
    if given["last_resort"] and given["last_resort"] not in given["never"]:
        sentence = _("Tidak ada supervisor yang boleh menerima, jadi pimpinan memegangnya.")
        return given["last_resort"], [because("head", sentence)]
    return _off_duty(given, unit)


def _nobody_2(given: Facts, unit: Facts) -> tuple[str, list[Reason]]:
    """The unit's supervisor; else one of a unit beside it in the same agency; the head; a worker off duty."""

    def able(other: Facts) -> bool:
        return bool(other["supervisor_id"]) and other["supervisor_id"] not in given["never"]

    if able(unit):
        sentence = _("Tidak ada petugas yang dapat menerima sekarang, jadi supervisor memegangnya.")
        return unit["supervisor_id"], [because("supervisor", sentence)]
    # Facts from before know no agency: all of them count as one, as they did then.
    beside = [other for other in given["units"] if other.get("agency_id") == unit.get("agency_id") and able(other)]
    if beside:
        sentence = _(
            "Supervisor unit ini tidak dapat menerima, jadi supervisor %(unit)s di lembaga yang sama memegangnya."
        )
        return beside[0]["supervisor_id"], [because("supervisor_beside", sentence, unit=beside[0]["name"])]
    head = unit.get("head_id") or given["last_resort"]
    if head and head not in given["never"]:
        sentence = _("Tidak ada supervisor yang boleh menerima, jadi pimpinan memegangnya.")
        return head, [because("head", sentence)]
    return _off_duty(given, unit)


def _off_duty(given: Facts, unit: Facts) -> tuple[str, list[Reason]]:
    """Where nobody stands above, whoever works there owns it, on duty or not: a request is never without a name."""
    red = given["level"] == MERAH
    own = [one for one in given["workers"] if one["unit_id"] == unit["id"] and one["id"] not in given["never"]]
    able = [one for one in own if not (red and one["junior"])]
    if not able:
        raise ValueError("every supervisor is excluded: a person must choose the owner")
    chosen = min(able, key=lambda one: (one["junior"], one["load"], one["id"]))
    sentence = _("Tidak ada yang bertugas dan tidak ada supervisor, jadi petugas ini memegangnya.")
    return chosen["id"], [because("off_duty", sentence)]


@versioned("routing", 1)
def routing_1(given: Facts) -> tuple[dict[str, str], list[Reason]]:
    """Value: {"unit_id", "owner_id"}. Raises ValueError where there is no unit or nobody may own it."""
    return _routed(given, _nobody)


@versioned("routing", 2)
def routing_2(given: Facts) -> tuple[dict[str, str], list[Reason]]:
    """As version 1; what no worker may receive stays within the agency."""
    return _routed(given, _nobody_2)


def _routed(given: Facts, nobody: _Nobody) -> tuple[dict[str, str], list[Reason]]:
    if not given["units"]:
        raise ValueError("there is no unit to route to")
    unit, reason = _pick_unit(given)
    owner_id, reasons = _pick_worker(given, unit, nobody)
    return {"unit_id": unit["id"], "owner_id": owner_id}, [reason, *reasons]


def decide(given: Facts) -> Decision:
    """The newest routing rule on these facts."""
    return rule("routing").decide(given)

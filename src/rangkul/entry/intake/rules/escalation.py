"""Who is told next when a clock has run out? Version 1 of the escalation rule (A83).

Step 1 tells the first person above the owner, each further step the next one up, until a person acknowledges.
At the top the last person is told again: nothing is ever left with no human owner, and nobody is told of a
complaint against themself.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop as _

from rangkul.base import workdays
from rangkul.base.rules import Decision, Facts, Reason, because, rule, versioned
from rangkul.entry.intake.rules.levels import BIRU, HIJAU, KUNING, MERAH, ORANYE

# Red runs through nights and weekends; the others are counted in working time.
RED_STEP = timedelta(minutes=15)
WORKING_STEPS = {ORANYE: timedelta(hours=2), KUNING: workdays.DAY, HIJAU: workdays.DAY, BIRU: workdays.DAY}


def facts(
    *,
    level: str,
    due: datetime,
    zone: str,
    chain: Iterable[str],
    steps_done: int,
    told_at: datetime | None = None,
    acknowledged: bool = False,
    never: Iterable[str] = (),
) -> Facts:
    """`chain`: staff ids from the nearest supervisor up to the head, the last resort last.

    `steps_done`: how many people were told already, the last of them at `told_at`; `never`: who is complained
    about. Times are aware.
    """
    return {
        "level": level,
        "due": due.astimezone(UTC).isoformat(),
        "zone": zone,
        "chain": list(chain),
        "steps_done": steps_done,
        "told_at": told_at.astimezone(UTC).isoformat() if told_at else None,
        "acknowledged": acknowledged,
        "never": sorted(set(never)),
    }


def _when(given: Facts) -> datetime:
    """The first step comes when the clock runs out, each further one a step after the last; UTC."""
    due = datetime.fromisoformat(given["due"])
    if not given["steps_done"]:
        return due
    last = datetime.fromisoformat(given["told_at"]) if given["told_at"] else due
    if given["level"] == MERAH:
        return last + RED_STEP
    return workdays.add_worktime(last, WORKING_STEPS[given["level"]], ZoneInfo(given["zone"]))


@versioned("escalation", 1)
def escalation_1(given: Facts) -> tuple[dict[str, object] | None, list[Reason]]:
    """Value: {"to", "at", "step"}, or None once a person has acknowledged.

    Raises ValueError where everybody in the chain is excluded: the caller must tell the installation's admin.
    """
    if given["acknowledged"]:
        return None, [because("acknowledged", _("Seseorang sudah menyatakan menangani ini."))]
    chain = [staff_id for staff_id in given["chain"] if staff_id not in given["never"]]
    if not chain:
        raise ValueError("everybody in the chain is excluded: a person must choose who is told")
    step = given["steps_done"]
    value = {"to": chain[min(step, len(chain) - 1)], "at": _when(given).isoformat(), "step": step + 1}
    return value, [*_why(given, step, len(chain))]


def _why(given: Facts, step: int, length: int) -> Iterable[Reason]:
    if step == 0:
        yield because("overdue", _("Batas waktunya lewat tanpa jawaban, jadi supervisor diberi tahu."))
    elif step < length:
        yield because("next_up", _("Belum ada yang menyatakan menangani, jadi atasan berikutnya diberi tahu."))
    else:
        yield because("top_again", _("Belum ada yang menyatakan menangani, jadi pimpinan diingatkan lagi."))
    if given["never"]:
        yield because("passed_over", _("Orang yang diadukan dilewati."))


def decide(given: Facts) -> Decision:
    """The newest escalation rule on these facts."""
    return rule("escalation").decide(given)


def alarm_facts(*, owner: str, owner_supervises: bool, chain: Iterable[str], never: Iterable[str] = ()) -> Facts:
    """`chain` and `never` as above; `owner_supervises`: the owner is a supervisor and so need only look up."""
    return {"owner": owner, "owner_supervises": owner_supervises, "chain": list(chain), "never": sorted(set(never))}


@versioned("alarm", 1)
def alarm_1(given: Facts) -> tuple[dict[str, str], list[Reason]]:
    """Who hears of a red request the moment it is red. Value: {"to"}. Raises ValueError where nobody may be told."""
    above = [given["owner"]] if given["owner_supervises"] else []
    allowed = [staff_id for staff_id in [*above, *given["chain"]] if staff_id not in given["never"]]
    if not allowed:
        raise ValueError("everybody in the chain is excluded: a person must choose who is told")
    reasons = [because("red", _("Permintaan merah: supervisor diberi tahu saat itu juga, siang dan malam."))]
    if set(given["never"]) & set(given["chain"]):
        reasons.append(because("passed_over", _("Orang yang diadukan dilewati.")))
    return {"to": allowed[0]}, reasons


def alarm(given: Facts) -> Decision:
    """The newest rule on whom a red request is told to."""
    return rule("alarm").decide(given)


def heir_facts(
    *, chain: Iterable[str], colleagues: Iterable[str], never: Iterable[str] = (), conflict: bool = False
) -> Facts:
    """`chain` as above; `colleagues`: who practises in the unit and may own this request, the least loaded first;
    `conflict`: the owner is there still, and tied to the person."""
    facts = {"chain": list(chain), "colleagues": list(colleagues), "never": sorted(set(never))}
    return {**facts, "conflict": True} if conflict else facts


def _next_owner(given: Facts) -> tuple[dict[str, str], list[Reason]]:
    for staff_id in [*given["chain"], *given["colleagues"]]:
        if staff_id not in given["never"]:
            reason = because("owner_left", _("Akun penanggung jawabnya ditutup, jadi permintaan ini berpindah tangan."))
            return {"owner_id": staff_id}, [reason]
    raise ValueError("nobody may own this request: a person must choose")


@versioned("heir", 1)
def heir_1(given: Facts) -> tuple[dict[str, str], list[Reason]]:
    """Who owns a request when its owner's account is closed. Value: {"owner_id"}. Raises ValueError for nobody."""
    return _next_owner(given)


@versioned("heir", 2)
def heir_2(given: Facts) -> tuple[dict[str, str], list[Reason]]:
    """As version 1; it also says who holds a request whose owner is tied to the person of it."""
    value, reasons = _next_owner(given)
    if given.get("conflict"):
        said = _("Petugasnya punya hubungan pribadi dengan orang ini, jadi orang lain memegangnya.")
        reasons = [because("conflict", said)]
    return value, reasons


def heir(given: Facts) -> Decision:
    """The newest rule on who follows an owner who left, or who may not decide."""
    return rule("heir").decide(given)

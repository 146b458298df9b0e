"""How urgent is a request? The triage rule (reference C, risk triage).

Every check that holds adds its reason; the gravest level wins. Unknown is never low: a question left open
counts against green and blue, and beside violence it counts as danger. Nothing here lowers a level, and no
answer cancels another. The professional's judgement stands above it: a person may raise or lower it.

Version 2 makes a report about somebody else red, and hears the reviewed list of signs (`entry.signals`): chat words,
regional words, farewells. What it finds is added to what version 1 says and takes nothing from it.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop as _

from rangkul.base.rules import Decision, Facts, Reason, because, rule, versioned
from rangkul.entry.intake.rules import problems, words
from rangkul.entry.intake.rules.levels import BIRU, HIJAU, KUNING, MERAH, ORANYE, due_at, graver
from rangkul.entry.intake.states import Via
from rangkul.entry.signals.queries import VERSION as LEXICON
from rangkul.entry.signals.queries import Signal, codes, codes_of, signals
from rangkul.entry.signals.states import Kind

# Evidence, emergency contraception and HIV prevention are possible for this long; the police clock runs too.
FRESH_VIOLENCE_HOURS = 72


def facts(
    *,
    received_at: datetime,
    zone: str,
    channel: str,
    safe_now: str = "unknown",
    for_whom: str = "unknown",
    ages: Iterable[int] = (),
    problem_fields: Iterable[str] = (),
    own_words: str = "",
    violence_hours: int | None = None,
    found: Iterable[Signal] | None = None,
) -> Facts:
    """The facts of one request, ready to store: no name, no place, and of the own words only the flags.

    `safe_now` yes | no | unknown; `for_whom` self | child | family | other | group | unknown; `ages` in
    years, of those who need help; `violence_hours` since it last happened, None where not known; `zone` by
    its name (Asia/Jakarta); `found` the signs of the own words where somebody has read them already.
    """
    return {
        "received_at": received_at.isoformat(),
        "zone": zone,
        "channel": channel,
        "safe_now": safe_now,
        "for_whom": for_whom,
        "ages": sorted(ages),
        "problems": sorted(set(problem_fields)),
        "flags": words.flags(own_words),
        "signals": codes(own_words) if found is None else codes_of(found),
        "lexicon": LEXICON,
        "violence_hours": violence_hours,
    }


def with_more_words(given: Facts, text: str, found: Iterable[Signal] | None = None) -> Facts:
    """The same facts after the asker wrote more: signs are added, never taken away. `found` are the signs of the text
    where somebody has read it for them already."""
    new = codes_of(signals(text) if found is None else found)
    return {
        **given,
        "flags": sorted({*given["flags"], *words.flags(text)}),
        "signals": [list(code) for code in sorted({*map(tuple, given.get("signals", ())), *map(tuple, new)})],
        "lexicon": LEXICON,
    }


def words_alone(given: Facts, text: str, found: Iterable[Signal] | None = None) -> Facts:
    """Only what was written now, by the same person: nothing that was known before makes it red."""
    bare = {**given, "problems": [], "flags": [], "signals": [], "violence_hours": None}
    bare["safe_now"] = "yes" if given["safe_now"] == "yes" else "unknown"
    return with_more_words(bare, text, found)


class _Case:
    """The facts, asked in the words of the rules below."""

    def __init__(self, given: Facts):
        self.problems = frozenset(given["problems"])
        self.flags = frozenset(given["flags"])
        self.safe = given["safe_now"] if given["safe_now"] in ("yes", "no") else "unknown"
        self.hours = given["violence_hours"]
        ages = given["ages"]
        self.child = (
            given["for_whom"] == "child" or any(age < 18 for age in ages)
            or bool(self.flags & {words.CHILD, words.INFANT})
        )  # fmt: skip
        self.infant = any(age <= 5 for age in ages) or words.INFANT in self.flags
        self.sexual = problems.VIOLENCE_SEXUAL in self.problems or words.SEXUAL_VIOLENCE in self.flags
        self.violence = self.sexual or bool(self.problems & problems.VIOLENCE) or words.VIOLENCE in self.flags
        # Not knowing when it happened counts as: it may have happened today.
        self.fresh = self.hours is None or self.hours <= FRESH_VIOLENCE_HOURS


Check = tuple[str, str, Callable[[_Case], object]]

_RED: tuple[Check, ...] = (
    ("unsafe_now", _("Orang ini menjawab bahwa ia tidak aman sekarang."), lambda c: c.safe == "no"),
    (
        "suicide",
        _("Ada tanda ingin mengakhiri hidup atau melukai diri."),
        lambda c: problems.SELF_HARM in c.problems or words.SUICIDE in c.flags,
    ),
    ("weapon", _("Kata-katanya menyebut senjata atau benda tajam."), lambda c: words.WEAPON in c.flags),
    (
        "violence_now",
        _("Kata-katanya menunjukkan bahaya yang sedang terjadi."),
        lambda c: words.VIOLENCE_NOW in c.flags,
    ),
    ("locked_in", _("Ada yang dikurung, disekap, atau dipasung."), lambda c: words.LOCKED_IN in c.flags),
    ("medical", _("Ada tanda gawat darurat medis."), lambda c: words.MEDICAL in c.flags),
    (
        "missing",
        _("Ada orang yang hilang atau tidak pulang."),
        lambda c: problems.MISSING_PERSON in c.problems or words.MISSING in c.flags,
    ),
    (
        "sexual_fresh",
        _("Kekerasan seksual terjadi kurang dari 72 jam yang lalu."),
        lambda c: c.sexual and c.hours is not None and c.fresh,
    ),
    (
        "sexual_unknown",
        _("Ada kekerasan seksual dan waktunya belum diketahui, jadi dianggap baru terjadi."),
        lambda c: c.sexual and c.hours is None,
    ),
    (
        "violence_safety_unknown",
        _("Ada kekerasan dan belum diketahui apakah orang ini aman sekarang."),
        lambda c: c.violence and c.safe == "unknown",
    ),
    (
        "child_violence",
        _("Seorang anak mungkin sedang dalam bahaya kekerasan."),
        lambda c: c.violence and c.child and c.fresh,
    ),
    (
        "infant_hungry",
        _("Ada bayi atau balita yang tidak mendapat makanan."),
        lambda c: c.infant and words.NO_FOOD in c.flags,
    ),
)

_ORANGE: tuple[Check, ...] = (
    ("violence", _("Ada kekerasan atau perlakuan salah."), lambda c: c.violence),
    ("threat", _("Ada ancaman."), lambda c: words.THREAT in c.flags),
    ("disaster", _("Orang ini terdampak bencana."), lambda c: problems.DISASTER in c.problems),
    ("no_food", _("Ada yang tidak punya makanan."), lambda c: words.NO_FOOD in c.flags),
    (
        "no_shelter",
        _("Ada yang tidak punya tempat tidur malam ini."),
        lambda c: words.NO_SHELTER in c.flags,
    ),
    (
        "older_alone",
        _("Ada lanjut usia yang sendirian tanpa perawatan."),
        lambda c: words.OLDER_ALONE in c.flags,
    ),
    (
        "pregnant",
        _("Ada ibu hamil yang kebutuhan pokoknya tidak terpenuhi."),
        lambda c: words.PREGNANT in c.flags and c.problems & {problems.BASIC_NEEDS, problems.HOUSING},
    ),
    (
        "child_online",
        _("Seorang anak dirugikan di dunia daring."),
        lambda c: problems.ONLINE_HARM in c.problems and c.child,
    ),
)

_YELLOW: tuple[Check, ...] = (
    (
        "safety_unknown",
        _("Pertanyaan tentang keamanan belum dijawab, jadi tidak dianggap ringan."),
        lambda c: c.safe == "unknown",
    ),
    (
        "problem_unknown",
        _("Masalahnya belum dipilih, jadi perlu segera didengar."),
        lambda c: not c.problems,
    ),
    (
        "needs_help",
        _("Ada kebutuhan yang perlu dibantu dalam beberapa hari."),
        lambda c: c.problems - problems.PATIENT - {problems.INFORMATION},
    ),
)

_GREEN: tuple[Check, ...] = (
    (
        "can_wait",
        _("Orang ini aman dan kebutuhannya dapat menunggu janji temu biasa."),
        lambda c: c.problems & problems.PATIENT,
    ),
    ("flags", _("Kata-katanya menyebut hal yang perlu ditanyakan."), lambda c: c.flags),
)

_BLUE: tuple[Check, ...] = (("information", _("Orang ini aman dan hanya meminta informasi."), lambda _c: True),)

# Gravest first: the first table with a check that holds gives the level.
_TABLES = ((MERAH, _RED), (ORANYE, _ORANGE), (KUNING, _YELLOW), (HIJAU, _GREEN), (BIRU, _BLUE))

_CLOCKS = {
    MERAH: because("clock_merah", _("Dijawab seseorang paling lambat 15 menit, siang atau malam.")),
    ORANYE: because("clock_oranye", _("Dijawab pada hari kerja yang sama.")),
    KUNING: because("clock_kuning", _("Dijawab paling lambat tiga hari kerja.")),
    HIJAU: because("clock_hijau", _("Dijawab paling lambat tujuh hari kerja.")),
    BIRU: because("clock_biru", _("Informasi diberikan paling lambat tujuh hari kerja.")),
}
_LATE = because(
    "clock_oranye_next",
    _("Diterima di luar atau di ujung jam kerja, jadi dijawab pada hari kerja berikutnya."),
)


def _level(case: _Case) -> tuple[str, list[Reason]]:
    for level, table in _TABLES:
        reasons = [because(code, sentence) for code, sentence, holds in table if holds(case)]
        if reasons:
            return level, reasons
    raise AssertionError("the blue table holds for everybody")


@versioned("triage", 1)
def triage_1(given: Facts) -> tuple[dict[str, str], list[Reason]]:
    """Value: {"level", "due"}; `due` is ISO 8601 in UTC."""
    return _timed(given, *_level(_Case(given)))


def _timed(given: Facts, level: str, reasons: list[Reason]) -> tuple[dict[str, str], list[Reason]]:
    """The level with the clock that follows from it."""
    received = datetime.fromisoformat(given["received_at"]).astimezone(UTC)
    zone = ZoneInfo(given["zone"])
    due = due_at(level, received, zone)
    clock = _CLOCKS[level]
    if level == ORANYE and due.astimezone(zone).date() != received.astimezone(zone).date():
        clock = _LATE
    return {"level": level, "due": due.isoformat()}, [*reasons, clock]


_SIGNS = {
    Kind.SELF_HARM: _("Kata-katanya bisa berarti ingin mengakhiri hidup atau melukai diri."),
    Kind.VIOLENCE_HOME: _("Kata-katanya bisa berarti ada kekerasan di rumah."),
    Kind.HARM_OTHERS: _("Kata-katanya bisa berarti ada orang yang mengancam atau menyakiti."),
    Kind.CHILD: _("Kata-katanya bisa berarti ada anak dalam bahaya."),
    Kind.MEANS: _("Kata-katanya bisa berarti makanan, tempat tinggal, atau obatnya habis."),
}

_REPORTED = because("reported", _("Seseorang mengkhawatirkan keselamatan orang lain."))


@versioned("triage", 2)
def triage_2(given: Facts) -> tuple[dict[str, str], list[Reason]]:
    """As version 1, and the signs in the own words on top: never lower than version 1. Facts kept before the list
    was there have none."""
    level, reasons = _level(_Case(given))
    if given["channel"] == Via.REPORT:
        reasons = [_REPORTED, *(reasons if level == MERAH else [])]
        level = MERAH
    signs = [(kind, raises) for kind, raises, _why in given.get("signals", ())]
    for _kind, raises in signs:
        if graver(level, raises) != level:
            level, reasons = raises, []
    heard = dict.fromkeys(kind for kind, raises in signs if raises == level)
    return _timed(given, level, [*reasons, *(because(f"sign_{kind}", _SIGNS[kind]) for kind in heard)])


def decide(given: Facts) -> Decision:
    """The newest triage rule on these facts."""
    return rule("triage").decide(given)


def same_level(before: dict[str, str], after: dict[str, str]) -> bool:
    """For a replay: the level decides, not the minute."""
    return before["level"] == after["level"]

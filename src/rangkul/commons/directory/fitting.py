"""Whether one entry fits what is known of somebody, and why. Pure: no clock, no database, no person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.base.numbers import rounded
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah.places import contains
from rangkul.commons.directory.freshness import is_fresh
from rangkul.commons.directory.models import Eligibility
from rangkul.commons.directory.states import Dtsen, Help, Paper, Rule, Status, Topic
from rangkul.commons.people.states import Sex

# After this the register has been renewed, and an answer may be old.
_QUARTER = timedelta(days=92)


@dataclass(frozen=True)
class Paperwork:
    """`attached`: it lies with the case, as a file of this kind."""

    has: bool
    on: date | None = None
    attached: bool = False


@dataclass(frozen=True)
class Facts:
    """What is known; None is not known."""

    age: int | None = None
    sex: str | None = None
    categories: frozenset[str] | None = None
    # By `states.Paper`: whether they have it, and on which day that was said or an attachment came; a paper that is
    # missing here was not asked for.
    documents: Mapping[str, Paperwork] | None = None
    dtsen: str | None = None
    # The day of that answer; the register is renewed every quarter.
    dtsen_on: date | None = None

    @classmethod
    def of(cls, given: Mapping[str, Any] | None) -> Facts:
        given = {key: value for key, value in (given or {}).items() if value not in (None, "")}
        if "categories" in given:
            given["categories"] = frozenset(given["categories"]) or None
        if papers := given.pop("documents", None):
            named = papers if isinstance(papers, Mapping) else dict.fromkeys(papers, (True, None, False))
            given["documents"] = {code: Paperwork(*known) for code, known in named.items()}
        return cls(**given)


@dataclass
class Fit:
    """`against`: why a search leaves it out."""

    because: tuple[str, ...]
    unsure: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass
class _Weighing:
    facts: Facts
    area: str
    labels: Mapping[str, str]
    regions: Mapping[str, str]
    today: date | None = None
    because: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    def told(self, against: Iterable[str] = ()) -> Fit:
        return Fit(tuple(self.because), tuple(dict.fromkeys(self.unsure)), tuple(against))


def fit(
    entry: Any, *, wanted: list[str], area: str, facts: Facts, labels: Mapping[str, str], today: date
) -> Fit | None:
    """None where a condition that must hold does not."""
    weighing = _Weighing(facts, area, labels, entry.regions, today)
    _helps(entry, wanted, weighing)
    if next(_against(entry, weighing), None) is not None:
        return None
    _doubts(entry.service, weighing, today)
    return weighing.told()


def weigh(entry: Any, *, wanted: list[str], area: str, facts: Facts, labels: Mapping[str, str], today: date) -> Fit:
    """The same of one that somebody chose by themself: whatever does not hold is said, and hides nothing."""
    weighing = _Weighing(facts, area, labels, entry.regions, today)
    against = []
    if wanted and not _helps(entry, wanted, weighing):
        needs = ", ".join(labels.get(code, code) for code in wanted)
        against.append(_("tidak menyebut bantuan: %(need)s") % {"need": needs})
    against += _against(entry, weighing)
    _doubts(entry.service, weighing, today)
    return weighing.told(against)


def _helps(entry: Any, wanted: list[str], weighing: _Weighing) -> bool:
    served = [code for code in wanted if code in entry.service.categories or code in entry.service.helps]
    weighing.because += [_("membantu: %(need)s") % {"need": weighing.labels.get(code, code)} for code in served]
    return bool(served)


def _against(entry: Any, weighing: _Weighing) -> Iterator[str]:
    """Each condition that must hold and does not, in words; what holds or is not known goes to `weighing`."""
    if not _serves(entry, weighing):
        yield _("tidak melayani tempat tinggalnya")
    by_rule: dict[str, list[Eligibility]] = {}
    for rule in entry.rules:
        by_rule.setdefault(rule.rule, []).append(rule)
    for name, rules in by_rule.items():
        firm = [rule for rule in rules if not rule.preferred]
        if firm and not _WEIGH[Rule(name)](firm, weighing):
            yield "; ".join(condition_words(rule, dict(weighing.labels), dict(weighing.regions)) for rule in firm)
        _prefer([rule for rule in rules if rule.preferred], name, weighing)


def _serves(entry: Any, weighing: _Weighing) -> bool:
    """Where somebody lives against whom it serves."""
    if not entry.areas:
        if weighing.area:
            weighing.unsure.append(_("wilayah yang dilayani belum ditulis"))
        return True
    if not weighing.area:
        weighing.unsure.append(_("tempat tinggal belum disebut"))
        return True
    for row in entry.areas:
        if contains(row.region_code, weighing.area):
            where = weighing.regions.get(row.region_code) or row.name
            weighing.because.append(
                _("melayani warga %(where)s") % {"where": where} if where else _("melayani seluruh Indonesia")
            )
            return True
    part = next((row for row in entry.areas if contains(weighing.area, row.region_code)), None)
    if part is None:
        return False
    weighing.unsure.append(
        _("hanya melayani %(where)s") % {"where": weighing.regions.get(part.region_code) or part.name}
    )
    return True


def _age(rules: list[Eligibility], weighing: _Weighing) -> bool:
    words = _(" atau ").join(age_words(rule) for rule in rules)
    age = weighing.facts.age
    if age is None:
        weighing.unsure.append(_("umur belum diketahui, syaratnya %(age)s") % {"age": words})
        return True
    if any((rule.age_from or 0) <= age <= (200 if rule.age_to is None else rule.age_to) for rule in rules):
        weighing.because.append(_("untuk umur %(age)s") % {"age": words})
        return True
    return False


def _sex(rules: list[Eligibility], weighing: _Weighing) -> bool:
    allowed = {rule.sex for rule in rules}
    words = _(" atau ").join(str(Sex(sex).label).lower() for sex in sorted(allowed))
    if weighing.facts.sex not in (Sex.FEMALE, Sex.MALE):
        weighing.unsure.append(_("hanya untuk %(sex)s, jenis kelamin belum diketahui") % {"sex": words})
        return True
    if weighing.facts.sex in allowed:
        weighing.because.append(_("untuk %(sex)s") % {"sex": words})
        return True
    return False


def _category(rules: list[Eligibility], weighing: _Weighing) -> bool:
    codes = {code for rule in rules for code in rule.codes}
    words = ", ".join(weighing.labels.get(code, code) for code in sorted(codes))
    known = weighing.facts.categories
    if known is None:
        weighing.unsure.append(_("khusus untuk: %(groups)s") % {"groups": words})
        return True
    if known & codes:
        fitting = ", ".join(weighing.labels.get(code, code) for code in sorted(known & codes))
        weighing.because.append(_("khusus untuk: %(groups)s") % {"groups": fitting})
        return True
    return False


def _area(rules: list[Eligibility], weighing: _Weighing) -> bool:
    codes = [code for rule in rules for code in rule.codes]
    words = ", ".join(weighing.regions.get(code, code) for code in codes)
    if any(contains(code, weighing.area) for code in codes) and weighing.area:
        weighing.because.append(_("untuk warga %(where)s") % {"where": words})
        return True
    if not weighing.area or any(contains(weighing.area, code) for code in codes):
        weighing.unsure.append(_("hanya untuk warga %(where)s") % {"where": words})
        return True
    return False


def _document(rules: list[Eligibility], weighing: _Weighing) -> bool:
    """A paper can be got; to have none yet turns nobody away."""
    codes = {code for rule in rules for code in rule.codes}
    words = _(" atau ").join(_paper(code) for code in sorted(codes))
    known = weighing.facts.documents or {}
    held = next((code for code in sorted(codes) if code in known and known[code].has), None)
    unasked = [_paper(code) for code in sorted(codes) if code not in known]
    if held:
        weighing.because.append(_held_words(_paper(held), known[held]))
    elif len(unasked) == len(codes):
        weighing.unsure.append(_("perlu punya %(paper)s; belum diketahui apakah sudah ada") % {"paper": words})
    elif unasked:
        said = {"paper": words, "unasked": _(" atau ").join(unasked)}
        weighing.unsure.append(_("perlu punya %(paper)s; belum diketahui apakah ada %(unasked)s") % said)
    else:
        days = [on for code in codes if (on := known[code].on)]
        said = {"paper": words, "day": _day(max(days, default=None))}
        weighing.unsure.append(_("perlu punya %(paper)s; menurut jawaban%(day)s belum ada, bisa diurus dulu") % said)
    return True


def _held_words(paper: str, known: Paperwork) -> str:
    said = {"paper": paper, "day": _day(known.on)}
    if known.attached:
        return _("ada %(paper)s di lampiran kasus%(day)s; pastikan atas nama yang datang") % said
    return _("sudah punya %(paper)s, menurut jawaban%(day)s") % said if known.on else _("sudah punya %(paper)s") % said


def _day(on: date | None) -> str:
    return f" {date_format(on, 'j F Y')}" if on else ""


def _dtsen(rules: list[Eligibility], weighing: _Weighing) -> bool:
    """A standing in the register changes every quarter, and one may be proposed: it turns nobody away."""
    codes = {code for rule in rules for code in rule.codes}
    words = _(" atau ").join(str(Dtsen(code).label).lower() for code in sorted(codes))
    facts = weighing.facts
    known = {"standing": _standing(facts.dtsen) if facts.dtsen else "", "wanted": words}
    if facts.dtsen and facts.dtsen_on:
        known["day"] = date_format(facts.dtsen_on, "j F Y")
        if weighing.today and weighing.today - facts.dtsen_on > _QUARTER:
            weighing.unsure.append(
                _("syarat DTSEN: %(wanted)s; jawaban %(day)s (%(standing)s) sudah lebih dari 3 bulan, cek lagi") % known
            )
        elif facts.dtsen in codes:
            weighing.because.append(_("status DTSEN: %(standing)s, menurut jawaban %(day)s") % known)
        else:
            weighing.unsure.append(
                _("syarat DTSEN: %(wanted)s; menurut jawaban %(day)s: %(standing)s; yang belum dapat diusulkan") % known
            )
    elif facts.dtsen in codes:
        weighing.because.append(_("status DTSEN: %(standing)s") % {"standing": words})
    else:
        weighing.unsure.append(_("syarat DTSEN: %(standing)s; yang belum dapat diusulkan") % {"standing": words})
    return True


def _other(rules: list[Eligibility], weighing: _Weighing) -> bool:
    weighing.unsure += [_("ada syarat lain: %(text)s") % {"text": rule.text} for rule in rules]
    return True


_WEIGH: dict[Rule, Callable[[list[Eligibility], _Weighing], bool]] = {
    Rule.AGE: _age,
    Rule.SEX: _sex,
    Rule.CATEGORY: _category,
    Rule.AREA: _area,
    Rule.DOCUMENT: _document,
    Rule.DTSEN: _dtsen,
    Rule.OTHER: _other,
}


def _prefer(rules: list[Eligibility], name: str, weighing: _Weighing) -> None:
    """Whoever fits comes first; who does not may still come, and is told nothing that sounds like no."""
    if not rules:
        return
    trial = _Weighing(weighing.facts, weighing.area, weighing.labels, weighing.regions, weighing.today)
    if _WEIGH[Rule(name)](rules, trial) and trial.because:
        weighing.because += [_("didahulukan: %(reason)s") % {"reason": reason} for reason in trial.because]


def _doubts(service: Any, weighing: _Weighing, today: date) -> None:
    if service.doubt:
        weighing.unsure.append(
            _("ada kabar pada %(day)s: %(news)s")
            % {"day": date_format(service.doubted_on, "j F Y"), "news": str(Topic(service.doubt).label).lower()}
        )
    if service.status == Status.PAUSED:
        weighing.unsure.append(_("sedang tutup sementara"))
    if service.assured_date is None:
        weighing.unsure.append(_("keterangan ini belum pernah dipastikan"))
    elif not is_fresh(service, today) and not service.doubt:
        weighing.unsure.append(
            _("keterangan ini belum dipastikan lagi sejak %(day)s")
            % {"day": date_format(service.assured_date, "j F Y")}
        )


def age_words(rule: Eligibility) -> str:
    if rule.age_from is None:
        return _("sampai %(to)d tahun") % {"to": rule.age_to}
    if rule.age_to is None:
        return _("%(from)d tahun ke atas") % {"from": rule.age_from}
    return _("%(from)d–%(to)d tahun") % {"from": rule.age_from, "to": rule.age_to}


def condition_words(rule: Eligibility, labels: dict[str, str], regions: dict[str, str]) -> str:
    """One condition as a line of its own."""
    words = {
        Rule.AGE: lambda: _("Umur %(age)s") % {"age": age_words(rule)},
        Rule.SEX: lambda: _("Untuk %(sex)s") % {"sex": str(Sex(rule.sex).label).lower()},
        Rule.CATEGORY: lambda: _("Untuk: %(groups)s") % {"groups": ", ".join(labels.get(c, c) for c in rule.codes)},
        Rule.AREA: lambda: _("Warga %(where)s") % {"where": ", ".join(regions.get(c, c) for c in rule.codes)},
        Rule.DOCUMENT: lambda: _("Punya %(papers)s") % {"papers": _(" atau ").join([_paper(c) for c in rule.codes])},
        Rule.DTSEN: lambda: (
            _("Status DTSEN: %(standing)s") % {"standing": _(" atau ").join(map(_standing, rule.codes))}
        ),
        Rule.OTHER: lambda: "",
    }[Rule(rule.rule)]()
    said = ". ".join(part for part in (words, rule.text) if part)
    return _("%(rule)s (didahulukan, bukan keharusan)") % {"rule": said} if rule.preferred else said


def unsure_words(rule: Eligibility, labels: dict[str, str], regions: dict[str, str]) -> list[str]:
    """How a search goes on from "Belum pasti karena" while nothing is known of who asks; of what is only preferred it
    says nothing, because nobody is turned away by it."""
    if rule.preferred:
        return []
    weighing = _Weighing(Facts(), "", labels, regions)
    _WEIGH[Rule(rule.rule)]([rule], weighing)
    return weighing.unsure


def _standing(code: str) -> str:
    return str(Dtsen(code).label).lower()


def _paper(code: str) -> str:
    return str(Paper(code).label) if code in Paper.values else code


def labels(codes: set[str]) -> dict[str, str]:
    """PPKS codes and kinds of help in the words of the pages."""
    found = {code: str(Help(code).label) for code in codes if code in Help.values}
    asked = codes - set(found)
    return found | {code: term.label for code, term in taxonomy.terms(asked).items()} if asked else found


def near_words(step: int) -> str:
    return {
        0: _("di desa atau kelurahan yang sama"),
        1: _("di kecamatan yang sama"),
        2: _("di kabupaten atau kota yang sama"),
        3: _("di provinsi yang sama"),
    }.get(step, "")


def far_words(km: float | None, *, between_centres: bool) -> str:
    """`km` in a straight line, None where it is not known. Never as a way or a time to travel."""
    if km is None:
        return ""
    far = kilometres(km)
    if between_centres:
        return _("%(far)s garis lurus antara pusat wilayah") % {"far": far}
    return _("%(far)s garis lurus dari pusat wilayah Anda") % {"far": far}


def kilometres(km: float) -> str:
    return _("kurang dari 1 km") if km < 1 else _("± %(km)s km") % {"km": rounded(km, 0)}

"""What the assessment knows, for a reader: its own sentences, without those that this reader does not get."""

from collections.abc import Iterable, Iterator
from typing import Any

from rangkul.journey.assessment.queries import Section
from rangkul.journey.assessment.states import Domain, RiskKind, Source
from rangkul.journey.reports.states import Reader, Shape
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import UNWRITTEN, Line, Part, known

_TOLD = {
    "functioning": "penilaian keberfungsian sosial",
    "risks": "catatan risiko",
    "categories": "kelompok layanan",
    "summary": "kesimpulan asesmen",
}
# What others said in confidence could come back to them; the client hears it from the worker, not from a paper.
_OTHERS = "Kata-kata orang terdekat tidak ikut: kertas ini bisa dibaca orang lain di rumah."
_VISITS = "Catatan keselamatan petugas saat berkunjung hanya untuk lembaga sendiri."


def presenting(m: Material) -> Part:
    section = m.told["presenting"]
    lines, held = _lines(m, section)
    if not lines and m.case.concern:
        lines = [Line(f"Saat kasus dibuka tercatat: {m.case.concern}", "pembukaan kasus", m.case.opened_at.date())]
    return Part("presenting", str(section.title), known(lines), held=held)


def domains(m: Material) -> Iterator[Part]:
    for domain in Domain:
        yield _part(m, domain.value)


def functioning(m: Material) -> Part:
    return _part(m, "functioning")


def risks(m: Material) -> Part:
    return _part(m, "risks")


def categories(m: Material) -> Part:
    """Words that put the person first; only for readers whose law asks for a category."""
    return _part(m, "categories")


def opinion(m: Material, title: str = "Pendapat profesional") -> Part:
    """The worker's conclusion, apart from every fact."""
    lines, _held = _lines(m, m.told["summary"])
    return Part(
        "opinion",
        title,
        [line for line in lines if not line.gap] or [Line(UNWRITTEN, gap=True)],
        Shape.PROSE,
        note="Bagian ini pendapat pekerja sosial, terpisah dari fakta.",
        own=True,
        opinion=True,
        asks="Apa kesimpulan Anda dari semua yang tercatat, dan atas dasar apa? Tulis sebagai pendapat.",
    )


def _part(m: Material, code: str) -> Part:
    section = m.told[code]
    lines, held = _lines(m, section)
    return Part(code, str(section.title), known(lines), held=held, note=str(section.note))


def _lines(m: Material, section: Section) -> tuple[list[Line], list[str]]:
    kept, held = [], set()
    for sentence in section.sentences:
        if reason := _withheld(m.reader, sentence):
            held.add(reason)
        else:
            kept.append(_line(m.reader, section, sentence))
    return _without_doubles(kept), sorted(held)


def _line(reader: Reader, section: Section, sentence: Any) -> Line:
    text = sentence.text
    if section.code == "risks" and sentence.kind == "gap" and reader != Reader.HOUSE:
        text = _without_visits(text)
    told = "" if sentence.kind == "gap" else _TOLD.get(section.code, "catatan asesmen")
    return Line(text, told, sentence.on, sentence.row, gap=sentence.kind == "gap")


def _withheld(reader: Reader, sentence: Any) -> str:
    if reader == Reader.CLIENT and sentence.source == Source.SIGNIFICANT_OTHER:
        return _OTHERS
    if reader != Reader.HOUSE and sentence.about == RiskKind.VISIT:
        return _VISITS
    return ""


def _without_visits(text: str) -> str:
    """What was not asked about the workers' own safety is nobody else's business either."""
    label = str(RiskKind.VISIT.label).lower()
    return text.replace(f", {label}", "").replace(f"{label}, ", "")


def _without_doubles(lines: Iterable[Line]) -> list[Line]:
    return list({line.text: line for line in lines}.values())

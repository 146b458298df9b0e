"""Minutes of the newest case conference, as the package that holds conferences tells it."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from rangkul.journey.cases.models import Case
from rangkul.journey.reports import hooks
from rangkul.journey.reports.hooks import Decided, Kind, Meeting
from rangkul.journey.reports.states import Reader, Shape
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Draft, Line, Part, day, known, sentence

_TOLD = "pembahasan kasus"


def newest(case: Case) -> Meeting | None:
    held = [meeting for tell in hooks.minutes for meeting in tell(case)]
    return max(held, key=lambda one: one.on, default=None)


def write(m: Material) -> Draft:
    meeting = newest(m.case)
    parts = [
        Part("meeting", "Pertemuan", list(_about(m, meeting)), Shape.FACTS),
        _points(meeting, "present", "Yang hadir", meeting.present),
        _points(meeting, "agenda", "Yang dibahas", [*meeting.agenda, *meeting.discussed]),
        _points(meeting, "decisions", "Keputusan", [_decided(one) for one in meeting.decisions]),
        _points(meeting, "dissent", "Pendapat yang berbeda", meeting.dissent, "Tidak ada yang tercatat."),
    ]
    return Draft("Notulen pembahasan kasus", parts)


def _about(m: Material, meeting: Meeting) -> Iterator[Line]:
    facts = (("Kasus", m.case.number), ("Hari", day(meeting.on)), ("Pokok", meeting.title), ("Tempat", meeting.place))
    for label, value in facts:
        if value:
            yield Line(f"{label}: {value}", _TOLD, meeting.on, meeting.row)


def _points(meeting: Meeting, code: str, title: str, told, otherwise: str = "Belum dicatat.") -> Part:
    lines = [Line(sentence(one), _TOLD, meeting.on, meeting.row) for one in told]
    return Part(code, title, known(lines, otherwise))


def _decided(one: Decided) -> str:
    owner = f" Penanggung jawab: {one.owner}." if one.owner else ""
    due = f" Paling lambat {day(one.due)}." if one.due else ""
    return f"{sentence(one.text)}{owner}{due}"


KIND = Kind(
    code="minutes",
    label=_("Notulen pembahasan kasus"),
    name="Notulen pembahasan kasus",
    about=_("Siapa yang hadir, apa yang diputuskan, dan pendapat yang berbeda."),
    readers=(Reader.HOUSE, Reader.AGENCY),
    write=write,
    lacks=lambda case: "" if newest(case) else _("Belum ada pembahasan kasus yang dicatat."),
    short="NP",
)

"""Whom the document is about: identity, the people near, and from where the record knows what it knows."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from rangkul.base import clock
from rangkul.commons.people import queries as people
from rangkul.commons.people.models import Person
from rangkul.commons.people.states import Influence
from rangkul.journey.assessment.states import Source
from rangkul.journey.cases.models import CasePerson
from rangkul.journey.cases.states import WITHOUT_CLIENT, Channel
from rangkul.journey.cases.states import Influence as Weight
from rangkul.journey.reports.states import Reader, Shape
from rangkul.journey.reports.writing.material import Material
from rangkul.journey.reports.writing.parts import Line, Part, day, known, one_line

HIDDEN = "Dirahasiakan demi keselamatan."
_NO_NUMBER = "NIK, nomor KK, dan nomor telepon tidak ditulis."
_NO_PLACE = "Alamat dan wilayah tidak ditulis: ada tempat yang dirahasiakan atau orangnya dibatasi."
_NO_NAMES = "Nama keluarga dan orang terdekat tidak ditulis; pembaca ini hanya mendapat hubungannya."


def identity(m: Material) -> Part:
    held = [_NO_NUMBER, *([_NO_PLACE] if m.hides else [])]
    lines = [Line(f"{label}: {value}", "data klien") for label, value in _identity(m) if value]
    return Part("identity", "Identitas", lines, Shape.FACTS, held)


def _identity(m: Material) -> Iterator[tuple[str, str]]:
    yield "Nama", m.case.client_name
    if (person := m.person) is not None:
        yield "Jenis kelamin", str(person.get_sex_display()) if person.sex else "belum diketahui"
        # A partner needs to know how old somebody is; courts and the house need the day.
        if m.reader != Reader.AGENCY:
            yield "Lahir", ", ".join(part for part in (person.birth_place, people.birth_of(person)) if part)
        yield "Umur", people.age_of(person) or "belum diketahui"
        if m.reader != Reader.AGENCY:
            yield "Alamat", HIDDEN if m.hides else m.home or "belum diketahui"
    else:
        yield "Klien", str(m.case.get_client_kind_display())
    yield "Nomor kasus", m.case.number
    yield "Didampingi sejak", day(clock.local(m.case.opened_at, m.case.region_code).date())
    yield "Pekerja sosial", m.case.worker.full_name
    yield "Unit", f"{m.case.unit.name}, {m.case.agency.name}"


def sources(m: Material) -> Part:
    """How the record came to know: who was asked and seen how often, between which days."""
    lines = list(_sources(m))
    return Part("sources", "Sumber data", known(lines, "Belum ada sumber yang tercatat."))


def _sources(m: Material) -> Iterator[Line]:
    met = Counter(Channel(one.channel) for one in m.activities if one.channel not in WITHOUT_CLIENT)
    days = [clock.local(one.at, m.case.region_code).date() for one in m.activities if one.channel not in WITHOUT_CLIENT]
    for channel, times in met.most_common():
        yield Line(f"{channel.label}: {times} kali.", "catatan kegiatan", max(days))
    if days:
        words = f"Pertemuan dan pembicaraan dengan klien berlangsung {_between(days)}."
        yield Line(words, "catatan kegiatan", max(days))
    named = {
        Source.CLIENT: "keterangan klien",
        Source.SIGNIFICANT_OTHER: "keterangan orang terdekat",
        Source.DOCUMENT: "dokumen",
        Source.PROFESSIONAL: "keterangan petugas atau ahli lain",
        Source.OBSERVATION: "pengamatan pekerja sosial",
    }
    for source, words in named.items():
        seen = [fact.source_date for fact in m.facts if fact.source == source]
        if seen:
            yield Line(f"{len(seen)} {words}, {_between(seen)}.", "catatan asesmen", max(seen))


def _between(days: list[date]) -> str:
    first, last = min(days), max(days)
    return f"pada {day(first)}" if first == last else f"dari {day(first)} sampai {day(last)}"


def family(m: Material) -> Part:
    """Relatives and others near. A partner gets relations without names."""
    named = m.reader != Reader.AGENCY
    lines = [*_kin(m, named), *_near(m, named)]
    title = "Keluarga dan orang terdekat"
    return Part("family", title, known(lines), held=() if named or not lines else (_NO_NAMES,))


_FELT = {
    Influence.HELPS: "menguatkan klien",
    Influence.MIXED: "kadang menguatkan, kadang melemahkan klien",
    Influence.HARMS: "melemahkan atau membahayakan klien",
    Weight.SUPPORTS: "menguatkan klien",
    Weight.BURDENS: "memberatkan klien",
    Weight.BOTH: "menguatkan dan memberatkan klien",
}


def _name(person: Person, named: bool) -> str:
    """Somebody who hides is not named to anybody, whatever the relation."""
    return f": {person.full_name}" if named and not person.restricted else ""


def _kin(m: Material, named: bool) -> Iterator[Line]:
    for one in m.kin:
        label = one.label[:1].upper() + one.label[1:]
        felt = _FELT.get(one.row.influence, "") if one.speaks_of_them else ""
        alive = " (meninggal)" if one.person.died_on else ""
        words = f"{label}{_name(one.person, named)}{alive}{f', menurut klien {felt}' if felt else ''}."
        yield Line(words, "data keluarga", one.row.made_at.date(), one.row.pk)


def _near(m: Material, named: bool) -> Iterator[Line]:
    kin = {one.person.pk for one in m.kin}
    for row in m.near:
        if row.person_id in kin:
            continue
        felt = _FELT.get(row.influence, "")
        words = f"{_relation(m, row, named)}{_name(row.person, named)}{f', menurut klien {felt}' if felt else ''}."
        yield Line(words, "orang terkait kasus", row.made_at.date(), row.pk)


def _relation(m: Material, row: CasePerson, named: bool) -> str:
    """As the client put it. Words that hold somebody's name ("orang tua Dyah") are left out with the names."""
    words = one_line(row.relation)
    if not words or (not named and _names_somebody(m, words)):
        words = str(row.get_role_display())
    return words[:1].upper() + words[1:]


def _names_somebody(m: Material, words: str) -> bool:
    people = [m.person, *(row.person for row in m.near), *(one.person for one in m.kin)]
    names = {part for one in people if one for part in f"{one.full_name} {one.called_name}".casefold().split()}
    return bool(names & set(words.casefold().split()))

"""The columns of a table: their names, what they hold, and how a row becomes a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.commons.directory.drafts import (
    ContactDraft,
    HoursDraft,
    OrganizationDraft,
    PaperDraft,
    PlaceDraft,
    RoomDraft,
    RuleDraft,
    ServiceDraft,
)
from rangkul.commons.directory.importing import meanings
from rangkul.commons.directory.importing.lines import Line, RowFault
from rangkul.commons.directory.importing.meanings import Wrong
from rangkul.commons.directory.states import (
    Access,
    Atensi,
    Channel,
    Cost,
    Dtsen,
    Help,
    Language,
    LegalStatus,
    Paper,
    Rule,
    Season,
    Status,
    Way,
)

_LINKS = (Channel.EMAIL, Channel.WHATSAPP)
NEEDED = ("lembaga", "layanan")
COLUMNS: dict[str, Any] = {
    "lembaga": gettext_lazy("Nama lembaga (wajib)"),
    "layanan": gettext_lazy("Nama layanan (wajib)"),
    "nama_lain": gettext_lazy("Nama lain layanan"),
    "penjelasan": gettext_lazy("Apa yang didapat orang di sini"),
    "nama_lain_lembaga": gettext_lazy("Nama lain lembaga"),
    "penjelasan_lembaga": gettext_lazy("Tentang lembaganya"),
    "situs_lembaga": gettext_lazy("Alamat situs lembaga"),
    "bentuk": gettext_lazy("Bentuk lembaga: state, foundation, association, religious, company, community"),
    "psks": gettext_lazy("Kode PSKS lembaga"),
    "keadaan": gettext_lazy("active, temporarily closed, inactive, defunct"),
    "bantuan": gettext_lazy("Jenis bantuan, dipisah titik koma: shelter; food; counselling; …"),
    "kelompok": gettext_lazy("Kode kelompok layanan, dipisah titik koma: PPKS-08; PPKS-19"),
    "atensi": gettext_lazy("Bentuk ATENSI: living; care; family; therapy; vocation; aid; access"),
    "wilayah": gettext_lazy("Tempatnya: kode atau nama desa, kecamatan, kabupaten"),
    "nama_tempat": gettext_lazy("Nama gedung atau kantornya"),
    "alamat": gettext_lazy("Jalan dan nomor"),
    "kode_pos": gettext_lazy("Lima angka"),
    "petunjuk_jalan": gettext_lazy("Cara ke sana: angkot, patokan, lantai"),
    "lintang": gettext_lazy("Titik peta: derajat, misalnya -6,914744"),
    "bujur": gettext_lazy("Titik peta: derajat, misalnya 107,609810"),
    "akses": gettext_lazy("ramp; toilet; sign; guide; nursing; private; transit"),
    "melayani": gettext_lazy("Warga mana: kode atau nama wilayah, dipisah titik koma; Indonesia untuk semua"),
    "jam_buka": gettext_lazy("Senin–Jumat 08.00–16.00; libur tutup"),
    "jam_ramadan": gettext_lazy("Jam buka bulan Ramadan"),
    "jam_khusus": gettext_lazy("2027-03-20 s/d 2027-03-25: tutup (Idulfitri), beberapa dipisah |"),
    "umur_dari": gettext_lazy("Tahun"),
    "umur_sampai": gettext_lazy("Tahun"),
    "jenis_kelamin": gettext_lazy("P atau L bila hanya untuk salah satu"),
    "syarat_kelompok": gettext_lazy("Hanya untuk kelompok ini: PPKS-08; PPKS-19"),
    "syarat_wilayah": gettext_lazy("Hanya untuk warga wilayah ini: kode atau nama, dipisah titik koma"),
    "syarat_surat": gettext_lazy("Harus punya salah satu: ktp; kk; kia; birth; sktm; bpjs; doctor; police; …"),
    "syarat_dtsen": gettext_lazy("registered; not_registered; proposed; objected. Desil tidak dibaca"),
    "syarat_lain": gettext_lazy("Syarat lain dalam kata-kata"),
    "cara_memulai": gettext_lazy("come; call; whatsapp; mail; online; referral"),
    "langkah": gettext_lazy("Langkah memulai dalam kata-kata"),
    "biaya": gettext_lazy("Gratis, Sesuai kemampuan, Berbayar"),
    "harga": gettext_lazy("Rupiah"),
    "penjelasan_biaya": gettext_lazy("Kata-kata tentang biaya"),
    "lama_menunggu": gettext_lazy("Berapa lama biasanya menunggu"),
    "bahasa": gettext_lazy("ind; jav; sun; mad; min; inl; …, atau nama bahasanya"),
    "tersedia": gettext_lazy("3 dari 12 tempat tidur, 2026-11-26; beberapa dipisah titik koma"),
    "dibawa": gettext_lazy("ktp; kk; sktm; bpjs; … atau nama surat lain; yang tidak wajib: kk (bila ada)"),
    "telepon": gettext_lazy("Nomor telepon"),
    "kontak": gettext_lazy("Meja atau bagian yang menjawab, bukan nama orang"),
    "whatsapp": gettext_lazy("Nomor WhatsApp"),
    "surel": gettext_lazy("Alamat surel"),
    "terima_rujukan": gettext_lazy("ya bila rujukan boleh dikirim ke surel ini, atau ke WhatsApp bila surel kosong"),
    "situs": gettext_lazy("Alamat situs"),
    "dipastikan": gettext_lazy("Tanggal terakhir dipastikan, 2026-11-26; kosong: belum pernah"),
    "kunci": gettext_lazy("Nomor baris ini di sistem asalnya"),
}


def name_of(cell: str) -> str:
    """The column that a heading means; "" for one that nobody knows, which is left unread."""
    name = "_".join(str(cell).strip().casefold().replace("-", " ").split())
    return name if name in COLUMNS else ""


class _Row:
    """The cells of one row; a wrong one leaves its fault and its default."""

    def __init__(self, number: int, given: dict[str, str]) -> None:
        self.number, self.given = number, given
        self.faults: list[RowFault] = []

    def take(self, column: str, read: Callable[[str], Any], usual: Any) -> Any:
        text = self.given.get(column, "")
        if not text:
            return usual
        try:
            return read(text)
        except Wrong as error:
            self.faults.append(RowFault(self.number, column, str(error)))
            return usual

    def words(self, column: str, most: int) -> str:
        return self.take(column, lambda text: meanings.bounded(text, most), "")

    def each(self, column: str, read: Callable[[str], Any]) -> list[Any]:
        return self.take(column, lambda text: [read(one) for one in dict.fromkeys(meanings.several(text))], [])

    def code(self, column: str, words: Any, usual: str = "") -> str:
        return self.take(column, lambda text: meanings.coded(words, text), usual)

    def codes(self, column: str, words: Any) -> list[str]:
        return self.each(column, lambda text: meanings.coded(words, text))


def line(number: int, given: dict[str, str]) -> Line:
    row = _Row(number, given)
    for column in NEEDED:
        if not given.get(column):
            row.faults.append(RowFault(number, column, _("Bagian ini belum diisi.")))
    organization = OrganizationDraft(
        name=row.words("lembaga", 160),
        alternate_name=row.words("nama_lain_lembaga", 160),
        description=row.words("penjelasan_lembaga", 2000),
        legal_status=row.code("bentuk", LegalStatus),
        psks=row.take("psks", meanings.potential, ""),
        website=row.take("situs_lembaga", meanings.address, ""),
    )
    service = ServiceDraft(
        name=row.words("layanan", 160),
        alternate_name=row.words("nama_lain", 160),
        description=row.words("penjelasan", 4000),
        status=row.code("keadaan", Status, Status.ACTIVE),
        helps=row.codes("bantuan", Help),
        categories=row.each("kelompok", meanings.category),
        atensi=row.codes("atensi", Atensi),
        ways=row.codes("cara_memulai", Way),
        application_process=row.words("langkah", 1000),
        cost=row.code("biaya", Cost),
        amount=row.take("harga", lambda text: meanings.number(text, 2_000_000_000), None),
        fees_description=row.words("penjelasan_biaya", 300),
        url=row.take("situs", meanings.address, ""),
        languages=row.codes("bahasa", Language),
        wait_time=row.words("lama_menunggu", 120),
        areas=row.each("melayani", meanings.region),
        places=_places(row),
        hours=_hours(row),
        rules=_rules(row),
        papers=row.each("dibawa", _paper),
        contacts=_contacts(row),
        rooms=_rooms(row),
    )
    _together(row, service)
    assured = row.take("dipastikan", meanings.day, None)
    service.source_key = row.words("kunci", 80)
    service.source = "berkas" if service.source_key else ""
    return Line(number, organization, service, assured, row.faults)


def _paper(text: str) -> PaperDraft:
    """One of ours, else whatever it is called."""
    name = text.removesuffix(meanings.WELCOME)
    try:
        return PaperDraft(meanings.coded(Paper, name), needed=name == text)
    except Wrong:
        return PaperDraft(Paper.OTHER, meanings.bounded(name, 160), needed=name == text)


def _places(row: _Row) -> list[PlaceDraft]:
    region, address = row.take("wilayah", meanings.region, ""), row.words("alamat", 300)
    latitude, longitude = _point(row)
    place = PlaceDraft(
        region, address, name=row.words("nama_tempat", 160), postal_code=row.words("kode_pos", 5),
        directions=row.words("petunjuk_jalan", 300), latitude=latitude, longitude=longitude,
        accessibility=row.codes("akses", Access),
    )  # fmt: skip
    if region or address:
        return [place]
    if place != PlaceDraft():
        row.faults.append(RowFault(row.number, "alamat", _("Isi wilayah atau alamat tempat ini.")))
    return []


def _point(row: _Row) -> tuple[Any, Any]:
    given = [row.take(name, meanings.degrees, None) for name in ("lintang", "bujur")]
    if given == [None, None]:
        return None, None
    try:
        return meanings.point(*given)
    except Wrong as error:
        row.faults.append(RowFault(row.number, "bujur", str(error)))
        return None, None


def _rooms(row: _Row) -> list[RoomDraft]:
    """Of each unit the newest."""
    found = row.each("tersedia", meanings.rooms)
    newest = {one.unit: one for one in sorted(found, key=lambda one: one.counted_on)}
    return list(newest.values())


def _hours(row: _Row) -> list[HoursDraft]:
    found = []
    for column, season in (("jam_buka", Season.USUAL), ("jam_ramadan", Season.RAMADAN)):
        if text := row.take(column, meanings.hours, ""):
            found.append(HoursDraft(meanings.bounded(text, 200), season=season))
    return [*found, *row.take("jam_khusus", _exceptions, [])]


def _exceptions(text: str) -> list[HoursDraft]:
    return [meanings.exception(one) for one in text.split("|") if one.strip()]


def _rules(row: _Row) -> list[RuleDraft]:
    found = []
    ages = [row.take(column, lambda text: meanings.number(text, 120), None) for column in ("umur_dari", "umur_sampai")]
    if None not in ages and ages[0] > ages[1]:
        row.faults.append(RowFault(row.number, "umur_sampai", _("Umur tertua lebih muda daripada umur termuda.")))
    elif ages != [None, None]:
        found.append(RuleDraft(Rule.AGE, age_from=ages[0], age_to=ages[1]))
    if sex := row.take("jenis_kelamin", _sex, ""):
        found.append(RuleDraft(Rule.SEX, sex=sex))
    for column, rule, read in _CODED:
        if codes := row.each(column, read):
            found.append(RuleDraft(rule, codes=codes))
    if other := row.words("syarat_lain", 300):
        found.append(RuleDraft(Rule.OTHER, text=other))
    return found


_CODED: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("syarat_kelompok", Rule.CATEGORY, meanings.category),
    ("syarat_wilayah", Rule.AREA, meanings.part),
    ("syarat_surat", Rule.DOCUMENT, lambda text: meanings.coded(Paper, text)),
    ("syarat_dtsen", Rule.DTSEN, lambda text: meanings.coded(Dtsen, text)),
)


def _sex(text: str) -> str:
    found = {"p": "P", "perempuan": "P", "l": "L", "laki-laki": "L"}.get(text.casefold())
    if not found:
        raise Wrong(_("Tulis P atau L, atau kosongkan."))
    return found


def _contacts(row: _Row) -> list[ContactDraft]:
    columns = (("telepon", Channel.PHONE), ("whatsapp", Channel.WHATSAPP), ("surel", Channel.EMAIL))
    read = [row.take(column, lambda text, way=way: meanings.contact(way, text), None) for column, way in columns]
    found = [one for one in read if one]
    desk = row.words("kontak", 120)
    for one in found:
        one.name = desk
    if desk and not found:
        row.faults.append(RowFault(row.number, "kontak", _("Isi nomor atau surelnya.")))
    if row.take("terima_rujukan", meanings.yes, False):
        # By mail first: a link is safer there than on a telephone that several people pick up.
        first = next((one for way in _LINKS for one in found if one.channel == way), None)
        if first is None:
            row.faults.append(RowFault(row.number, "terima_rujukan", _("Isi surel atau WhatsApp penerima rujukan.")))
        else:
            first.receives_referrals = True
    return found


def _together(row: _Row, service: ServiceDraft) -> None:
    if service.cost == Cost.FREE and service.amount:
        row.faults.append(RowFault(row.number, "harga", _("Layanan gratis tidak punya harga.")))
    if service.cost == Cost.FREE:
        service.amount = None

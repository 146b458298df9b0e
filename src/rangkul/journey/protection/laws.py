"""Hours and days that a law sets, as reference data: from what they are counted, whose duty they are, where it says so.

`read` says where the words of the article were read, and when; what nobody has read yet says so on the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from rangkul.journey.protection.states import AMBER, RED

_RECEIPT = _("Nomor tanda terima")


@dataclass(frozen=True)
class Law:
    """`told_after`: from then on somebody above is told, unless it was met. `pace`: how fast that climbs.
    `calls`: the facts that propose it (`queries.calling`)."""

    code: str
    label: Any
    counted_from: Any
    whose: Any
    lasts: timedelta
    told_after: timedelta
    lasts_words: Any
    source: str
    pace: str
    calls: frozenset[str] = frozenset()
    # What the field for the receipt is called: a police report has a number.
    receipt: Any = _RECEIPT
    # Counted from the report to us: often the hour of the request, never that of whoever begins the clock.
    from_request: bool = False
    # Proposed only where this one was begun before: it counts from what came of that.
    after: str = ""
    # Where the words themselves were read, and when; "" until somebody has.
    read: str = ""

    @property
    def verified(self) -> bool:
        return bool(self.read)


_ALL: Sequence[Law] = (
    Law(
        code="tpks_police_72h",
        label=_("Laporkan kekerasan seksual ke polisi"),
        counted_from=_("sejak korban melapor kepada kami"),
        whose=_("lembaga yang menerima laporan"),
        lasts=timedelta(hours=72),
        told_after=timedelta(hours=48),
        lasts_words=_("3×24 jam"),
        source="UU 12/2022 Pasal 41 ayat (2) dan (3)",
        read="Wikisource hlm. 29, 27-11-2026",
        pace=RED,
        calls=frozenset({"sexual"}),
        receipt=_("Nomor laporan polisi"),
        from_request=True,
    ),
    Law(
        code="tpks_protection_24h",
        label=_("Tanyakan pelindungan sementara dari polisi"),
        counted_from=_("sejak polisi menerima laporan kekerasan seksual"),
        whose=_("kepolisian; kami mengingatkan"),
        lasts=timedelta(hours=24),
        told_after=timedelta(hours=24),
        lasts_words=_("1×24 jam"),
        source="UU 12/2022 Pasal 42 ayat (1)",
        read="Wikisource hlm. 29, 27-11-2026",
        pace=AMBER,
        calls=frozenset({"sexual"}),
        receipt=_("Nomor surat pelindungan"),
    ),
    Law(
        code="tpks_protection_14d",
        label=_("Pelindungan sementara polisi berakhir (kekerasan seksual)"),
        counted_from=_("sejak korban ditangani"),
        whose=_("kami, bersama pendamping hukum: pelindungan lanjutan diminta sebelum habis"),
        lasts=timedelta(days=14),
        told_after=timedelta(days=11),
        lasts_words=_("paling lama 14 hari"),
        source="UU 12/2022 Pasal 42 ayat (2)",
        read="peraturan.info, 27-11-2026",
        after="tpks_protection_24h",
        pace=AMBER,
        calls=frozenset({"sexual"}),
        receipt=_("Nomor surat pelindungan"),
    ),
    Law(
        code="tpks_lpsk_24h",
        label=_("Tanyakan permintaan pelindungan polisi kepada LPSK"),
        counted_from=_("sejak polisi memberi pelindungan sementara"),
        whose=_("kepolisian; kami mengingatkan"),
        lasts=timedelta(hours=24),
        told_after=timedelta(hours=24),
        lasts_words=_("1×24 jam"),
        source="UU 12/2022 Pasal 43 ayat (1)",
        read="peraturan.info, 27-11-2026",
        after="tpks_protection_24h",
        pace=AMBER,
        calls=frozenset({"sexual"}),
        receipt=_("Nomor surat permintaan"),
    ),
    Law(
        code="kdrt_protection_24h",
        label=_("Tanyakan perlindungan sementara dari polisi (KDRT)"),
        counted_from=_("sejak polisi mengetahui atau menerima laporan KDRT"),
        whose=_("kepolisian; kami mengingatkan"),
        lasts=timedelta(hours=24),
        told_after=timedelta(hours=24),
        lasts_words=_("1×24 jam"),
        source="UU 23/2004 Pasal 16 ayat (1)",
        read="kutipan utuh di laman Polres Bantul, 27-11-2026",
        pace=AMBER,
        calls=frozenset({"home"}),
        receipt=_("Nomor surat perlindungan"),
    ),
    Law(
        code="kdrt_protection_7d",
        label=_("Perlindungan sementara polisi berakhir"),
        counted_from=_("sejak korban diterima atau ditangani"),
        whose=_("kami, bersama pendamping hukum: perintah perlindungan diminta sebelum habis"),
        lasts=timedelta(days=7),
        told_after=timedelta(days=5),
        lasts_words=_("paling lama 7 hari"),
        source="UU 23/2004 Pasal 16 ayat (2)",
        read="kutipan utuh di laman Polres Bantul, 27-11-2026",
        pace=AMBER,
        calls=frozenset({"home"}),
        receipt=_("Nomor perintah perlindungan"),
    ),
    Law(
        code="kdrt_order_24h",
        label=_("Tanyakan permintaan perintah perlindungan ke pengadilan (KDRT)"),
        counted_from=_("sejak polisi memberi perlindungan sementara"),
        whose=_("kepolisian; kami mengingatkan"),
        lasts=timedelta(hours=24),
        told_after=timedelta(hours=24),
        lasts_words=_("1×24 jam"),
        source="UU 23/2004 Pasal 16 ayat (3)",
        read="kutipan utuh di laman Polres Bantul, 27-11-2026",
        after="kdrt_protection_24h",
        pace=AMBER,
        calls=frozenset({"home"}),
        receipt=_("Nomor surat permintaan"),
    ),
    Law(
        code="social_report_72h",
        label=_("Serahkan laporan sosial anak korban atau saksi kepada penyidik"),
        counted_from=_("sejak kami menerima surat permintaan penyidik"),
        whose=_("pekerja sosial yang diminta"),
        lasts=timedelta(hours=72),
        told_after=timedelta(hours=48),
        lasts_words=_("3×24 jam"),
        source="PP 65/2015",
        read="pasal.id, 27-11-2026; nomor pasalnya belum tampak",
        pace=AMBER,
    ),
    Law(
        code="litmas_72h",
        label=_("Terima bukti penelitian kemasyarakatan (litmas) dari Bapas"),
        counted_from=_("sejak Bapas menerima surat permintaan penyidik"),
        whose=_("Bapas; kami hanya menyimpan tanda terimanya"),
        lasts=timedelta(hours=72),
        told_after=timedelta(hours=72),
        lasts_words=_("3×24 jam"),
        source="PP 65/2015",
        read="pasal.id, 27-11-2026; nomor pasalnya belum tampak",
        pace=AMBER,
        calls=frozenset({"child_law"}),
    ),
    Law(
        code="sppa_diversion_7d",
        label=_("Ingatkan penyidik: diversi ditawarkan"),
        counted_from=_("sejak penyidikan dimulai"),
        whose=_("penyidik; kami mengingatkan dan mendampingi anak"),
        lasts=timedelta(days=7),
        told_after=timedelta(days=5),
        lasts_words=_("7×24 jam"),
        source="PP 65/2015; UU 11/2012 Pasal 29",
        read="PP 65/2015 di pasal.id, 27-11-2026; nomor pasalnya belum tampak",
        pace=AMBER,
        calls=frozenset({"child_law"}),
        receipt=_("Nomor undangan musyawarah"),
    ),
    Law(
        code="sppa_diversion_30d",
        label=_("Proses diversi selesai"),
        counted_from=_("sejak diversi dimulai"),
        whose=_("penyidik; kami mengingatkan dan mendampingi anak"),
        lasts=timedelta(days=30),
        told_after=timedelta(days=25),
        lasts_words=_("30 hari"),
        source="UU 11/2012 Pasal 29",
        pace=AMBER,
        calls=frozenset({"diversion"}),
        receipt=_("Nomor kesepakatan atau berita acara"),
    ),
)
LAWS: dict[str, Law] = {law.code: law for law in _ALL}
CHOICES = [(law.code, law.label) for law in _ALL]

"""Hours and days that a law sets, as reference data: from what they are counted, whose duty they are, where it says so.

`verified` tells whether the article itself was seen; what is only quoted elsewhere says so on the page.
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
    verified: bool
    pace: str
    calls: frozenset[str] = frozenset()
    # What the field for the receipt is called: a police report has a number.
    receipt: Any = _RECEIPT
    # Counted from the report to us: often the hour of the request, never that of whoever begins the clock.
    from_request: bool = False


_ALL: Sequence[Law] = (
    Law(
        "tpks_police_72h",
        _("Laporkan kekerasan seksual ke polisi"),
        _("sejak korban melapor kepada kami"),
        _("lembaga yang menerima laporan"),
        timedelta(hours=72),
        timedelta(hours=48),
        _("3×24 jam"),
        "UU 12/2022 Pasal 41",
        True,
        RED,
        frozenset({"sexual"}),
        _("Nomor laporan polisi"),
        from_request=True,
    ),
    Law(
        "tpks_protection_24h",
        _("Tanyakan pelindungan sementara dari polisi"),
        _("sejak polisi menerima laporan kekerasan seksual"),
        _("kepolisian; kami mengingatkan"),
        timedelta(hours=24),
        timedelta(hours=24),
        _("1×24 jam"),
        "UU 12/2022 Pasal 42",
        True,
        AMBER,
        frozenset({"sexual"}),
        _("Nomor surat pelindungan"),
    ),
    Law(
        "kdrt_protection_24h",
        _("Tanyakan perlindungan sementara dari polisi (KDRT)"),
        _("sejak polisi mengetahui atau menerima laporan KDRT"),
        _("kepolisian; kami mengingatkan"),
        timedelta(hours=24),
        timedelta(hours=24),
        _("1×24 jam"),
        "UU 23/2004 Pasal 16",
        False,
        AMBER,
        frozenset({"home"}),
        _("Nomor surat perlindungan"),
    ),
    Law(
        "kdrt_protection_7d",
        _("Perlindungan sementara polisi berakhir"),
        _("sejak perlindungan sementara diberikan"),
        _("kami, bersama pendamping hukum: perintah perlindungan diminta sebelum habis"),
        timedelta(days=7),
        timedelta(days=5),
        _("paling lama 7 hari"),
        "UU 23/2004 Pasal 16, 28",
        False,
        AMBER,
        frozenset({"home"}),
        _("Nomor perintah perlindungan"),
    ),
    Law(
        "litmas_72h",
        _("Terima bukti penelitian kemasyarakatan (litmas) dari Bapas"),
        _("sejak penyidik memintanya"),
        _("Bapas; kami hanya menyimpan tanda terimanya"),
        timedelta(hours=72),
        timedelta(hours=72),
        _("3×24 jam"),
        "UU 11/2012",
        False,
        AMBER,
        frozenset({"child_law"}),
    ),
    Law(
        "sppa_diversion_7d",
        _("Ingatkan penyidik: diversi diupayakan"),
        _("sejak penyidikan dimulai"),
        _("penyidik; kami mengingatkan dan mendampingi anak"),
        timedelta(days=7),
        timedelta(days=5),
        _("7 hari"),
        "UU 11/2012 Pasal 29",
        False,
        AMBER,
        frozenset({"child_law"}),
        _("Nomor undangan musyawarah"),
    ),
    Law(
        "sppa_diversion_30d",
        _("Proses diversi selesai"),
        _("sejak diversi dimulai"),
        _("penyidik; kami mengingatkan dan mendampingi anak"),
        timedelta(days=30),
        timedelta(days=25),
        _("30 hari"),
        "UU 11/2012 Pasal 29",
        False,
        AMBER,
        frozenset({"diversion"}),
        _("Nomor kesepakatan atau berita acara"),
    ),
)
LAWS: dict[str, Law] = {law.code: law for law in _ALL}
CHOICES = [(law.code, law.label) for law in _ALL]

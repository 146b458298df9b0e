"""The rights of whoever was hurt, in plain words with their source, and where one may go. No legal advice."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Right:
    """`read`: where the words of the article were read, and when; "" where they must be confirmed before anybody relies
    on them. "acuan" is the list of laws of the project, which saw the article but names no page."""

    words: Any
    source: str
    read: str = ""

    @property
    def verified(self) -> bool:
        return bool(self.read)


RIGHTS = (
    Right(
        words=_("Anda berhak ditangani: didengar, diperiksa kesehatannya, dan diberi tahu langkah berikutnya."),
        source="UU 12/2022 Pasal 67",
        read="acuan",
    ),
    Right(
        words=_("Anda berhak dilindungi, juga dari ancaman orang yang menyakiti Anda."),
        source="UU 12/2022 Pasal 67",
        read="acuan",
    ),
    Right(
        words=_("Anda berhak dipulihkan, sebelum, selama, dan sesudah perkara."),
        source="UU 12/2022 Pasal 67",
        read="acuan",
    ),
    Right(
        words=_(
            "Anda berhak didampingi, antara lain oleh pekerja sosial, psikolog, atau pendamping hukum. "
            "Anda boleh meminta pendamping yang berjenis kelamin sama."
        ),
        source="UU 12/2022 Pasal 26",
        read="acuan",
    ),
    Right(
        words=_("Anda atau siapa pun yang tahu boleh melapor ke UPTD PPA, lembaga layanan, atau polisi."),
        source="UU 12/2022 Pasal 39",
        read="Wikisource hlm. 27, 27-11-2026",
    ),
    Right(
        words=_("Sesudah laporan, polisi dapat memberi pelindungan sementara dalam 1×24 jam."),
        source="UU 12/2022 Pasal 42",
        read="Wikisource hlm. 29, 27-11-2026",
    ),
    Right(
        words=_(
            "Kekerasan seksual tidak diselesaikan dengan damai di luar pengadilan, kecuali yang "
            "melakukannya masih anak."
        ),
        source="UU 12/2022 Pasal 23",
    ),
    Right(
        words=_("Dalam kekerasan di rumah tangga, Anda berhak atas kerahasiaan, pendamping, dan bimbingan rohani."),
        source="UU 23/2004 Pasal 10",
        read="acuan",
    ),
    Right(
        words=_(
            "Setiap orang yang tahu wajib, semampunya, mencegah, melindungi, memberi pertolongan darurat,"
            " dan membantu meminta perintah perlindungan."
        ),
        source="UU 23/2004 Pasal 15",
        read="kutipan utuh di 123dok, 27-11-2026",
    ),
    Right(
        words=_("Nama dan wajah anak dirahasiakan dari media, apa pun kedudukannya dalam perkara."),
        source="UU 11/2012 Pasal 19",
    ),
)
TARGETS = (
    (
        _("UPTD PPA di kabupaten atau kota"),
        _("laporan, penjangkauan, rumah aman, pendampingan, pemantauan hak"),
        "Perpres 55/2024",
    ),
    (_("LPSK"), _("perlindungan saksi dan korban, bantuan medis dan psikologis, ganti rugi"), "UU 31/2014"),
    (
        _("Kepolisian, unit perempuan dan anak"),
        _("laporan, pelindungan sementara, penyidikan"),
        "UU 12/2022, UU 23/2004",
    ),
    (_("Bapas"), _("litmas dan pendampingan bagi anak yang berhadapan dengan hukum"), "UU 11/2012"),
)

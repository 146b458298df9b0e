"""The rights of whoever was hurt, in plain words with their source, and where one may go. No legal advice."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Right:
    """`verified`: the article itself was seen; else it is quoted and must be confirmed before it is relied on."""

    words: Any
    source: str
    verified: bool = True


RIGHTS = (
    Right(
        _("Anda berhak ditangani: didengar, diperiksa kesehatannya, dan diberi tahu langkah berikutnya."),
        "UU 12/2022 Pasal 67",
    ),
    Right(_("Anda berhak dilindungi, juga dari ancaman orang yang menyakiti Anda."), "UU 12/2022 Pasal 67"),
    Right(_("Anda berhak dipulihkan, sebelum, selama, dan sesudah perkara."), "UU 12/2022 Pasal 67"),
    Right(
        _(
            "Anda berhak didampingi, antara lain oleh pekerja sosial, psikolog, atau pendamping hukum. "
            "Anda boleh meminta pendamping yang berjenis kelamin sama."
        ),
        "UU 12/2022 Pasal 26",
    ),
    Right(
        _("Anda atau siapa pun yang tahu boleh melapor ke UPTD PPA, lembaga layanan, atau polisi."),
        "UU 12/2022 Pasal 39",
    ),
    Right(_("Sesudah laporan, polisi dapat memberi pelindungan sementara dalam 1×24 jam."), "UU 12/2022 Pasal 42"),
    Right(
        _(
            "Kekerasan seksual tidak diselesaikan dengan damai di luar pengadilan, kecuali yang "
            "melakukannya masih anak."
        ),
        "UU 12/2022 Pasal 23",
        False,
    ),
    Right(
        _("Dalam kekerasan di rumah tangga, Anda berhak atas kerahasiaan, pendamping, dan bimbingan rohani."),
        "UU 23/2004 Pasal 10",
    ),
    Right(
        _(
            "Setiap orang yang tahu wajib, semampunya, mencegah, melindungi, memberi pertolongan darurat,"
            " dan membantu meminta perintah perlindungan."
        ),
        "UU 23/2004 Pasal 15",
    ),
    Right(
        _("Nama dan wajah anak dirahasiakan dari media, apa pun kedudukannya dalam perkara."),
        "UU 11/2012 Pasal 19",
        False,
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

"""The kinds of meeting at one table: what each is called, who usually comes, and what it goes through.

A meeting with the school or the family about a child hears the child first and names no other child (A88).
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rangkul.journey.conferences.states import Kind


@dataclass(frozen=True)
class Meeting:
    """`agenda` is proposed and can be changed: words for those who come, in Indonesian whatever language the worker has
    chosen. `invited` reminds of who usually comes."""

    label: Any
    planned: Any
    held: Any
    cancelled: Any
    asks: Any
    agenda: str = ""
    invited: Any = ""

    def __str__(self) -> str:
        return str(self.label)


MEETINGS: dict[str, Meeting] = {
    Kind.CASE: Meeting(
        Kind.CASE.label,
        _("Pembahasan kasus direncanakan"),
        _("Pembahasan kasus selesai"),
        _("Pembahasan kasus dibatalkan"),
        _("Apa yang perlu diputuskan bersama"),
    ),
    Kind.SCHOOL: Meeting(
        Kind.SCHOOL.label,
        _("Pertemuan dengan sekolah direncanakan"),
        _("Pertemuan dengan sekolah selesai"),
        _("Pertemuan dengan sekolah dibatalkan"),
        _("Apa yang perlu disepakati dengan sekolah"),
        "Suara anak dibacakan lebih dulu\nAman di sekolah: kelas, jam istirahat, jalan pulang\n"
        "Siapa orang dewasa yang bisa didatangi anak\nPelajaran yang tertinggal\n"
        "Apa yang dikatakan dan tidak dikatakan kepada murid dan orang tua lain\n"
        "Siapa melakukan apa, dan kapan bertemu lagi",
        _("Wali kelas, guru BK, kepala sekolah, dan orang tua atau pendamping yang dipilih anak."),
    ),
    Kind.FAMILY: Meeting(
        Kind.FAMILY.label,
        _("Pertemuan keluarga direncanakan"),
        _("Pertemuan keluarga selesai"),
        _("Pertemuan keluarga dibatalkan"),
        _("Apa yang perlu disepakati keluarga"),
        "Suara anak dibacakan lebih dulu\nApa yang membuat anak merasa aman di rumah\n"
        "HP dan akun: apa yang dijaga bersama\nSiapa menemani anak, dan kapan\n"
        "Apa yang keluarga perlukan\nSiapa melakukan apa, dan kapan bertemu lagi",
        _("Orang tua atau wali, orang yang dipercaya anak, dan anak sendiri bila ia mau."),
    ),
}

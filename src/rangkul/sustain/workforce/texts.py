"""First words of a contract; the two change them until they are their own."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class ContractWords:
    purpose: str
    administrative: str
    educative: str
    supportive: str
    confidentiality: str
    reported_up: str


def first_words() -> ContractWords:
    return ContractWords(
        purpose=_(
            "Klien mendapat pelayanan yang lebih baik, dan pekerja sosial tumbuh serta tetap kuat dalam pekerjaannya."
        ),
        administrative=_(
            "Kasus yang terlambat, berisiko, atau menunggu tanda tangan dilihat bersama; beban kerja dijaga."
        ),
        educative=_("Belajar dari kasus nyata: pengetahuan, nilai, dan keterampilan yang diperlukan berikutnya."),
        supportive=_("Apa yang berat dibicarakan tanpa dinilai; kelelahan dan rasa takut boleh diceritakan."),
        confidentiality=_(
            "Catatan bersama dibaca kami berdua. Catatan pribadi tidak dibaca siapa pun selain kami berdua, "
            "juga tidak oleh pimpinan, admin, atau auditor."
        ),
        reported_up=_(
            "Kepada pimpinan disampaikan, sesudah dibicarakan lebih dulu di sini: bahaya bagi klien atau orang lain, "
            "pelanggaran kode etik, dan hal yang wajib dilaporkan menurut hukum."
        ),
    )

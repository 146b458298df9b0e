"""Words that are kept for the client: the first words of a contract, and what was decided.

They are data, not parts of a screen: written once, in Indonesian, whatever language the worker has chosen.
"""

from dataclasses import dataclass

from rangkul.entry.intake.states import ClientKind
from rangkul.journey.cases.models import Case


@dataclass(frozen=True)
class ContractWords:
    purpose: str
    worker_role: str
    client_role: str
    rights: str
    confidentiality: str
    complaint_route: str
    end_conditions: str


@dataclass(frozen=True)
class Spoken:
    """How a client is spoken to: `you` begins a sentence, `your` goes on in one, `each` has rights, `move` ends it."""

    you: str
    your: str
    each: str
    move: str


_ONE = Spoken("Anda", "Anda", "Anda", "Anda pindah")
# A paper that several people keep speaks of them together; "Anda" would leave open who is meant.
_MANY = {
    ClientKind.HOUSEHOLD: Spoken("Keluarga Anda", "keluarga Anda", "Setiap anggota keluarga", "keluarga pindah"),
    ClientKind.GROUP: Spoken("Kelompok ini", "kelompok ini", "Setiap anggota kelompok", "kelompok ini bubar"),
    ClientKind.COMMUNITY: Spoken("Warga", "warga", "Setiap warga", "warga mengurusnya sendiri"),
}


def spoken_to(client_kind: str) -> Spoken:
    return _MANY.get(ClientKind(client_kind), _ONE)


def contract_words(case: Case) -> ContractWords:
    """Names and agency stand in the text. The concern does not: whoever does harm at home may read the client's copy,
    and no list of words knows every way to tell of violence."""
    worker, agency = case.worker.called_name, case.agency.name
    to = spoken_to(case.client_kind)
    your = to.your
    return ContractWords(
        purpose=first_purpose(case),
        worker_role=(
            f"{worker} dari {agency} mendengarkan, membantu memahami keadaan, menyusun rencana bersama, menghubungkan"
            " dengan layanan yang diperlukan, dan menepati janji yang dibuat."
        ),
        client_role=(
            f"{to.you} menceritakan apa yang penting menurut {your}, ikut memutuskan, dan memberi tahu bila berhalangan"
            " atau bila ada yang berubah."
        ),
        rights=(
            f"{to.each} berhak mendapat penjelasan, bertanya, menolak atau menghentikan bantuan kapan saja, membaca"
            f" catatan tentang {_self(to)}, meminta yang keliru diperbaiki, dan tahu siapa yang membuka berkas {your}."
        ),
        confidentiality=(
            f"Cerita {your} disimpan rapat. Kami membaginya tanpa persetujuan hanya bila ada bahaya nyata bagi {your}"
            " atau orang lain, bila seorang anak dalam bahaya, atau bila hakim memerintahkannya. Bila itu terjadi, kami"
            f" memberi tahu {your} lebih dulu, kecuali hal itu menambah bahaya."
        ),
        complaint_route=(
            f"Bila ada yang tidak berkenan, sampaikan kepada supervisor di {case.unit.name}, atau kepada pimpinan"
            f" {agency}. Menyampaikan keluhan tidak mengurangi bantuan untuk {your}."
        ),
        end_conditions=(
            f"Layanan berakhir bila tujuan tercapai, bila {your} menghendakinya, bila {to.move} atau dilayani di tempat"
            " lain, atau bila kita lama tidak bisa bertemu. Sebelum berakhir, kita membicarakannya."
        ),
    )


def _self(to: Spoken) -> str:
    return "Anda" if to is _ONE else "dirinya"


def first_purpose(case: Case) -> str:
    """What stands until worker and client have written what they want."""
    return f"Bersama-sama mengatasi hal yang {spoken_to(case.client_kind).your} sampaikan."


def opened(worker: str) -> str:
    return f"Kasus Anda dibuka. {worker} mendampingi Anda."


def helped() -> str:
    return "Anda menerima bantuan darurat. Kesepakatan layanan dibuat bersama Anda sesudahnya."


def agreed(version: int) -> str:
    return f"Kontrak layanan versi {version} disepakati."


def handed_over(worker: str) -> str:
    return f"Mulai sekarang Anda didampingi {worker}."


def ended_with_the_case() -> str:
    return "Berakhir bersama layanan."


def reopened() -> str:
    return "Kasus Anda dibuka lagi."

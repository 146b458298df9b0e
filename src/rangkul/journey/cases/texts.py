"""Words that are kept for the client: the first words of a contract, and what was decided.

They are data, not parts of a screen: written once, in Indonesian, whatever language the worker has chosen.
"""

from dataclasses import dataclass

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


def contract_words(case: Case) -> ContractWords:
    """Nothing that is known is asked again: names, agency, and the concern stand in the text."""
    worker, agency = case.worker.called_name, case.agency.name
    return ContractWords(
        purpose=_purpose(case),
        worker_role=(
            f"{worker} dari {agency} mendengarkan, membantu memahami keadaan, menyusun rencana bersama, menghubungkan"
            " dengan layanan yang diperlukan, dan menepati janji yang dibuat."
        ),
        client_role=(
            "Anda menceritakan apa yang penting menurut Anda, ikut memutuskan, dan memberi tahu bila berhalangan atau"
            " bila ada yang berubah."
        ),
        rights=(
            "Anda berhak mendapat penjelasan, bertanya, menolak atau menghentikan bantuan kapan saja, membaca catatan"
            " tentang Anda, meminta yang keliru diperbaiki, dan tahu siapa yang membuka berkas Anda."
        ),
        confidentiality=(
            "Cerita Anda disimpan rapat. Kami membaginya tanpa persetujuan hanya bila ada bahaya nyata bagi Anda atau"
            " orang lain, bila seorang anak dalam bahaya, atau bila hakim memerintahkannya. Bila itu terjadi, kami"
            " memberi tahu Anda lebih dulu, kecuali hal itu menambah bahaya."
        ),
        complaint_route=(
            f"Bila ada yang tidak berkenan, sampaikan kepada supervisor di {case.unit.name}, atau kepada pimpinan"
            f" {agency}. Menyampaikan keluhan tidak mengurangi bantuan untuk Anda."
        ),
        end_conditions=(
            "Layanan berakhir bila tujuan tercapai, bila Anda menghendakinya, bila Anda pindah atau dilayani di tempat"
            " lain, atau bila kita lama tidak bisa bertemu. Sebelum berakhir, kita membicarakannya."
        ),
    )


def _purpose(case: Case) -> str:
    if case.concern:
        return f"Bersama-sama mengatasi hal yang Anda sampaikan: {case.concern}"
    return "Bersama-sama mengatasi hal yang Anda sampaikan."


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

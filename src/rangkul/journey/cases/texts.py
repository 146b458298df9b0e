"""The first words of a contract: plain, filled with what is known, for worker and client to change together."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

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
        worker_role=_(
            "{worker} dari {agency} mendengarkan, membantu memahami keadaan, menyusun rencana bersama, menghubungkan"
            " dengan layanan yang diperlukan, dan menepati janji yang dibuat."
        ).format(worker=worker, agency=agency),
        client_role=_(
            "Anda menceritakan apa yang penting menurut Anda, ikut memutuskan, dan memberi tahu bila berhalangan atau"
            " bila ada yang berubah."
        ),
        rights=_(
            "Anda berhak mendapat penjelasan, bertanya, menolak atau menghentikan bantuan kapan saja, membaca catatan"
            " tentang Anda, meminta yang keliru diperbaiki, dan tahu siapa yang membuka berkas Anda."
        ),
        confidentiality=_(
            "Cerita Anda disimpan rapat. Kami membaginya tanpa persetujuan hanya bila ada bahaya nyata bagi Anda atau"
            " orang lain, bila seorang anak dalam bahaya, atau bila hakim memerintahkannya. Bila itu terjadi, kami"
            " memberi tahu Anda lebih dulu, kecuali hal itu menambah bahaya."
        ),
        complaint_route=_(
            "Bila ada yang tidak berkenan, sampaikan kepada supervisor di {unit}, atau kepada pimpinan {agency}."
            " Menyampaikan keluhan tidak mengurangi bantuan untuk Anda."
        ).format(unit=case.unit.name, agency=agency),
        end_conditions=_(
            "Layanan berakhir bila tujuan tercapai, bila Anda menghendakinya, bila Anda pindah atau dilayani di tempat"
            " lain, atau bila kita lama tidak bisa bertemu. Sebelum berakhir, kita membicarakannya."
        ),
    )


def _purpose(case: Case) -> str:
    if case.concern:
        return _("Bersama-sama mengatasi hal yang Anda sampaikan: {concern}").format(concern=case.concern)
    return _("Bersama-sama mengatasi hal yang Anda sampaikan.")

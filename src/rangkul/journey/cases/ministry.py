"""Names that the ministry and its programmes give to the stages (reference B.4), as data: the product keeps its own
stages and can say them in the words of each scheme."""

from django.utils.translation import gettext_lazy as _

from rangkul.journey.cases.states import Stage

SCHEMES = {
    "pp39_2012": _("PP 39/2012 Pasal 7 ayat (2)"),
    "permensos8_2023": _("Permensos 8/2023"),
    "anak": _("Manajemen kasus anak"),
}

NAMES = {
    "pp39_2012": {
        Stage.ENGAGEMENT: "pendekatan awal",
        Stage.ASSESSMENT: "pengungkapan dan pemahaman masalah",
        Stage.PLANNING: "penyusunan rencana pemecahan masalah",
        Stage.INTERVENTION: "pemecahan masalah; resosialisasi",
        Stage.EVALUATION: "pemecahan masalah; resosialisasi",
        Stage.TERMINATION: "terminasi",
        Stage.AFTERCARE: "bimbingan lanjut",
    },
    "permensos8_2023": {
        Stage.ENGAGEMENT: "pendekatan awal dan kesepakatan bersama",
        Stage.ASSESSMENT: "asesmen",
        Stage.PLANNING: "perencanaan layanan sosial",
        Stage.INTERVENTION: "implementasi",
        Stage.EVALUATION: "monitoring dan evaluasi",
        Stage.TERMINATION: "pascalayanan dan terminasi",
        Stage.AFTERCARE: "pascalayanan",
    },
    "anak": {
        Stage.ENGAGEMENT: "persetujuan, asesmen awal",
        Stage.ASSESSMENT: "asesmen komprehensif",
        Stage.PLANNING: "perencanaan dan pembahasan kasus",
        Stage.INTERVENTION: "pelaksanaan",
        Stage.EVALUATION: "pemantauan, reviu",
        Stage.TERMINATION: "terminasi",
        Stage.AFTERCARE: "bimbingan lanjut",
    },
}


def name_of(stage: str, scheme: str) -> str:
    """What a scheme calls the stage. Raises KeyError for an unknown scheme."""
    return NAMES[scheme][Stage(stage)]

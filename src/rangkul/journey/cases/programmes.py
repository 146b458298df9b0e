"""Templates of the path, one a programme, as data: what a programme calls the stages, what it adds to what a stage
needs, and what it offers (reference B.3 and B.4). The path itself is one and the same: a template takes no criterion
away and closes no way back, and what it adds a supervisor may pass over like the rest.

A programme for which no source names more than its stages adds nothing.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rangkul.journey.cases.states import Programme, Stage


@dataclass(frozen=True)
class Added:
    """What a programme wants before a stage is entered or left: `check` is a key of `hooks.programme_checks`."""

    stage: Stage
    when: str
    check: str
    sentence: Any
    url_name: str = ""


@dataclass(frozen=True)
class Template:
    """`scheme` is a key of `ministry.NAMES`; `source` says where all of it stands."""

    scheme: str
    source: Any
    adds: tuple[Added, ...] = ()
    offers: tuple[Any, ...] = ()


ATENSI = (
    _("Dukungan pemenuhan kebutuhan hidup layak"),
    _("Perawatan sosial dan pengasuhan anak"),
    _("Dukungan keluarga"),
    _("Terapi fisik, psikososial, dan mental spiritual"),
    _("Pelatihan vokasional dan pembinaan kewirausahaan"),
    _("Bantuan dan asistensi sosial"),
    _("Dukungan aksesibilitas"),
)
_ATENSI_SOURCE = _("Permensos 7/2021, diubah dengan 7/2022; nama tahap dari PP 39/2012 Pasal 7")

TEMPLATES: dict[str, Template] = {
    "": Template("pp39_2012", _("UU 14/2019 dan PP 39/2012 Pasal 7")),
    Programme.CHILDREN: Template(
        "anak",
        _("Manajemen kasus anak; layanan dari Permensos 7/2021"),
        adds=(
            Added(Stage.PLANNING, "exit", "conference", _("Pembahasan kasus belum diadakan."), "conferences:of_case"),
        ),
        offers=ATENSI,
    ),
    Programme.DISABILITY: Template("pp39_2012", _ATENSI_SOURCE, offers=ATENSI),
    Programme.SOCIAL: Template("pp39_2012", _ATENSI_SOURCE, offers=ATENSI),
    Programme.TRAFFICKING: Template("permensos8_2023", _("Permensos 8/2023")),
    Programme.DRUGS: Template("pp39_2012", _ATENSI_SOURCE, offers=ATENSI),
    Programme.ELDERLY: Template("pp39_2012", _ATENSI_SOURCE, offers=ATENSI),
    Programme.DISASTER: Template("pp39_2012", _ATENSI_SOURCE, offers=ATENSI),
}


def template_of(programme: str) -> Template:
    return TEMPLATES[programme]

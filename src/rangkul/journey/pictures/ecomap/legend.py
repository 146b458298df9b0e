"""The key to the ecomap: each line with its word, drawn by the same hand."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.journey.pictures.ecomap.drawing import tie
from rangkul.journey.pictures.genogram.legend import Sample, framed
from rangkul.journey.pictures.states import Flow, Strength


def legend() -> list[tuple[str, list[Sample]]]:
    ends = (4.0, 24.0), (68.0, 24.0)
    ties = [(framed(tie(one.value, "", *ends)), str(one.label)) for one in Strength]
    ways = ((Flow.IN, _("mengalir ke rumah tangga")), (Flow.OUT, _("mengalir dari rumah tangga")))
    flows = [(framed(tie("", one.value, *ends)), words) for one, words in ways]
    flows.append((framed(tie("", Flow.BOTH.value, *ends)), _("ke dua arah")))
    return [(_("Ikatan"), ties), (_("Arah tenaga, waktu, uang, perhatian (rumah tangga di kiri)"), flows)]

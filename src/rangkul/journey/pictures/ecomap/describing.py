"""An ecomap in plain sentences: what the picture says to who does not see it. Facts and counts of lines, no score."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.journey.pictures.ecomap.values import Around, Ecomap
from rangkul.journey.pictures.genogram.describing import listed
from rangkul.journey.pictures.states import Flow, Strength


def tie_words(one: Around) -> str:
    """`Sekolah, SDN 3: hubungan kuat, tenaga dan bantuan mengalir ke rumah tangga ini. Menurut klien, 3 Mei 2026.`"""
    who = f"{one.kind}, {one.name}" if one.name else one.kind
    how = _("hubungan %(strength)s") % {"strength": Strength(one.strength).label}
    flows = {
        Flow.IN: _("tenaga dan bantuan mengalir ke rumah tangga ini"),
        Flow.OUT: _("tenaga dan bantuan mengalir dari rumah tangga ini"),
        Flow.BOTH: _("tenaga dan bantuan mengalir ke dua arah"),
    }
    said = f"{who}: {', '.join(part for part in (how, flows.get(one.flow, '')) if part)}."
    if one.source:
        told = _("Sumber: %(source)s, %(day)s.") % {"source": one.source, "day": one.day}
        said = f"{said} {told}"
    return said


def home_words(ecomap: Ecomap) -> str:
    names = [member.name for member in ecomap.home if member.name]
    if not names:
        return _("Di tengah: rumah tangga %(name)s.") % {"name": ecomap.name}
    said = _("Di tengah, serumah: %(names)s.") % {"names": listed(names)}
    if ecomap.more:
        said += " " + ngettext("Masih ada %(n)d orang lagi.", "Masih ada %(n)d orang lagi.", ecomap.more) % {
            "n": ecomap.more
        }
    return said


def size_words(ecomap: Ecomap) -> str:
    """How wide the net is, in words: lines and the kinds of systems that they lead to."""
    count = len(ecomap.around)
    if not count:
        return _("Belum ada ikatan yang dicatat.")
    ties = ngettext("%(n)d ikatan", "%(n)d ikatan", count) % {"n": count}
    kinds = len({one.system for one in ecomap.around})
    areas = ngettext("%(n)d bidang", "%(n)d bidang", kinds) % {"n": kinds}
    return _("Jaringannya: %(ties)s di %(areas)s.") % {"ties": ties, "areas": areas}


def support_words(ecomap: Ecomap) -> str:
    names = [one.called for one in ecomap.supporting]
    return _("Yang menopang: %(names)s.") % {"names": listed(names)} if names else _("Belum ada yang menopang.")


def sentences(ecomap: Ecomap) -> list[str]:
    said = [home_words(ecomap), size_words(ecomap)]
    return [*said, support_words(ecomap), *map(tie_words, ecomap.around)] if ecomap.around else said

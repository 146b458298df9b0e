"""The key to the timeline: each mark with its word, drawn by the same hand."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from rangkul.journey.pictures import svg
from rangkul.journey.pictures.genogram.legend import Sample, framed
from rangkul.journey.pictures.lifeline.drawing import mark
from rangkul.journey.pictures.lifeline.placing import Spot
from rangkul.journey.pictures.lifeline.values import Moment
from rangkul.journey.pictures.states import Exactness, Lane

_DAY = date(2026, 1, 1)


def legend() -> list[tuple[str, list[Sample]]]:
    return [
        (_("Kapan"), [
            (_sample(), _("tanggalnya diketahui")),
            (_sample(exact=Exactness.YEAR), _("bulan atau tahunnya saja: di salah satu hari dalam kotak")),
            (_sample(exact=Exactness.ABOUT), _("kira-kira: bisa juga sebelum atau sesudahnya")),
            (_sample(lasting=True), _("berlangsung selama itu")),
        ]),
        (_("Yang lain"), [
            (_sample(count=4), _("beberapa yang berdekatan, dengan jumlahnya")),
            (_sample(tone="planned"), _("direncanakan")),
            (_sample(tone="missed"), _("dibatalkan atau tidak terjadi")),
            (framed(svg.line(36.0, 4.0, 36.0, 44.0, class_="life-today")), _("hari ini")),
        ]),
    ]  # fmt: skip


def _sample(*, exact: str = Exactness.DAY, lasting: bool = False, tone: str = "", count: int = 1):
    moment = Moment(Lane.LIFE, "", _DAY, "", "", exact=exact, lasting=lasting, tone=tone)
    wide = 44.0 if moment.spans else 0.0
    spot = Spot((moment,) * count, 36.0 - wide / 2, 36.0 + wide / 2, 24.0)
    return framed(svg.group(mark(spot), class_=f"life-spot life-in-life{f' life-is-{tone}' if tone else ''}"))

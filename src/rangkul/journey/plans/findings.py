"""What a series shows, in sentences. They say what was seen and never why: no word here names a cause or a success."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.base.numbers import at_most, rounded
from rangkul.journey.plans import singlecase
from rangkul.journey.plans.design import Compared, Design
from rangkul.journey.plans.singlecase import LOWER, SHORT


def title(name: str, design: Design) -> str:
    """The finding in one sentence; the title of the chart."""
    points = design.points
    if not points:
        return _("%(name)s: belum ada titik.") % {"name": name}
    if design.compared:
        return _compared(name, design.compared[-1])
    base = design.first_baseline
    if base is not None and base.points:
        return _("%(name)s: rata-rata %(mean)s selama fase A.") % {"name": name, "mean": at_most(base.mean or 0)}
    values = {"name": name, "first": at_most(points[0].value), "last": at_most(points[-1].value), "count": len(points)}
    if len(points) == 1:
        return _("%(name)s: %(last)s pada titik pertama.") % values
    return _("%(name)s: %(first)s pada titik pertama, %(last)s pada titik ke-%(count)s.") % values


def _compared(name: str, pair: Compared) -> str:
    better, worse = pair.outside
    values = {
        "name": name,
        "before": at_most(pair.before.mean or 0),
        "after": at_most(pair.after.mean or 0),
        "better": better,
        "worse": worse,
        "count": len(pair.after.points),
    }
    if pair.band is None:
        return _("%(name)s: rata-rata %(before)s di fase A, %(after)s di fase B.") % values
    if pair.notable > 0:
        sentence = _(
            "%(name)s berubah mencolok ke arah yang diharapkan: %(better)s dari %(count)s titik B di luar pita."
        )
        return sentence % values
    if pair.notable < 0:
        sentence = _("%(name)s berubah mencolok ke arah sebaliknya: %(worse)s dari %(count)s titik B di luar pita.")
        return sentence % values
    if better or worse:
        return _("%(name)s: ada titik fase B di luar pita, belum dua berturut-turut.") % values
    return _("%(name)s: semua titik fase B masih di dalam pita fase A.") % values


def details(pair: Compared) -> list[str]:
    """The numbers behind the title, one sentence each."""
    told = [
        _("Fase A: %(count)s titik, rata-rata %(mean)s. Fase B: %(later)s titik, rata-rata %(after)s.")
        % {
            "count": len(pair.before.points),
            "mean": at_most(pair.before.mean or 0),
            "later": len(pair.after.points),
            "after": at_most(pair.after.mean or 0),
        }
    ]
    if pair.band is not None:
        told.append(
            _("Pita dua simpangan baku fase A: %(lower)s sampai %(upper)s.")
            % {"lower": at_most(pair.band.lower), "upper": at_most(pair.band.upper)}
        )
    if (counted := pair.counted) is not None:
        told.append(_counted(counted))
    if (share := pair.non_overlap) is not None:
        told.append(
            _("%(percent)s persen titik fase B melampaui titik terbaik fase A.") % {"percent": rounded(100 * share, 0)}
        )
    return told


def _counted(counted: singlecase.Counted) -> str:
    values = {"better": counted.better, "count": counted.count, "needed": counted.needed}
    said = _("%(better)s dari %(count)s titik fase B berada di sisi baik garis arah fase A") % values
    if counted.needed is None:
        return _("%(said)s; jumlah titiknya belum cukup untuk hitungan binomial.") % {"said": said}
    if counted.is_rare:
        return _("%(said)s; %(needed)s sudah jarang terjadi secara kebetulan (binomial, 0,05).") % {
            "said": said,
            "needed": counted.needed,
        }
    return _("%(said)s; paling sedikit %(needed)s baru jarang terjadi secara kebetulan (binomial, 0,05).") % {
        "said": said,
        "needed": counted.needed,
    }


def returned(design: Design) -> list[str]:
    """For a second A: where its points lie against the band of the A before."""
    told = []
    for first, second in zip(design.phases, design.phases[2:], strict=False):
        if first.letter != "A" or second.letter != "A" or not second.points:
            continue
        around = singlecase.band(first.values)
        if around is not None:
            inside = sum(around.side(value) == 0 for value in second.values)
            told.append(
                _("Di fase A berikutnya %(inside)s dari %(count)s titik berada di dalam pita fase A sebelumnya.")
                % {"inside": inside, "count": len(second.points)}
            )
    return told


def smallest(design: Design, minimal: float | None) -> str:
    """First and last score of one version beside the change that its publisher calls the smallest that counts."""
    points = design.points
    if minimal is None or len(points) < 2:
        return ""
    moved = abs(points[-1].value - points[0].value)
    values = {
        "first": at_most(points[0].value),
        "last": at_most(points[-1].value),
        "moved": at_most(moved),
        "minimal": at_most(minimal),
    }
    if moved < minimal:
        sentence = _(
            "Dari %(first)s menjadi %(last)s: berubah %(moved)s; perubahan yang berarti mulai dari %(minimal)s."
        )
        return sentence % values
    return (
        _("Dari %(first)s menjadi %(last)s: berubah %(moved)s, tidak kurang dari yang berarti (%(minimal)s).") % values
    )


def grave() -> str:
    """A lower total is no good news beside an answer that somebody must act on."""
    return _("Jawaban terakhir memuat tanda yang perlu tindakan. Nilai totalnya tidak menunjukkan itu.")


def cautions(design: Design) -> list[str]:
    """What makes the picture weak; stands beside the chart, never below the fold of a detail."""
    base, told = design.first_baseline, []
    if base is not None:
        told += _about_baseline(len(base.points), base.values, design)
    recalled = sum(point.recalled for point in design.points)
    if recalled:
        told.append(
            ngettext(
                "%(count)d titik diingat kembali, bukan dicatat saat itu.",
                "%(count)d titik diingat kembali, bukan dicatat saat itu.",
                recalled,
            )
            % {"count": recalled}
        )
    if design.others:
        told.append(_("Titik berongga berasal dari versi alat ukur lain dan tidak ikut dihitung."))
    if any(singlecase.at_edge(pair.after.values, design.better_edge) for pair in design.compared):
        told.append(_("Banyak titik fase B sudah di ujung skala, jadi gerak selanjutnya tidak bisa terlihat."))
    return told


def _about_baseline(count: int, values: list[float], design: Design) -> list[str]:
    told = []
    if count < singlecase.FEWEST:
        told.append(_("Fase A kurang dari tiga titik: belum ada pita."))
    elif count < SHORT:
        told.append(_("Fase A pendek (%(count)s titik): pitanya belum mantap.") % {"count": count})
    way = singlecase.trend(values)
    if way:
        good = (way < 0) == (design.direction == LOWER)
        told.append(
            _("Fase A sudah bergerak ke arah yang diharapkan sebelum fase B dimulai; lihat garis arahnya.")
            if good
            else _("Fase A bergerak ke arah sebaliknya sebelum fase B dimulai; lihat garis arahnya.")
        )
    correlated = design.correlated
    if correlated is not None and correlated.is_beyond:
        told.append(
            _("Titik yang berdekatan mirip satu sama lain (r = %(r)s, batas %(bound)s): pita bisa terlalu sempit.")
            % {"r": rounded(correlated.r, 2), "bound": rounded(correlated.bound, 2)}
        )
    elif correlated is None and count >= singlecase.FEWEST:
        told.append(_("Kemiripan titik yang berdekatan belum bisa diperiksa."))
    if singlecase.at_edge(values, design.better_edge):
        told.append(_("Fase A sudah di ujung baik skala, jadi perbaikan tidak bisa terlihat."))
    return told


def together(designs: list[Design]) -> str:
    """Several series whose B began on different days, in one sentence."""
    ready = [design for design in designs if design.compared]
    moved = sum(design.compared[0].notable > 0 for design in ready)
    return _(
        "Pada %(moved)s dari %(count)s ukuran ada dua titik berturut-turut di luar pita, ke arah yang diharapkan, "
        "setelah fase B masing-masing dimulai."
    ) % {"moved": moved, "count": len(ready)}


def caution() -> str:
    """Stands under every series."""
    return _("Grafik menunjukkan apa yang berubah dan kapan. Mengapa, dibicarakan bersama klien.")

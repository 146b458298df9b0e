"""One sentence for one thing that is known: who said, saw or thinks it comes first, so that no reader mixes them up."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.journey.assessment.levels import level_words
from rangkul.journey.assessment.narrative.record import Check, Known, Level, RiskNow
from rangkul.journey.assessment.states import FactKind, RiskKind, RiskLevel, Source, View


def day(on: date | None) -> str:
    return date_format(on, "j F Y") if on else _("tanggal belum diketahui")


def ended(text: str) -> str:
    """The text as a sentence, with its own full stop where it has one."""
    text = text.strip()
    return text if not text or text[-1] in '.!?…”"' else f"{text}."


def voice(fact: Known) -> str:
    """Who speaks in this fact, as the opening of its sentence."""
    if fact.kind == FactKind.OBSERVATION:
        return _("Pekerja sosial melihat atau mendengar sendiri")
    if fact.kind == FactKind.OPINION:
        who = fact.who or (_("ahli lain") if fact.source == Source.PROFESSIONAL else _("pekerja sosial"))
        return _("Pendapat %(who)s") % {"who": who}
    if fact.source == Source.DOCUMENT:
        return _("Tertulis di %(paper)s") % {"paper": fact.who or _("dokumen")}
    named = {
        Source.CLIENT: _("klien"),
        Source.SIGNIFICANT_OTHER: _("orang terdekat klien"),
        Source.PROFESSIONAL: _("petugas atau ahli lain"),
    }
    return _("Menurut %(who)s") % {"who": fact.who or named[Source(fact.source)]}


def fact(known: Known) -> str:
    sentence = _("%(voice)s (%(day)s): %(text)s") % {
        "voice": voice(known),
        "day": day(known.on),
        "text": ended(known.text),
    }
    return f"{sentence} {_('(sudah dikoreksi)')}" if known.corrected else sentence


def functioning(dimension: str, view: str, level: Level) -> str:
    values = {"level": level.level, "meaning": level_words(dimension, level.level), "words": ended(level.words)}
    if view == View.CLIENT:
        sentence = _("Klien memilih tingkat %(level)d dari 5: %(meaning)s") % values
        own = _("Kata klien: %(words)s")
    else:
        sentence = _("Pekerja sosial memilih tingkat %(level)d dari 5: %(meaning)s") % values
        own = _("Catatan pekerja sosial: %(words)s")
    return f"{sentence} {own % values}" if level.words else sentence


def risk(now: RiskNow) -> str:
    """One risk with everything that is known about it; what is not known is said."""
    name = RiskKind(now.kind).label
    if now.level == RiskLevel.UNKNOWN:
        parts = [_("%(risk)s: belum diketahui. Ini bukan berarti rendah, dan perlu ditanyakan.") % {"risk": name}]
    else:
        parts = [_("%(risk)s. %(level)s.") % {"risk": name, "level": RiskLevel(now.level).label}]
    if now.since:
        parts.append(_("Diketahui sejak %(day)s.") % {"day": day(now.since)})
    for text, sentence in (
        (now.seen, _("Yang tampak: %(text)s")),
        (now.protective, _("Yang menjaga: %(text)s")),
        (now.done, _("Yang sudah dilakukan: %(text)s")),
    ):
        if text:
            parts.append(sentence % {"text": ended(text)})
    parts.append(
        _("Dilihat lagi pada %(day)s.") % {"day": day(now.next_look)}
        if now.next_look
        else _("Kapan dilihat lagi belum ditetapkan.")
    )
    return " ".join(parts)


def check(done: Check) -> str:
    kinds = ", ".join(str(RiskKind(kind).label).lower() for kind in done.kinds)
    sentence = _("Pada %(day)s ditanyakan dan tidak tampak: %(kinds)s.") % {"day": day(done.on), "kinds": kinds}
    return f"{sentence} {ended(done.note)}" if done.note else sentence

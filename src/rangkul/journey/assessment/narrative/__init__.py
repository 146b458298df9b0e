"""A plain report in sentences, made from the structured record. It repeats what was written and adds no judgement."""

from rangkul.journey.assessment.narrative.record import Around, Check, Known, Level, Record, RiskNow
from rangkul.journey.assessment.narrative.report import Section, Sentence, report

__all__ = ["Around", "Check", "Known", "Level", "Record", "RiskNow", "Section", "Sentence", "report"]

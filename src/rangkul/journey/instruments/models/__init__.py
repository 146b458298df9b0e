from rangkul.journey.instruments.models.administration import Administration, Judgement
from rangkul.journey.instruments.models.draft import AnswerDraft
from rangkul.journey.instruments.models.instrument import Instrument, PackChoice
from rangkul.journey.instruments.models.offer import Offer
from rangkul.journey.instruments.models.version import InstrumentVersion

__all__ = ["Administration", "AnswerDraft", "Instrument", "InstrumentVersion", "Judgement", "Offer", "PackChoice"]

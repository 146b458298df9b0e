from rangkul.journey.instruments.models.administration import Administration, Judgement
from rangkul.journey.instruments.models.cutoff import CutOff
from rangkul.journey.instruments.models.draft import AnswerDraft
from rangkul.journey.instruments.models.instrument import Instrument, PackChoice
from rangkul.journey.instruments.models.offer import Offer
from rangkul.journey.instruments.models.picture import FormPicture
from rangkul.journey.instruments.models.upload import FormUpload
from rangkul.journey.instruments.models.version import InstrumentVersion

__all__ = [
    "Administration",
    "AnswerDraft",
    "CutOff",
    "FormPicture",
    "FormUpload",
    "Instrument",
    "InstrumentVersion",
    "Judgement",
    "Offer",
    "PackChoice",
]

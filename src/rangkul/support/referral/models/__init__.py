from rangkul.support.referral.models.enclosure import Enclosure
from rangkul.support.referral.models.file import File
from rangkul.support.referral.models.item import Item
from rangkul.support.referral.models.need import Need, UnmetNeed
from rangkul.support.referral.models.referral import Referral
from rangkul.support.referral.models.step import Step

__all__ = ["Enclosure", "File", "Item", "Need", "Referral", "Step", "UnmetNeed"]

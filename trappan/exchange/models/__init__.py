"""What extracts call their columns; what is delivered to authorities, and who took it; what is keyed in to SUS."""

from trappan.exchange.models.delivery import Delivery, DeliveryFile, Taking
from trappan.exchange.models.naming import SavedNaming
from trappan.exchange.models.sus import SusSheet

__all__ = ["Delivery", "DeliveryFile", "SavedNaming", "SusSheet", "Taking"]

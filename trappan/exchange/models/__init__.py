"""What extracts call their files and columns; what is delivered to authorities, and who took it."""

from trappan.exchange.models.delivery import Delivery, DeliveryFile, Taking
from trappan.exchange.models.naming import SavedNaming

__all__ = ["Delivery", "DeliveryFile", "SavedNaming", "Taking"]

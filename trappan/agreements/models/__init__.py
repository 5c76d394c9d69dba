"""What is agreed by three parties about a placement at an employer, who has signed, and the links that went out."""

from trappan.agreements.models.agreement import Agreement, Signature, Version
from trappan.agreements.models.link import Link
from trappan.agreements.models.prepared import Prepared

__all__ = ["Agreement", "Link", "Prepared", "Signature", "Version"]

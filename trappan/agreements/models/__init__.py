"""What is agreed by three parties on a placement at an employer, the links that went out, and following along."""

from trappan.agreements.models.agreement import Agreement, Signature, Version
from trappan.agreements.models.along import AlongContact
from trappan.agreements.models.ending import Ending
from trappan.agreements.models.link import Link, Statement
from trappan.agreements.models.prepared import Prepared

__all__ = ["Agreement", "AlongContact", "Ending", "Link", "Prepared", "Signature", "Statement", "Version"]

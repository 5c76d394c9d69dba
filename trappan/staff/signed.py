"""Whose name stands under a paper: what its signer was called that day, whatever the colleague is called since."""

from django.db.models import F, Func, TextField


class SignedBy(Func):
    """The name under a row, told by the function that its room has for it; NULL where nobody signed."""

    output_field = TextField()

    def __init__(self, function: str) -> None:
        super().__init__(F("pk"), function=function)

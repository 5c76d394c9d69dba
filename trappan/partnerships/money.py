"""Money as whole öre: read from what is typed, said in kronor, shared in hundredths of a percent, raised."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

SPACE = "\u00a0"
PERCENTAGE = re.compile(r"^([-−])?(\d{1,3})(?:[.,](\d{1,2}))?$")
AMOUNT = re.compile(r"^(\d{1,12})(?:[.,](\d{1,2}))?$")


def read_ore(text: str) -> int | None:
    """Read an amount in kronor, `1 100 000` or `825,50`, as öre; None where it is none."""
    found = AMOUNT.match(re.sub(r"\s|kr$", "", text.strip()))
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0")) if found else None


def read_basis_points(text: str) -> int | None:
    """Read a percentage, `2,5` or `-1`, as hundredths of a percent; None where it is none."""
    found = PERCENTAGE.match(re.sub(r"\s|%", "", text))
    if not found:
        return None
    read = int(found[2]) * 100 + int((found[3] or "0").ljust(2, "0"))
    return -read if found[1] else read


def kronor(ore: int) -> str:
    """Say an amount in kronor, with öre where there are any: `1 100 000 kr`."""
    sign = "-" if ore < 0 else ""
    whole, rest = divmod(abs(ore), 100)
    grouped = f"{whole:,}".replace(",", SPACE)
    return _("%(amount)s kr") % {"amount": f"{sign}{grouped}{f',{rest:02}' if rest else ''}"}


def shares(parts: Sequence[int]) -> list[int]:
    """Return each part's share in hundredths of a percent: rounded half up, the last what is left to a hundred percent.

    So they always make up 100.00 %. Of nothing there are no shares.
    """
    total = sum(parts)
    if not total:
        return []
    rounded = [(2 * part * 10_000 + total) // (2 * total) for part in parts[:-1]]
    return [*rounded, 10_000 - sum(rounded)]


def percent(basis_points: int) -> str:
    """Say hundredths of a percent: `52,87 %`."""
    sign = "-" if basis_points < 0 else ""
    whole, rest = divmod(abs(basis_points), 100)
    return f"{sign}{whole},{rest:02}{SPACE}%"


def indexed(ore: int, basis_points: int) -> int:
    """Raise an amount by hundredths of a percent, rounded half up to whole kronor."""
    return (2 * ore * (10_000 + basis_points) + 1_000_000) // 2_000_000 * 100

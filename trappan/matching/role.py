"""The role in which what suits whom is asked: by the reader's grants, of profiles and openings, and of no person."""

from contextlib import AbstractContextManager

from trappan.database.role import in_role


def as_the_fit() -> AbstractContextManager[None]:
    """Ask in the role of the fit, on behalf of whoever acts."""
    return in_role("trappan_matching")

"""The extract in a folder of its own."""

import pytest

from trappan.exchange.testing import write_folder


@pytest.fixture
def folder(tmp_path):
    return lambda **changed: write_folder(tmp_path, **changed)

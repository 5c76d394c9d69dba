"""The extract in a folder of its own."""

import pytest

from trappan.exchange.testing import write_folder
from trappan.staff.testing import make_colleague, make_unit


@pytest.fixture
def folder(tmp_path):
    return lambda **changed: write_folder(tmp_path, **changed)


@pytest.fixture
def controller(today):
    return make_colleague("controller", make_unit("management"))

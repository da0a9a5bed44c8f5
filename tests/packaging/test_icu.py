"""ICU's data is trimmed only as far as nobody notices: held against what ICU answers, on the library of the wheel."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import PySide6
import pytest

from tests.guides import ROOT

sys.path.append(str(ROOT / "packaging" / "linux"))

import icu

_SHIPPED = Path(PySide6.__file__).parent / "Qt" / "lib"
pytestmark = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in ("icupkg", "objcopy", "ld")) or not list(_SHIPPED.glob("libicudata.so.*")),
    reason="icu-devtools or binutils is not installed (packaging/linux/debian-packages.txt)",
)


@pytest.fixture
def data(tmp_path):
    """A copy of the data, beside ICU's other libraries."""
    for library in _SHIPPED.glob("libicu*.so.*"):
        shutil.copy(library, tmp_path)
    (found,) = tmp_path.glob("libicudata.so.*")
    return found


def test_half_of_it_goes_and_nothing_answers_otherwise(data, tmp_path):
    before = data.stat().st_size
    icu.trim(data, tmp_path / "work")
    assert data.stat().st_size < 0.6 * before


def test_taking_out_a_collation_is_noticed(data, tmp_path, monkeypatch):
    monkeypatch.setattr(icu, "UNREAD", re.compile(r"coll/fr"))
    with pytest.raises(icu.ChangedAnswersError):
        icu.trim(data, tmp_path / "work")

"""PySide6 itself: what its signals do to the interpreter. Version 6.12.0 failed this; decision 0009."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class _Bell(QObject):
    rings = Signal()


def test_emitting_takes_no_reference_that_it_does_not_own() -> None:
    bell = _Bell()
    before = sys.getrefcount(True)
    for _ in range(200):
        bell.rings.emit()
    assert sys.getrefcount(True) > before - 100

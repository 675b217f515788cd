from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from headshot_desktop.ui.application import Program
from headshot_desktop.ui.garbage import Collector


class Knot:
    """Something that only a collection of cyclic garbage ends; it notes on which thread."""

    def __init__(self, ended: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: ended.append(threading.get_ident()))


def _allocate(ended: list[int]) -> None:
    Knot(ended)
    kept = [[] for _ in range(5000)]  # type: ignore[var-annotated]  # far over the threshold of the first generation
    assert len(kept) == 5000


def test_what_a_worker_leaves_is_collected_on_the_gui_thread(qtbot: QtBot, program: Program) -> None:
    assert program.collector
    ended: list[int] = []
    worker = threading.Thread(target=_allocate, args=(ended,))
    worker.start()
    worker.join()
    assert ended == [], "not on the worker"
    assert not gc.isenabled()
    _allocate([])
    qtbot.waitUntil(lambda: bool(ended), timeout=5000)
    assert ended == [threading.get_ident()]


def test_python_collects_again_afterwards(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    collector = Collector()
    collector.start()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0

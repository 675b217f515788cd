from __future__ import annotations

import pytest

from headshot_desktop.core.errors import OutOfMemory
from headshot_desktop.engine.fake import FakeEngine
from headshot_desktop.engine.protocol import Engine
from tests.contract.engine import EngineContract
from tests.scripts import script


class TestFakeEngine(EngineContract):
    @pytest.fixture
    def engine(self) -> Engine:
        return FakeEngine(script(stage_seconds=0.01))

    @pytest.fixture
    def photo(self) -> bytes:
        return b"a photo"

    def test_errors_come_once_as_scripted(self, photo: bytes) -> None:
        engine = FakeEngine(script())
        engine.script.errors["render"] = OutOfMemory("Full.")
        with pytest.raises(OutOfMemory):
            engine.render(self.request_for(), photo)
        assert engine.render(self.request_for(), photo).notes

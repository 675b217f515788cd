import json

import pytest

from headshot_desktop.core.fidelity import Fidelity


def test_crosses_a_pipe_as_json() -> None:
    verdict = Fidelity(False, ("The skin has another tint than in the photo.",), 1.5, 13.0, 4.0, 0.01, 0.9)
    assert Fidelity.from_dict(json.loads(json.dumps(verdict.to_dict()))) == verdict


def test_refuses_unknown_keys() -> None:
    with pytest.raises(TypeError):
        Fidelity.from_dict({"passed": True, "beauty": 1.0})


def test_is_frozen() -> None:
    with pytest.raises(AttributeError):
        Fidelity(True).passed = False  # type: ignore[misc]

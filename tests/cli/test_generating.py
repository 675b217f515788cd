from __future__ import annotations

from headshot_desktop.cli.generating import _unlike
from headshot_desktop.core.generation import Mode


def test_where_nothing_was_good_enough_the_next_step_is_another_one() -> None:
    said = {mode: str(_unlike(2, ["The neck does not match the face."], mode).message) for mode in Mode}
    assert "--mode keep-face" in said[Mode.NEW_PHOTO]
    assert "--mode" not in said[Mode.KEEP_FACE], "it was that"
    assert all("The neck does not match the face. Try" in sentence for sentence in said.values())

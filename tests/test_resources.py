from __future__ import annotations

import pytest

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.errors import UsageError
from headshot_desktop.resources import resource


def test_finds_files_and_folders() -> None:
    assert resource("models/manifest.json").is_file()
    assert resource("looks").is_dir()


def test_what_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        resource("models/none.onnx")


def test_the_catalogue_has_what_was_promised() -> None:
    catalogue = Catalogue.read()
    names = {destination.id for destination in catalogue.destinations}
    promised = {"linkedin", "teams", "slack", "zoom", "google-workspace", "website", "resume-de", "resume-jp", "badge"}
    assert promised | {"square", "cutout"} <= names
    assert len(names) >= 14
    assert len(catalogue.looks) >= 6
    for destination in catalogue.destinations:
        assert destination.source
        assert destination.checked
    with pytest.raises(UsageError, match="linkedin"):
        catalogue.destination("myspace")

from __future__ import annotations

import re

import pytest

from headshot_desktop.app.catalogue import Catalogue
from headshot_desktop.core.options import OPTIONS, Kind, option


def test_every_option_is_named_once_and_explained() -> None:
    names = [entry.name for entry in OPTIONS]
    assert len(names) == len(set(names))
    for entry in OPTIONS:
        assert re.fullmatch(r"[a-z-]+", entry.name)
        assert entry.help.endswith(".")
        assert (entry.kind is Kind.SWITCH) == (entry.placeholder == "")
        assert option(entry.name) is entry


def test_the_defaults_exist() -> None:
    catalogue = Catalogue.read()
    assert catalogue.look(str(option("look").default)).id == "auto"
    assert catalogue.destination(str(option("for").default)).id == "linkedin"


def test_an_unknown_option_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        option("beautify")

"""What is generated is what the program would generate now."""

from __future__ import annotations

import pytest

from tests.project import code
from tests.tools import guide, picture, readme_keys
from tui.dossier.format.schema import schema_text


def test_the_schema_is_that_of_the_program() -> None:
    schema = code.ROOT / "content" / "dossier.schema.json"
    assert schema.read_text(encoding="utf-8") == schema_text(), (
        "python -m tui schema > content/dossier.schema.json writes it anew"
    )


def test_the_key_table_of_the_readme_is_that_of_the_program() -> None:
    text = readme_keys.README.read_text(encoding="utf-8")
    assert readme_keys.with_table(text) == text, "python -m tests.tools.readme_keys writes it anew"


def test_the_tables_of_the_guide_are_those_of_the_program() -> None:
    text = guide.GUIDE.read_text(encoding="utf-8")
    assert guide.with_tables(text) == text, "python -m tests.tools.guide writes them anew"


def test_a_stale_table_of_the_guide_is_noticed() -> None:
    text = guide.GUIDE.read_text(encoding="utf-8")
    assert guide.with_tables(text.replace("What the reader sees first.", "What is read.")) == text


@pytest.mark.long
def test_the_pictures_show_the_program_as_it_is() -> None:
    assert picture.stale() == [], "python -m tests.tools.picture draws them anew"

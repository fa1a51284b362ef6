"""The text of one record in that of a dossier."""

from __future__ import annotations

import pytest

from tui.dossier.format.record_text import record_text


@pytest.mark.parametrize(
    ("text", "name", "record"),
    [
        ('[[a]]\nid = "x"\nv = 1 # why\n\n# of y\n[[a]]\nid = "y"\n', "x", '[[a]]\nid = "x"\nv = 1 # why'),
        ('[[a]]\nid = "x"\n\n[[b]]\nid = "y"\n', "y", '[[b]]\nid = "y"'),
        (
            '[[a]]\nv = """\n[[a]]\n# no comment\n# """\nid = "x"\n[[b]]',
            "x",
            '[[a]]\nv = """\n[[a]]\n# no comment\n# """\nid = "x"',
        ),
        ('[[a]]\nid = "x"\nv = """\n# the end"""\n\n[[b]]\n', "x", '[[a]]\nid = "x"\nv = """\n# the end"""'),
        ('[[a]]\nid = "x"\n[[a.parts]]\nn = 1\n[[a]]\nid = "y"', "x", '[[a]]\nid = "x"\n[[a.parts]]\nn = 1'),
        ('[[a]]\r\nid = "x"\r\n', "x", '[[a]]\nid = "x"'),
        ('[[a]]\nid = "x"', "y", ""),
        ('[[a]]\nid = "x"\nv = """', "x", ""),
        ('{"a": [{"id": "x"}]}', "x", ""),
    ],
)
def test_the_text_of_a_record_reaches_to_the_next_one_with_its_own_comments(text: str, name: str, record: str) -> None:
    assert record_text(text, name) == record

"""What a page is made of."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.project.code import ROOT

_HOME = """
import sys, tui.app
from tests.pages.page_text import bundled
from tui.pages.span_builder import SpanBuilder
from tui.pages.views.overview import overview_page
from tui.render.layout import lay_out
lay_out(overview_page(SpanBuilder(bundled()))._replace(additions=()), 80, 24)
print(*sys.modules)
"""


@pytest.mark.long
def test_home_loads_no_diagrams_before_its_first_paint() -> None:
    call = [sys.executable, "-c", _HOME]
    loaded = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    assert {"tui.pages.side_blocks", "tui.pages.chart_blocks"} <= {*loaded}
    assert {"tui.pages.diagram_blocks", "tui.pages.timeline_blocks", "tui.render.diagrams"} & {*loaded} == set()

"""The web page in a browser: its links, its search, two widths, the dark, on paper, and read aloud.

Chromium comes from the distribution; `axe.min.js` and html-validate come from npm, into the folder that the variable
NODE_TOOLS names. `.ci/run` installs them where it can. Nothing of this is part of the project.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.export.html.chromium import Chromium, program, running
from tests.export.html.pages import ATTACKS, dossier, exported, page
from tui.export.selection import select

BROWSER = program()
TOOLS = Path(os.environ.get("NODE_TOOLS", ""), "node_modules")
AXE = TOOLS / "axe-core" / "axe.min.js"
VALIDATOR = TOOLS / ".bin" / "html-validate"
WIDTHS = (390, 1280)
_LAID_OUT = """{
  const style = document.styleSheets[0];
  style.insertRule("article { content-visibility: visible !important }", style.cssRules.length);
}"""
"""Has everything laid out, not only what is seen."""
_SEARCH = """new Promise((done) => {
  const field = document.getElementById("page:query"), found = document.getElementById("page:found");
  const wait = () => (found.textContent ? done([found.textContent, ...Array.from(
    document.querySelectorAll("#page\\\\:results a"), (link) => link.getAttribute("href"))]) : setTimeout(wait, 10));
  found.textContent = "";
  field.value = QUERY;
  field.dispatchEvent(new Event("input"));
  wait();
})"""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed here"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    assert BROWSER is not None
    with running(BROWSER) as browser:
        yield browser


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages of some dossiers as files."""
    folder = tmp_path_factory.mktemp("pages")
    files = {name: folder / f"{name}.html" for name in ("karabakh", "sarn", "small", "two-hundred", *ATTACKS)}
    for name, path in files.items():
        path.write_text(page(name), encoding="utf-8")
    return files


def _search(chromium: Chromium, query: str) -> list[str]:
    """What the search box says, then the links of its results."""
    found: list[str] = chromium.evaluate(_SEARCH.replace("QUERY", json.dumps(query)))
    return found


@pytest.mark.parametrize("name", ["karabakh", "sarn", "small", *ATTACKS])
def test_it_asks_for_nothing_but_itself_and_complains_of_nothing(
    chromium: Chromium, written: dict[str, Path], name: str
) -> None:
    chromium.requests.clear()
    chromium.messages.clear()
    chromium.open(written[name])
    _search(chromium, "a")
    assert chromium.requests == [written[name].as_uri()]
    assert chromium.messages == []


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_does_nothing(chromium: Chromium, written: dict[str, Path], name: str) -> None:
    chromium.open(written[name])
    _search(chromium, "e")
    chromium.evaluate(
        "document.querySelectorAll('main *').forEach((each) => each.dispatchEvent(new Event('mouseover')))"
    )
    assert chromium.evaluate("typeof window.pwned") == "undefined"
    assert chromium.evaluate("document.scripts.length") == 2
    assert chromium.evaluate("location.href") == written[name].as_uri()


def test_the_policy_stops_what_is_written_into_the_page_later(chromium: Chromium, written: dict[str, Path]) -> None:
    chromium.open(written["small"])
    chromium.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.pwned=1\">');"
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.pwned=1'}))"
    )
    chromium.evaluate("new Promise((done) => setTimeout(done, 200))")
    assert chromium.evaluate("typeof window.pwned") == "undefined"


def test_a_link_leads_to_what_it_names(chromium: Chromium, written: dict[str, Path]) -> None:
    chromium.open(written["karabakh"])
    chromium.evaluate("document.querySelector('main a[href=\"#armenia\"]').click()")
    chromium.evaluate("new Promise((done) => setTimeout(done, 300))")
    assert chromium.evaluate("document.querySelector(':target').id") == "armenia"
    assert 0 <= chromium.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 100


@pytest.mark.parametrize(
    ("name", "query", "record"),
    [
        ("karabakh", "armenia", "#armenia"),
        ("karabakh", "abrahamyan partner", "#q-abrahamyan-strategic-partner"),
        ("karabakh", '"strategic partner" -israel', "#q-abrahamyan-strategic-partner"),
        ("sarn", "anna lowen", "#lowen"),
        ("sarn", "NEVER a SINGLE rifle", "#courier.p7"),
    ],
)
def test_the_search_finds(chromium: Chromium, written: dict[str, Path], name: str, query: str, record: str) -> None:
    chromium.open(written[name])
    said, *links = _search(chromium, query)
    assert said.split()[1] == "found"
    assert record in links


def test_the_search_says_that_nothing_matches(chromium: Chromium, written: dict[str, Path]) -> None:
    chromium.open(written["karabakh"])
    assert _search(chromium, "zebra crossing") == ["Nothing matches."]


def test_the_search_finds_a_name_without_its_letters(chromium: Chromium, tmp_path: Path) -> None:
    from tests.dossiers import dossier_of, loaded, record

    path = tmp_path / "names.html"
    actors = (record("actors", id="president", name="İlham Əliyev"), record("actors", id="town", name="Straße"))
    path.write_text(exported(select(loaded(dossier_of(*actors)))), encoding="utf-8")
    chromium.open(path)
    for query, link in (
        ("aliyev", "#president"),
        ("ILHAM", "#president"),
        ("əliyev", "#president"),
        ("strasse", "#town"),
    ):
        assert _search(chromium, query)[1:] == [link], query
    assert chromium.evaluate("document.querySelector('#page\\\\:results mark').textContent") == "Straße"


def test_without_script_it_is_complete_and_shows_no_search_box(chromium: Chromium, written: dict[str, Path]) -> None:
    chromium.open(written["karabakh"], script=False)
    assert not chromium.evaluate("document.querySelector('[role=search]').checkVisibility()")
    assert chromium.evaluate("document.querySelectorAll('article').length") == len(dossier("karabakh").records)
    chromium.open(written["karabakh"])
    assert chromium.evaluate("document.querySelector('[role=search]').checkVisibility()")


@pytest.mark.parametrize("name", ["karabakh", "sarn", "two-hundred", "long", "both-directions"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(chromium: Chromium, written: dict[str, Path], name: str, width: int) -> None:
    chromium.open(written[name], width=width)
    chromium.evaluate(_LAID_OUT)
    assert chromium.evaluate("document.documentElement.scrollWidth") == width


def test_it_is_dark_where_the_reader_wants_it_dark(chromium: Chromium, written: dict[str, Path]) -> None:
    grounds = []
    for dark in (False, True):
        chromium.open(written["small"], dark=dark)
        grounds.append(chromium.evaluate("getComputedStyle(document.body).backgroundColor"))
    light, dark_ground = ([int(part) for part in ground[4:-1].split(",")] for ground in grounds)
    assert min(light) > 200
    assert max(dark_ground) < 60


def test_it_is_printed_in_pages_with_numbers_and_without_the_search_box(
    chromium: Chromium, written: dict[str, Path], tmp_path: Path
) -> None:
    chromium.open(written["small"], dark=True)
    path = tmp_path / "page.pdf"
    path.write_bytes(chromium.print())
    assert path.read_bytes().startswith(b"%PDF-")
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext is installed here")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    sheets = text.rstrip("\f").split("\f")
    assert len(sheets) > 3
    assert [sheet.split()[-1] for sheet in sheets] == [str(number) for number in range(1, len(sheets) + 1)]
    assert "The locks on the Tamber" in sheets[0]
    assert "all words" not in text


@pytest.mark.skipif(
    not AXE.is_file(), reason="axe-core is not installed: npm install --prefix DIR axe-core, NODE_TOOLS=DIR"
)
@pytest.mark.parametrize("name", ["karabakh", "sarn", "small", "script"])
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_an_accessibility_checker_finds_nothing(
    chromium: Chromium, written: dict[str, Path], name: str, width: int, dark: bool
) -> None:
    chromium.open(written[name], width=width, dark=dark)
    chromium.evaluate(_LAID_OUT)
    chromium.evaluate(f"{AXE.read_text(encoding='utf-8')};0")
    found: list[Any] = chromium.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then((run) => run.violations.map("
        "(each) => [each.id, each.help, each.nodes.slice(0, 3).map((node) => node.html)]))"
    )
    assert found == []


@pytest.mark.skipif(not VALIDATOR.is_file(), reason="html-validate is not installed: npm install it, see NODE_TOOLS")
@pytest.mark.parametrize("name", ["karabakh", "sarn", "small", *ATTACKS])
def test_a_validator_finds_nothing(written: dict[str, Path], tmp_path: Path, name: str) -> None:
    rules = tmp_path / "rules.json"
    rules.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}), encoding="utf-8")
    done = subprocess.run([VALIDATOR, "--config", rules, written[name]], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[:4000]


def test_a_long_dossier_is_shown_and_searched(chromium: Chromium, tmp_path: Path) -> None:
    from tests.dossiers import dossier_of, loaded, record

    quotes = (
        record("quotes", id=f"q-{number}", text=f"Number {number} of many words about peace.") for number in range(2000)
    )
    path = tmp_path / "long.html"
    path.write_text(exported(select(loaded(dossier_of(*quotes)))), encoding="utf-8")
    assert path.stat().st_size < 20_000_000
    chromium.open(path, width=390)
    assert _search(chromium, "peace 1999")[1:] == ["#q-1999"]
    assert chromium.evaluate("document.documentElement.scrollWidth") == 390

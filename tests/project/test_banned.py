"""What the program never does, because a dossier may come from a stranger.

Each rule reads the syntax tree, so that a comment or a sentence in a docstring breaks none; each proves itself on a
sample that it must find and on one that it must leave alone.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.project import code
from tests.project.code import Use

STARTING = ("tui.dossier.load_worker", "tui.editor", "tui.browser", "tui.terminal.clipboard")
"""The modules that may start a program: the one that reads large dossiers, those of the person's editor and browser,
and the one that gives text to tmux."""


class Rule(NamedTuple):
    """`broken` says whether a use of a name breaks the rule; `bad` are samples that do, `good` one that does not."""

    name: str
    why: str
    broken: Callable[[Use], bool]
    bad: tuple[str, ...]
    good: str
    allowed_in: tuple[str, ...] = ()


def _last(use: Use) -> str:
    return use.name.rpartition(".")[2]


def _keyword(use: Use, name: str) -> ast.expr | None:
    return next((word.value for word in use.call.keywords if word.arg == name), None) if use.call else None


def _is(value: ast.expr | None, wanted: object) -> bool:
    return isinstance(value, ast.Constant) and value.value is wanted


def _module(*names: str) -> Callable[[Use], bool]:
    return lambda use: use.name.split(".")[0] in names


RULES = (
    Rule(
        "escaping markup",
        "escape() loses text and can crash; use Content(…), Text(…) or markup=False",
        lambda use: use.name.endswith("markup.escape"),
        (
            "from textual.markup import escape",
            "from rich.markup import escape as safe",
            "import rich.markup\nrich.markup.escape(name)",
            "from textual import markup\nmarkup.escape(name)",
        ),
        "import re\nfrom html import escape\nre.escape(escape(name))  # not rich.markup.escape(",
    ),
    Rule(
        "reading markup",
        "no text of a dossier is ever parsed as markup",
        lambda use: _last(use) == "from_markup",
        ("Content.from_markup(name)", "from rich.text import Text\nText.from_markup(name)", "parse = Text.from_markup"),
        '"""Content.from_markup("[b]")"""\nContent(name)  # from_markup(',
    ),
    Rule(
        "asking for markup",
        "no text of a dossier is ever parsed as markup",
        lambda use: use.call is not None and (value := _keyword(use, "markup")) is not None and not _is(value, False),
        ("Static(name, markup=True)", "Console().print(name, markup=wanted)"),
        "Static(name, markup=False)",
    ),
    Rule(
        "a notice that reads markup",
        "notify() parses its message unless it is told markup=False",
        lambda use: _last(use) == "notify" and use.call is not None and not _is(_keyword(use, "markup"), False),
        ("self.notify(name)", "app.notify('done', timeout=2)"),
        "self.notify(name, markup=False)",
    ),
    Rule(
        "a Select prompt from data",
        "Select parses its prompt as markup: constants only",
        lambda use: (
            _last(use) == "Select"
            and (value := _keyword(use, "prompt")) is not None
            and not isinstance(value, ast.Constant)
        ),
        ("Select(rows, prompt=name)", "from textual.widgets import Select\nSelect(rows, prompt=f'{name}')"),
        "Select(rows, prompt='Choose')",
    ),
    Rule(
        "the Markdown widget",
        "a link in it reaches the browser unchecked, and a large table freezes it",
        lambda use: _last(use) in ("Markdown", "MarkdownViewer") or use.name.startswith("rich.markdown"),
        ("from textual.widgets import Markdown", "import rich.markdown", "textual.widgets.MarkdownViewer(text)"),
        "from tui.export.markdown import markdown",
    ),
    Rule(
        "highlighting by the matcher",
        "Matcher.highlight() parses what it is given as markup; use Content(…).stylize()",
        lambda use: _last(use) == "Matcher" or (_last(use) in ("matcher", "highlight") and use.call is not None),
        ("from textual.fuzzy import Matcher", "self.matcher(query)", "found.highlight(name)"),
        "content.stylize('bold', 0, 3)  # highlight(",
    ),
    Rule(
        "pickled data",
        "reading it runs what it says",
        _module("pickle", "marshal", "shelve", "dill", "cloudpickle", "_pickle"),
        ("import pickle", "from marshal import loads", "import shelve as store\nstore.open(path)"),
        "import json\npickled = json.loads(text)",
    ),
    Rule(
        "running text as code",
        "a program that evaluates text can be told what to do",
        lambda use: use.name in ("eval", "exec", "builtins.eval", "builtins.exec"),
        ("eval(text)", "exec(text)", "import builtins\nbuiltins.eval(text)", "run = exec"),
        "self.exec(text)  # eval(text)",
    ),
    Rule(
        "a shell",
        "a name in a dossier or an environment variable could be a command",
        lambda use: (
            use.name in ("os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput")
            or use.name.endswith("create_subprocess_shell")
            or ((value := _keyword(use, "shell")) is not None and not _is(value, False))
        ),
        (
            "import os\nos.system(command)",
            "from os import system\nsystem(command)",
            "subprocess.run(command, shell=True)",
            "Popen(command, shell=wanted)",
            "asyncio.create_subprocess_shell(command)",
        ),
        "subprocess.run([editor, path], shell=False)  # os.system(",
    ),
    Rule(
        "another program",
        f"nothing is started but by {', '.join(STARTING)}",
        lambda use: (
            use.name.split(".")[0] in ("subprocess", "multiprocessing", "pty", "concurrent")
            or use.name.startswith(("os.exec", "os.spawn", "os.posix_spawn", "os.fork"))
            or _last(use).startswith("create_subprocess")
        ),
        (
            "import subprocess",
            "from subprocess import run",
            "import os\nos.execv(editor, [editor])",
            "from os import fork",
            "asyncio.create_subprocess_exec(editor)",
        ),
        "self.run_worker(self._wait)  # subprocess.run(",
        allowed_in=STARTING,
    ),
    Rule(
        "a browser",
        "an address in a dossier may be anything; tui.browser opens those that it has checked",
        lambda use: use.name.split(".")[0] == "webbrowser" or (_last(use) == "open_url" and use.call is not None),
        ("import webbrowser", "from webbrowser import open as show", "self.app.open_url(address)"),
        "def open_url(self, url: str) -> None: ...",
    ),
)


_WORDS = re.compile(
    r"markup|\b(notify|Select|[mM]atcher|highlight|eval|pty)\b|[mM]arkdown|pickle|marshal|shelve|dill|\bexec|system|popen"
    r"|subprocess|shell|multiprocessing|concurrent|spawn|fork|webbrowser|open_url"
)
"""What is written wherever a rule is broken: a file with none of it need not be looked through."""


@cache
def _uses(path: Path) -> tuple[Use, ...]:
    """The uses of names in a file: every call, and of what is not called one of each name."""
    if not _WORDS.search(path.read_text(encoding="utf-8")):
        return ()
    return tuple({(use.name, use.call): use for use in code.uses(code.tree(path))}.values())


def broken(rule: Rule, uses: Iterable[Use]) -> Iterator[str]:
    """The lines at which a rule is broken, as `line: words`."""
    for use in uses:
        if rule.broken(use):
            yield f"{use.line}: {use.name}: {rule.why}"


def _named(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_the_program_keeps_the_rule(rule: Rule) -> None:
    found = [
        f"{path.relative_to(code.ROOT)}:{breach}"
        for path in code.files()
        if code.module_of(path) not in rule.allowed_in
        for breach in broken(rule, _uses(path))
    ]
    assert not found, "\n".join(["", *found])


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_the_rule_finds_what_breaks_it(rule: Rule) -> None:
    missed = [sample for sample in rule.bad if not list(broken(rule, code.uses(ast.parse(sample))))]
    assert not missed
    assert all(map(_WORDS.search, rule.bad)), "a file with this would not be looked through"


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_the_rule_leaves_the_rest_alone(rule: Rule) -> None:
    assert not list(broken(rule, code.uses(ast.parse(rule.good))))

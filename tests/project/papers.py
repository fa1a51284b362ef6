"""What the papers of the project name: files, commands and links, and which of them do not exist."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from tests.project.code import ROOT

PAPERS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "content/README.md",
    "tests/bench/README.md",
    "tests/frozen/README.md",
    "tests/hostile/README.md",
    "justfile",
    ".pre-commit-config.yaml",
    ".github/workflows/ci.yml",
)
EXAMPLES = ("treaties",)
"""Names of files that a paper makes up, as what a reader might add; their folder must exist."""
_SAMPLES = {
    "FILE": "content/karabakh.toml",
    "ID": "armenia",
    "KIND": "actors",
    "SOURCE=PATH": "article=copy.txt",
    "ACTOR": "armenia",
}
"""What a placeholder in a command stands for."""
_OUTSIDE = {".venv", ".tcss", ".git", ".hypothesis"}
"""What looks like a path of the checkout and is none."""
_TOP_LEVEL = r"(?:tui|tests|content|\.ci|\.github)/"
_PATH = re.compile(rf"(?<![\w./…-])({_TOP_LEVEL}[\w./-]*[\w/]|\.[a-z][\w.-]+\w)")
_FILE_NAME = re.compile(r"[\w.-]+\.(?:py|md|tcss|ya?ml|lock|svg)")
_CODE = re.compile(r"`([^`\n]+)`")
_BLOCK = re.compile(r"^```(?!toml)\w*\n(.*?)^```$|((?:^    \S.*\n)+)", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)\s]+)\)")


def missing_paths(text: str, folder: Path = ROOT) -> Iterator[str]:
    """The paths named in `text` that do not exist, and the bare file names that no file has."""
    for path in _PATH.findall(text):
        place = ROOT / path
        if place.stem in EXAMPLES:
            place = place.parent
        if path not in _OUTSIDE and not place.exists():
            yield path
    for span in _CODE.findall(text):
        if _FILE_NAME.fullmatch(span) and not (folder / span).exists() and span not in _file_names():
            yield span


def missing_targets(text: str, folder: Path = ROOT) -> Iterator[str]:
    """The relative links of a Markdown text that lead to no file or no heading."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    for target in _LINK.findall(text):
        path, _, anchor = target.partition("#")
        if (path and not (folder / path).exists()) or (not path and anchor not in anchors):
            yield target


def commands(text: str) -> Iterator[str]:
    """The commands in a text: the lines of its blocks of code, and its code spans."""
    for fenced, indented in _BLOCK.findall(text):
        for line in (fenced or indented).splitlines():
            # what follows two spaces or a # is an explanation
            command = re.split(r"\s{2,}|\s#", line.strip().removeprefix("$ "))[0]
            yield from re.split(r"\s*&&\s*", command)
    yield from _CODE.findall(text)


def wrong_commands(text: str) -> Iterator[str]:
    """The commands in a text that do not exist or do not take the options they are given."""
    for command in commands(text):
        words = command.split()
        while words and re.fullmatch(r"[A-Z_]+=\S+", words[0]):
            del words[0]  # variables of the environment
        if not words:
            continue
        program = words[0].removeprefix(".venv/bin/").replace("{{python}}", "python")
        if program in ("python", "python3") and words[1:2] == ["-m"]:
            if not _module_takes(words[2], words[3:]):
                yield command
        elif program == "karabakh-tui" or (program in _subcommands() and words[1:]):
            if not _takes(words[program == "karabakh-tui" :]):
                yield command
        elif program == "just" and len(words) > 1 and words[1] != "--list":
            if words[1] not in recipes((ROOT / "justfile").read_text(encoding="utf-8")):
                yield command
        elif program.startswith("--") and program.split("=")[0] not in _options():
            yield command


def recipes(justfile: str) -> set[str]:
    """The names of the recipes of a justfile."""
    return set(re.findall(r"^([a-z][\w-]*)(?: [^:=\n]*)?:(?!=)", justfile, re.MULTILINE))


def recipe_lines(justfile: str) -> str:
    """The commands of all recipes, as a block of code."""
    lines = re.findall(r"^    @?(.+)$", justfile, re.MULTILINE)
    return "".join(f"    {re.sub(r' {{[a-z]+}}', '', line)}\n" for line in lines)


def pinned(package: str) -> str:
    """The version of a package in the lock file."""
    lock = (ROOT / "tests" / "requirements.lock").read_text(encoding="utf-8")
    found = re.search(rf"^{re.escape(package)}==(\S+)", lock, re.MULTILINE)
    assert found is not None, package
    return found[1]


def _module_takes(module: str, arguments: list[str]) -> bool:
    if module == "tui":
        return _takes(arguments)
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        return False
    if spec is None or not module.startswith("tests."):
        return spec is not None
    source = Path(spec.origin or "").read_text(encoding="utf-8")
    return all(f'"{word}"' in source for word in arguments if word.startswith("--") and word != "--")


def _takes(words: list[str]) -> bool:
    from tui.cli.arguments import ParserExit, parse

    text = " ".join(words).partition(">")[0].replace("[", "").replace("]", "").replace("…", "")
    for placeholder, sample in _SAMPLES.items():
        text = re.sub(rf"(?<![\w=]){placeholder}\b", sample, text)
    try:
        parse(text.split())
    except ParserExit as parser_exit:
        return parser_exit.status == 0
    return True


def _subcommands() -> tuple[str, ...]:
    from tui.cli.commands.registry import COMMANDS

    return tuple(COMMANDS)


@cache
def _options() -> frozenset[str]:
    """The options of all commands, and of pytest that a paper names."""
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tui" / "cli").rglob("*.py"))
    return frozenset(re.findall(r'"(--[a-z-]+)"', sources))


@cache
def _file_names() -> frozenset[str]:
    return frozenset(
        path.name
        for folder in ("tui", "tests", "content", ".github", ".")
        for path in (ROOT / folder).glob("*" if folder == "." else "**/*")
    )


def classifier_versions() -> list[str]:
    """The versions of Python that the classifiers name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [found[1] for line in project["classifiers"] if (found := re.search(r"Python :: (3\.\d+)$", line))]

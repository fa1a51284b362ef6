"""What the last word of a command line may be completed to, from the declaration that `--help` prints.

The scripts of all shells ask here, so that they know nothing of commands, options or dossiers.
"""

import os
import shlex
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.cli.arguments import ALL_TIMES
from tui.cli.commands.registry import COMMANDS, load_command
from tui.cli.declared import Argument, Declared, declared
from tui.paths import BUNDLED, EXAMPLE, PROGRAM, content

if TYPE_CHECKING:
    from tui.dossier.dossier import Dossier

_LARGEST = 2 << 20
"""The size in bytes up to which a dossier is read for its ids: nobody waits for them at a prompt."""
_MOST = 2_000


class Candidate(NamedTuple):
    """A word that may be meant, and what it is."""

    word: str
    meaning: str = ""


class Completions(NamedTuple):
    """The word at the cursor as typed so far, what it may become, and whether it may be the name of a file."""

    typed: str
    words: tuple[Candidate, ...]
    files: bool = False


def completions(line: str) -> Completions:
    """What the word at the end of a command line may become; the line is that of a shell, up to the cursor."""
    *before, typed = _words(line)
    files: list[bool] = []
    found = _candidates(before, typed, lambda: files.append(True))
    matching = {each.word: each for each in found if each.word.startswith(typed)}
    return Completions(typed, tuple(matching.values())[:_MOST], bool(files))


def _words(line: str) -> list[str]:
    """The words after the name of the program, without quotation marks; the last one is empty after a space."""
    for end in ("", "'", '"'):  # the last word may be in quotation marks that are still open
        try:
            words = shlex.split(f"{line}\ufdd0{end}")
            break
        except ValueError:
            continue
    else:
        return [""]
    words[-1] = words[-1].replace("\ufdd0", "")
    called = next((number for number, word in enumerate(words) if os.path.basename(word) == PROGRAM), 0)
    return words[called + 1 :] or [""]


def _candidates(before: Sequence[str], typed: str, files: Callable[[], None]) -> Iterator[Candidate]:
    """The candidates for `typed` after the words `before`; calls `files` where the name of a file may be meant."""
    command = before[0] if before and before[0] in COMMANDS else ""
    if not before and not typed.startswith("-"):
        yield from (Candidate(name, load_command(name).SUMMARY) for name in COMMANDS)
    offered = declared(command)
    place = _place(offered, before[1:] if command else before)
    flag, equals, part = typed.partition("=")
    if place.option is not None:
        yield from _values(place.option, typed, before, files)
    elif equals and flag.startswith("--") and (option := offered.option(flag)) is not None:
        values = _values(option, part, before, files)
        yield from (candidate._replace(word=f"{flag}={candidate.word}") for candidate in values)
    elif typed.startswith("-") and not place.only_positionals:
        for option in offered.options:
            if option.repeats or place.given.isdisjoint(option.flags):
                yield from (Candidate(name, option.help) for name in option.flags)
    elif place.positional is not None:
        yield from _values(place.positional, typed, before, files)


class _Place(NamedTuple):
    """Where in a call the next word is: the value of an option, or a positional argument, if one is left."""

    option: Argument | None
    positional: Argument | None
    given: frozenset[str]
    only_positionals: bool


def _place(offered: Declared, words: Sequence[str]) -> _Place:
    waiting: Argument | None = None
    given: set[str] = set()
    count, only_positionals = 0, False
    for word in words:
        if waiting is not None:
            waiting = None
        elif only_positionals or not word.startswith("-") or word == "-":
            count += 1
        elif word == "--":
            only_positionals = True
        else:
            flag, equals, _ = word.partition("=")
            given.add(flag)
            option = offered.option(flag)
            waiting = option if option is not None and option.value and not equals else None
    positionals = list(offered.positionals)
    left = positionals[count:] or [argument for argument in positionals[-1:] if argument.repeats]
    return _Place(waiting, left[0] if left else None, frozenset(given), only_positionals)


def _values(argument: Argument, typed: str, before: Sequence[str], files: Callable[[], None]) -> Iterator[Candidate]:
    """What the value of an argument may be, by its choices or by what it is called."""
    if argument.choices:
        yield from map(Candidate, argument.choices)
    elif argument.value in ("FILE", "PATH") or (argument.value == "SOURCE=PATH" and "=" in typed):
        files()
    elif argument.value == "DATE":
        yield Candidate(ALL_TIMES, "everything that ever was")
    elif argument.value.startswith("STATUS"):
        from tui.dossier.values.vocabulary import STATUS_MEANINGS, UNSETTLED

        yield from (Candidate(status, STATUS_MEANINGS[status]) for status in STATUS_MEANINGS if status in UNSETTLED)
    elif argument.value in ("ID", "QUERY", "WORDS", "SOURCE=PATH") and (dossier := _dossier(before)) is not None:
        yield from _from_dossier(argument.value, dossier, typed)


def _from_dossier(value: str, dossier: "Dossier", typed: str) -> Iterator[Candidate]:
    from tui.dossier.kinds import Source

    if value == "SOURCE=PATH":
        yield from (Candidate(f"{source.id}=", dossier.name(source.id)) for source in dossier.records_of(Source))
    elif value == "ID":
        yield from _ids(dossier, typed)
    elif typed and not typed.isspace():
        from tui.dossier.search.completion import completion

        if (found := completion(dossier, typed, len(typed))) is not None:
            plain = (choice for choice in found.choices if not {" ", '"'} & set(choice))  # shells differ in quoting
            yield from (Candidate(f"{typed[: found.start]}{choice}") for choice in plain)


def _ids(dossier: "Dossier", typed: str) -> Iterator[Candidate]:
    """The ids of records and the names of views; after the colon of a view, those of actors."""
    from tui.dossier.kinds import Actor
    from tui.pages.views.registry import VIEWS

    kind, *actors = typed.split(":")
    if actors:
        if kind in VIEWS and VIEWS[kind].id_count + VIEWS[kind].more_ids >= len(actors):
            lead = typed.rpartition(":")[0]
            yield from (Candidate(f"{lead}:{actor.id}", dossier.name(actor.id)) for actor in dossier.records_of(Actor))
        return
    yield from (Candidate(name + ":" * bool(view.id_count), view.title) for name, view in VIEWS.items())
    yield from (Candidate(name, dossier.name(name)) for name in dossier.records if name.startswith(typed))


def _dossier(words: Sequence[str]) -> "Dossier | None":
    """The dossier that the call names, or the bundled one; None for one that cannot be read at once."""
    from tui.dossier.files import Refused, read_file
    from tui.dossier.load import load_bytes
    from tui.dossier.values.text import Safe

    path = _named(words)
    try:
        if not path or os.stat(path).st_size > _LARGEST:
            return None
        return load_bytes(read_file(path), Safe(path), None).dossier  # ids need no copies of sources
    except (OSError, ValueError, Refused):
        return None


def _named(words: Sequence[str]) -> str:
    """The path of the dossier that a call names; empty where it is standard input."""
    path = content(EXAMPLE if "--example" in words else BUNDLED)
    for number, word in enumerate(words):
        if word in ("-d", "--dossier") and number + 1 < len(words):
            path = words[number + 1]
        elif word.startswith("--dossier="):
            path = word.partition("=")[2]
    return "" if path == "-" else os.path.expanduser(path)

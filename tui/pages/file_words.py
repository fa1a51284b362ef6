"""What the program says about the file of the open dossier: what its last reading brought, and that it is broken.

`key` is the key that lists the problems, as people write it.
"""

from __future__ import annotations

from tui.dossier.changes import Changes
from tui.dossier.load import Loaded
from tui.dossier.values.text import Safe
from tui.dossier.values.vocabulary import PROBLEM_GLYPHS, count_noun
from tui.pages.views.problems import counts

_MAX_PROBLEM = 400
"""The most characters of a problem in a notice, which is small."""


def broken_title(loaded: Loaded, key: str) -> tuple[Safe, Safe]:
    """The title of a dossier whose file does not open any more, in words and in as few words as possible."""
    first = next((problem for problem in loaded.problems if problem.severity == "error"), None)
    mark = PROBLEM_GLYPHS["error"]
    if first is not None and not first.line:
        return Safe(f"{mark} the file cannot be read · {key} says why"), Safe(f"{mark} no file {key}")
    errors = count_noun(loaded.errors, "error")
    return Safe(f"{mark} {errors} in the file · {key} lists all"), Safe(f"{mark} {errors} {key}")


def broken_notice(loaded: Loaded, key: str) -> Safe:
    """What to say when a file does not open any more."""
    first = loaded.problems[0].text(loaded.name)[:_MAX_PROBLEM] if loaded.problems else ""
    return Safe(f"{counts(loaded)}; what was open stays. {key} lists them all. {first}".rstrip())


def read_notice(now: Loaded, differences: Changes | None, *, asked: bool, was_broken: bool) -> Safe:
    """What to say after reading a file again; empty when nobody asked and nothing differs.

    `differences` from what was shown, None when that were problems; `was_broken` when the last reading did not open.
    """
    if now.dossier is None:
        return Safe("Read again, and it still does not open" if asked else "")
    if differences is None:
        return Safe("Read again")
    what = differences.text()
    lead = "The file opens again" if was_broken else "Read again"
    if what:
        return Safe(f"{lead}: {what}")
    return Safe(f"{lead}; nothing differs from what was open" if asked or was_broken else "")


def warnings_notice(loaded: Loaded, key: str) -> Safe:
    """What to say of a dossier that opens with warnings; empty when there are none."""
    if loaded.dossier is None or not loaded.problems:
        return Safe("")
    return Safe(f"{count_noun(len(loaded.problems), 'warning')} in this dossier; {key} lists them")

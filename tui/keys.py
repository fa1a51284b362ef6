"""Every key of the program; bindings, key bar, help and README are made from this table."""

from __future__ import annotations

from tui.key_groups import Key, KeyGroup
from tui.key_table import KeyTable
from tui.pages.lists import panels

# fmt: off
# A key has one line, or its description the next: as a table it is read at a glance.

PANELS = KeyGroup(
    "panels",
    "Panels",
    tuple(
        Key(f"panel.{panel.name}", (digit,), f"panel('{panel.name}')", panel.title, panel.help)
        for digit, panel in zip("0123456789", panels.PANELS.values(), strict=False)
    ),
)
"""The digits open the first ten panels; the jump list opens the others."""
MOVING = KeyGroup(
    "moving",
    "Moving around",
    (
        Key("go.filter", ("slash",), "filter", "Filter",
            "Filter the list as you type; {filter.keep} keeps the filter, {filter.drop} drops it"),
        Key("go.search", ("S",), "search", "Search",
            "Search everything as you type; {list.open} opens what is found, back returns to it, "
            "{go.out} ends the search"),
        Key("go.facets", ("F",), "facets", "Facets",
            "Choose speakers, acts, kinds, years and the like that the list is narrowed to, "
            "by how often each is found"),
        Key("go.jump", ("ctrl+p", "colon"), "app.jump", "Jump",
            "Jump to any record by name or alias, or run a command"),
        Key("go.back", ("backspace", "alt+left", "left_square_bracket"), "back", "Back",
            "Go back to exactly where you were"),
        Key("go.forward", ("alt+right", "right_square_bracket"), "forward", "Forward", "Go forward again"),
        Key("go.pane", ("tab", "shift+tab"), "other_pane", "Other pane", "Change between the list and the page"),
        Key("go.out", ("escape",), "out", "Out",
            "Go one layer out: from the page to the list, then drop the filter, then the facets of ties"),
        Key("go.source", ("s",), "source", "Source",
            "Go to the source passage of the selected statement or of the open record"),
        Key("go.next", ("n",), "step(1)", "Next", "Show the next record of the list, from either pane"),
        Key("go.previous", ("N",), "step(-1)", "Previous", "Show the previous record of the list"),
    ),
)
DIAGRAMS = KeyGroup(
    "diagrams",
    "Diagrams and filters",
    (
        Key("net.ego", ("e",), "draw('ego')", "Ego",
            "Show the ties of the current actor: against, with and without a sign"),
        Key("net.matrix", ("m",), "draw('matrix')", "Matrix",
            "Show the signs of all ties, actor by actor; pressed again, who speaks about whom, with counts"),
        Key("net.blocs", ("b",), "draw('blocs')", "Blocs", "Show the members of blocs and the ties with the sides"),
        Key("net.path", ("p",), "draw('path')", "Path",
            "Show the shortest chains of ties from the current actor to another"),
        Key("net.compare", ("v",), "draw('compare')", "Compare",
            "Compare the words of the current actor with those of another, or of both with those of a third"),
        Key("net.timeline", ("T",), "draw('timeline')", "Timeline",
            "Show the timeline of events; pressed again, that of ties, quotes, offices and everything, "
            "as far as dated"),
        Key("net.scope", ("f",), "scope", "Filters", "Choose the kinds, statuses and sides that the diagrams count"),
        Key("net.unsettled", ("u",), "unsettled", "Unsettled",
            "Count contested, denied and inferred ties in diagrams and in Balance, or leave them out again"),
        Key("app.reported", ("o",), "reported_only", "Reported only",
            "Show only what is reported, in every list, count and diagram, or everything again", "Show all"),
    ),
)
MOMENTS = KeyGroup(
    "moments",
    "As of a date",
    (
        Key("moment.strip", ("a",), "moment('open')", "As of",
            "Open the strip of time, in which the arrow keys choose the date as of which everything is shown"),
        Key("moment.after", ("greater_than_sign",), "moment('change', 1)", "Later", "Go to the next change in time"),
        Key("moment.before", ("less_than_sign",), "moment('change', -1)", "Earlier", "Go to the change before in time"),
        Key("moment.all", ("A",), "moment('all')", "All times",
            "Count everything that ever was, or go back to the dossier’s own date", "Own date"),
        Key("moment.marks", ("x",), "moment('marks')", "Changes",
            "Mark the ties that came, went or turned with the last step in time, or stop marking them", "Unmark"),
    ),
)
MARKS = KeyGroup(
    "marks",
    "Marks and notes",
    (
        Key("mark.toggle", ("M",), "marks('toggle')", "Mark",
            "Mark the record, or the paragraph of a source, or remove its mark; marks are your own"),
        Key("mark.list", ("L",), "marks('list')", "Marks", "List your marks and notes"),
        Key("mark.note", ("i",), "marks('note')", "Note",
            "Write a note on the record or the paragraph, kept outside of the dossier; an empty one is removed"),
    ),
)
CARRY = KeyGroup(
    "carry",
    "Copying, opening and exporting",
    (
        Key("carry.copy", ("y",), "carry('copy')", "Copy",
            "Copy the selected quotation, statement or passage with its citation, or else the whole page"),
        Key("carry.form", ("Y",), "carry('copy as')", "Copy as",
            "Copy it as text, Markdown, BibTeX, CSL, TOML, id or link, or show the text to be selected"),
        Key("carry.open", ("B",), "carry('open')", "Browser",
            "Open the address of the source in your browser, or that of its archived copy; both are shown before"),
        Key("carry.export", ("X",), "carry('export')", "Export",
            "Write what is listed, the record, the page, your marks or everything to a file in another format"),
    ),
)
COPYING = KeyGroup(
    "copying",
    "While choosing how to copy",
    (
        Key("copying.choose", ("enter", "space"), "choose", "Copy", "Copy in the highlighted form"),
        Key("copying.show", ("s",), "show_text", "Show text", "Show the text to be selected with the mouse"),
        Key("copying.close", ("escape", "Y", "q"), "close", "Close", "Close and copy nothing"),
    ),
)
SHOWN_TEXT = KeyGroup(
    "text",
    "While text is shown to be selected",
    (Key("text.close", ("escape", "q"), "dismiss", "Close", "Close the text"),),
)
OPENING = KeyGroup(
    "opening",
    "While choosing an address",
    (
        Key("opening.choose", ("enter", "space"), "choose", "Open", "Open the highlighted address in your browser"),
        Key("opening.close", ("escape", "B", "q"), "close", "Close", "Close and open nothing"),
    ),
)
EXPORTING = KeyGroup(
    "exporting",
    "While choosing an export",
    (
        Key("exporting.choose", ("space",), "tick", "Choose", "Choose the highlighted part or format; enter does too"),
        Key("exporting.path", ("tab", "shift+tab"), "other_field", "Path", "Go to the path, or back to the list"),
        Key("exporting.write", ("enter",), "write", "Write", "Write the export, from the path"),
        Key("exporting.close", ("escape", "X", "q"), "close", "Close", "Close and write nothing"),
    ),
)
NOTE = KeyGroup(
    "note",
    "While writing a note",
    (
        Key("note.save", ("enter",), "save", "Save", "Save the note"),
        Key("note.line", ("ctrl+n",), "new_line", "New line", "Begin a new line"),
        Key("note.close", ("escape",), "close", "Cancel", "Leave the note as it was"),
    ),
)
STRIP = KeyGroup(
    "strip",
    "In the strip of time",
    (
        Key("strip.after", ("right", "l"), "screen.moment('change', 1)", "Change", "Go to the next change"),
        Key("strip.before", ("left", "h"), "screen.moment('change', -1)", "Change before", "Go to the change before"),
        Key("strip.year", ("down", "j"), "screen.moment('year', 1)", "Year", "Go to the next year"),
        Key("strip.yearbefore", ("up", "k"), "screen.moment('year', -1)", "Year before", "Go to the year before"),
        Key("strip.month", ("full_stop",), "screen.moment('month', 1)", "Month", "Go to the next month"),
        Key("strip.monthbefore", ("comma",), "screen.moment('month', -1)", "Month before", "Go to the month before"),
        Key("strip.decade", ("pagedown", "space"), "screen.moment('decade', 1)", "Decade", "Go ten years on"),
        Key("strip.decadebefore", ("pageup",), "screen.moment('decade', -1)", "Decade before", "Go ten years back"),
        Key("strip.top", ("home", "g"), "screen.moment('first')", "First", "Go to the first change"),
        Key("strip.bottom", ("end", "G"), "screen.moment('last')", "Last", "Go to the last change"),
        Key("strip.type", ("enter", "d"), "screen.moment('type')", "Date", "Type a date"),
        Key("strip.pane", ("tab", "shift+tab"), "screen.moment('leave')", "Pane", "Go back to the list or the page"),
        Key("strip.close", ("escape", "a"), "screen.moment('close')", "Close", "Close the strip; the date stays"),
    ),
)
DATE = KeyGroup(
    "date",
    "While typing a date",
    (
        Key("date.choose", ("enter",), "choose", "Go", "Go to the date"),
        Key("date.close", ("escape",), "close", "Close", "Close without a date"),
    ),
)
MATRIX = KeyGroup(
    "matrix",
    "In the matrix",
    (
        Key("matrix.open", ("enter",), "follow", "Pair", "Open the pair with all its ties"),
        Key("matrix.up", ("up", "k"), "move(-1, 0)", "Up", "Move up a row"),
        Key("matrix.down", ("down", "j"), "move(1, 0)", "Down", "Move down a row"),
        Key("matrix.left", ("left", "h"), "move(0, -1)", "Left", "Move left a column"),
        Key("matrix.right", ("right", "l"), "move(0, 1)", "Right", "Move right a column"),
        Key("matrix.pageup", ("pageup", "ctrl+b"), "page(-1)", "Page up", "Move up a screen"),
        Key("matrix.pagedown", ("pagedown", "space", "ctrl+f"), "page(1)", "Page down", "Move down a screen"),
        Key("matrix.top", ("home", "g"), "edge(0)", "Top", "Move to the first pair"),
        Key("matrix.bottom", ("end", "G"), "edge(1)", "Bottom", "Move to the last pair"),
        Key("matrix.next", ("full_stop", "w"), "sign(1)", "Next tie", "Move to the next pair with a tie"),
        Key("matrix.previous", ("comma", "W"), "sign(-1)", "Previous tie", "Move to the previous pair with a tie"),
    ),
)
LIST = KeyGroup(
    "list",
    "In the list",
    (
        Key("list.up", ("up", "k"), "move(-1)", "Up", "Move up; the page follows"),
        Key("list.down", ("down", "j"), "move(1)", "Down", "Move down; the page follows"),
        Key("list.pageup", ("pageup", "ctrl+b"), "page(-1)", "Page up", "Move up a screen"),
        Key("list.pagedown", ("pagedown", "ctrl+f"), "page(1)", "Page down", "Move down a screen"),
        Key("list.top", ("home", "g"), "edge(0)", "Top", "Move to the top"),
        Key("list.bottom", ("end", "G"), "edge(1)", "Bottom", "Move to the bottom"),
        Key("list.order", ("O",), "screen.order", "Order",
            "Sort the list by date, by name, by number of ties or by source, as far as it has them, or as it was"),
        Key("list.open", ("enter", "right", "l"), "choose", "Open", "Open the record and go to its page"),
    ),
)
PAGE = KeyGroup(
    "page",
    "On the page",
    (
        Key("page.follow", ("enter",), "follow", "Follow", "Follow the selected link"),
        Key("page.down", ("down", "j"), "step(1)", "Down", "Select the next link below, or scroll down a line"),
        Key("page.up", ("up", "k"), "step(-1)", "Up", "Select the next link above, or scroll up a line"),
        Key("page.next", ("right", "l"), "link(1)", "Next link", "Select the next link in reading order"),
        Key("page.previous", ("left", "h"), "link(-1)", "Previous link", "Select the previous link in reading order"),
        Key("page.pagedown", ("pagedown", "space", "ctrl+f"), "page(1)", "Page down", "Scroll down a screen"),
        Key("page.pageup", ("pageup", "ctrl+b"), "page(-1)", "Page up", "Scroll up a screen"),
        Key("page.top", ("home", "g"), "edge(0)", "Top", "Go to the top"),
        Key("page.bottom", ("end", "G"), "edge(1)", "Bottom", "Go to the bottom"),
    ),
)
FILTER = KeyGroup(
    "filter",
    "While typing a filter",
    (
        Key("filter.keep", ("enter", "down"), "leave(False)", "Keep", "Keep the filter and go to the list"),
        Key("filter.drop", ("escape",), "leave(True)", "Drop", "Drop the filter, or leave the search"),
        Key("filter.complete", ("tab",), "complete", "Complete", "Complete a field such as speaker: or its value"),
    ),
)
TOUR = KeyGroup(
    "tour",
    "The tour",
    (
        Key("tour.next", ("z",), "tour('next')", "Skip", "Take the tour, or leave out the step that it is at"),
        Key("tour.end", ("Z",), "tour('end')", "End", "End the tour, or take its offer from Home"),
    ),
)
PROGRAM = KeyGroup(
    "program",
    "The program",
    (
        Key("app.help", ("question_mark", "f1"), "help", "Help", "Show the keys of the view in use"),
        Key("app.theme", ("t",), "next_theme", "Theme",
            "Change between the dark and the light theme; the choice is remembered"),
        Key("app.edit", ("E",), "edit", "Edit",
            "Open the file in your editor at the record or the problem that is shown"),
        Key("app.problems", ("exclamation_mark",), "problems", "Problems",
            "List what is wrong with the file, or go back"),
        Key("app.reload", ("r",), "reload", "Read again",
            "Read the dossier again from its file, which also happens whenever the file is saved"),
        Key("app.copy", ("ctrl+c",), "copy_or_quit", "Copy",
            "Copy the selected text; with nothing selected, press twice to quit"),
        Key("app.suspend", ("ctrl+z",), "suspend_process", "Stop",
            "Stop and give the terminal back to the shell; its command fg continues where you were"),
        Key("app.quit", ("q", "ctrl+q"), "quit", "Quit", "Quit"),
    ),
)
PROBLEMS = KeyGroup(
    "problems",
    "In the list of problems",
    (Key("problems.close", ("escape",), "close", "Back", "Go back to the dossier"),),
)
READING = KeyGroup(
    "reading",
    "While a large dossier is read",
    (Key("reading.cancel", ("escape",), "cancel", "Cancel", "Stop reading and leave"),),
)
HELP = KeyGroup(
    "help",
    "In the help",
    (Key("help.close", ("escape", "question_mark", "f1", "q"), "dismiss", "Close", "Close the help"),),
)
JUMP = KeyGroup(
    "jump",
    "While jumping",
    (
        Key("jump.choose", ("enter",), "choose", "Go", "Go to the highlighted record, or run the highlighted command"),
        Key("jump.down", ("down", "ctrl+n"), "move(1)", "Down", "Move to the next line"),
        Key("jump.up", ("up", "ctrl+p"), "move(-1)", "Up", "Move to the previous line"),
        Key("jump.pagedown", ("pagedown",), "page(1)", "Page down", "Move down a screen"),
        Key("jump.pageup", ("pageup",), "page(-1)", "Page up", "Move up a screen"),
        Key("jump.close", ("escape",), "close", "Close", "Close without a choice"),
    ),
)
SCOPE = KeyGroup(
    "scope",
    "While choosing filters",
    (
        Key("scope.toggle", ("space", "enter"), "tick", "Tick", "Include the highlighted line or leave it out"),
        Key("scope.only", ("o",), "only", "Only this", "Leave out all others under its heading"),
        Key("scope.reset", ("r",), "reset", "Reset", "Include everything but what is contested, denied or inferred"),
        Key("scope.close", ("escape", "f", "q"), "close", "Done", "Close the filters; the diagram follows"),
    ),
)
FACETS = KeyGroup(
    "facets",
    "While choosing facets",
    (
        Key("facets.toggle", ("space", "enter"), "tick", "Tick", "Choose the highlighted value, or no longer"),
        Key("facets.only", ("o",), "only", "Only this", "Choose the highlighted value alone in its field"),
        Key("facets.reset", ("r",), "reset", "Reset", "Choose nothing; words that were typed stay"),
        Key("facets.close", ("escape", "F", "q"), "close", "Done", "Close the facets; lists and diagrams follow"),
    ),
)
GROUPS = (
    PANELS,
    MOVING,
    DIAGRAMS,
    MOMENTS,
    MARKS,
    CARRY,
    LIST,
    PAGE,
    MATRIX,
    STRIP,
    FILTER,
    DATE,
    NOTE,
    COPYING,
    SHOWN_TEXT,
    OPENING,
    EXPORTING,
    JUMP,
    SCOPE,
    FACETS,
    PROBLEMS,
    READING,
    TOUR,
    PROGRAM,
    HELP,
)
# fmt: on

KEYS = KeyTable(GROUPS)
"""The keys of the program."""


def keys_of(app: object) -> KeyTable:
    """The keys in force in an app: its `key_table`, or those of the program."""
    table = getattr(app, "key_table", None)
    return table if isinstance(table, KeyTable) else KEYS

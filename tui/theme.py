"""The two themes, a colour token for each side, sign, status and role, and the styles made from them.

Tokens are theme variables: our own themes set them, and `with_tokens` derives them from the palette of any other theme.
No other file holds a colour value of the terminal.
"""

from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from tui.contrast import contrast, seen_on

DARK = Theme(
    name="karabakh-dark",
    primary="#8ab4d8",
    secondary="#a99bc9",
    accent="#d8b26a",
    foreground="#dcd9d1",
    background="#16181d",
    surface="#1c1f26",
    panel="#23272f",
    success="#86c29b",
    warning="#d9b05f",
    error="#e58a7b",
    dark=True,
    variables={
        "block-cursor-background": "#36506b",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#2a3039",
        "block-cursor-blurred-foreground": "#dcd9d1",
        "screen-selection-background": "#36506b",
        "screen-selection-foreground": "#ffffff",
        "input-selection-background": "#36506b",
        "input-selection-foreground": "#ffffff",
        "ink-dim": "#9a9a97",
        "ink-rule": "#747a86",
        "ink-quote": "#f0e9d8",
        "ink-label": "#dcd9d1",
        "ink-cite": "#8fa9bf",
        "link": "#9cc3e6",
        "side-one": "#ae82ff",
        "side-two": "#ffbdea",
        "sign-with": "#8fc497",
        "sign-against": "#ee8271",
        "sign-neither": "#a3a6ad",
        "status-doubt": "#dcb85f",
        "status-judged": "#aa9b28",
    },
)
LIGHT = Theme(
    name="karabakh-light",
    primary="#1f5a8a",
    secondary="#5d4a94",
    accent="#86570d",
    foreground="#24262b",
    background="#f7f4ec",
    surface="#f0ecdf",
    panel="#e6e1d1",
    success="#1c6a45",
    warning="#855808",
    error="#a5352a",
    dark=False,
    variables={
        "block-cursor-background": "#1f5a8a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#dcd6c3",
        "block-cursor-blurred-foreground": "#24262b",
        "screen-selection-background": "#1f5a8a",
        "screen-selection-foreground": "#ffffff",
        "input-selection-background": "#1f5a8a",
        "input-selection-foreground": "#ffffff",
        "ink-dim": "#5c5b53",
        "ink-rule": "#7d7867",
        "ink-quote": "#14161a",
        "ink-label": "#24262b",
        "ink-cite": "#435b74",
        "link": "#164f7d",
        "side-one": "#5714d3",
        "side-two": "#720b4d",
        "sign-with": "#116a45",
        "sign-against": "#a52b1c",
        "sign-neither": "#585c63",
        "status-doubt": "#7a5107",
        "status-judged": "#553728",
    },
)
THEMES = (DARK, LIGHT)

_FROM_PALETTE = {
    "ink-dim": "foreground-muted",
    "ink-quote": "foreground",
    "ink-label": "foreground",
    "ink-cite": "text-secondary",
    "link": "text-primary",
    "side-one": "text-accent",
    "side-two": "text-secondary",
    "sign-with": "text-success",
    "sign-against": "text-error",
    "sign-neither": "foreground-muted",
    "status-doubt": "text-warning",
    "status-judged": "text-warning",
}

_OF_ANSI = {
    "ink-rule": "ansi_default 50%",
    "ink-cite": "ansi_bright_blue",
    "side-one": "ansi_magenta",
    "side-two": "ansi_cyan",
}
"""What the palette of a theme in the terminal's own colours lacks.

Of its six hues red, green and yellow are those of signs and doubt, and blue is that of links and cites.
"""
_GROUNDS = ("background", "surface", "panel")
_LINE_CONTRAST, _TEXT_CONTRAST = 3.0, 4.5
"""The contrasts that WCAG asks for in lines and other marks that are no text, and in text."""
_OF_FOREGROUND = 0.8
"""The share of the contrast of a theme's foreground that is enough where the foreground itself has too little."""

_ANSI_CURSOR = {True: "bright_black", False: "white"}
"""The ground of a table's cursor without the focus in the colours of a dark and of a light terminal."""
_FULL, _PALE = 0.9, 0.25
"""How much of the colour of a sign is in a filled cell."""


class RoleStyle(NamedTuple):
    """The colour token of a role (`""` for the foreground) and its text attributes."""

    token: str = ""
    bold: bool = False
    italic: bool = False
    reverse: bool = False


_LINK_COLOURED = frozenset(("text", "name", "dim", "strong", "label", "quote", "mention"))
_NEVER_UNDERLINED = frozenset(("label", "quote", "cite", "chart", "axis"))

ROLE_STYLES: dict[str, RoleStyle] = {
    "text": RoleStyle(),
    "name": RoleStyle(),
    "strong": RoleStyle("", bold=True),
    "dim": RoleStyle("ink-dim"),
    "label": RoleStyle("ink-label", bold=True),
    "rule": RoleStyle("ink-rule"),
    "bar": RoleStyle("ink-label"),
    "quote": RoleStyle("ink-quote"),
    "mention": RoleStyle("link"),
    "highlight": RoleStyle("ink-label", bold=True),
    "highlight-other": RoleStyle("ink-label", italic=True),
    "match": RoleStyle("", reverse=True),
    "cite": RoleStyle("ink-cite"),
    "chart": RoleStyle("ink-dim"),
    "axis": RoleStyle("ink-dim"),
    "sign-with": RoleStyle("sign-with", bold=True),
    "sign-against": RoleStyle("sign-against", bold=True),
    "sign-neither": RoleStyle("sign-neither"),
    "sign-mixed": RoleStyle("status-doubt", bold=True),
    "status-reported": RoleStyle("ink-dim"),
    "status-attributed": RoleStyle("ink-cite"),
    "status-judgement": RoleStyle("status-judged"),
    "status-contested": RoleStyle("status-doubt", bold=True),
    "status-denied": RoleStyle("sign-against", bold=True),
    "status-inferred": RoleStyle("status-judged", italic=True),
    "outcome-good": RoleStyle("sign-with"),
    "outcome-bad": RoleStyle("sign-against"),
    "outcome-open": RoleStyle("ink-dim"),
    "side-one": RoleStyle("side-one", bold=True),
    "side-two": RoleStyle("side-two", bold=True, italic=True),
}


def with_tokens(variables: dict[str, str]) -> dict[str, str]:
    """Return theme variables with the missing tokens taken from the theme's own palette."""
    if variables["foreground"].startswith("ansi_"):
        for token, value in _OF_ANSI.items():
            variables.setdefault(token, value)
    elif "ink-rule" not in variables:
        variables["ink-rule"] = _line_colour(variables)
        for cursor in ("block-cursor", "block-cursor-blurred"):
            _mend_cursor(variables, cursor)
    for token, source in _FROM_PALETTE.items():
        if token not in variables:
            variables[token] = _readable(variables.get(source, variables["foreground"]), variables)
    return variables


def _grounds(variables: dict[str, str]) -> list[Color]:
    return [Color.parse(variables[name]) for name in _GROUNDS if name in variables] or [Color.parse("#000000")]


def _line_colour(variables: dict[str, str]) -> str:
    """As little of the foreground, mixed into the background, as is seen as a line on every ground."""
    ink, grounds = Color.parse(variables["foreground"]), _grounds(variables)
    for share in range(20, 100, 5):
        mixed = grounds[0].blend(ink, share / 100)
        if all(contrast(mixed, ground) >= _LINE_CONTRAST for ground in grounds):
            return mixed.hex
    return ink.hex


def _readable(value: str, variables: dict[str, str]) -> str:
    """A colour of text with as little of the foreground mixed into it as makes it readable on every ground.

    Where the foreground is hardly readable itself, the colour is a little less so.
    """
    if "background" not in variables or variables["foreground"].startswith("ansi_") or value.startswith("auto"):
        return value
    ink, grounds = Color.parse(variables["foreground"]), _grounds(variables)
    color = seen_on(grounds[0], value)
    enough = [min(_TEXT_CONTRAST, _OF_FOREGROUND * contrast(ink, ground)) for ground in grounds]
    for share in range(0, 100, 5):
        mixed = color.blend(ink, share / 100)
        if all(contrast(mixed, ground) >= needed for ground, needed in zip(grounds, enough, strict=True)):
            return mixed.hex
    return ink.hex


def _mend_cursor(variables: dict[str, str], cursor: str) -> None:
    """Write what the cursor is on in black or white, where the theme's own colour cannot be read there."""
    ink, ground = f"{cursor}-foreground", f"{cursor}-background"
    if not {ink, ground, "background"} <= variables.keys():
        return
    behind = seen_on(Color.parse(variables["background"]), variables[ground])
    if contrast(seen_on(behind, variables[ink]), behind) < _TEXT_CONTRAST:
        variables[ink] = max(("#000000", "#ffffff"), key=lambda each: contrast(Color.parse(each), behind))


class RoleStyles:
    """The Rich styles of all roles on one background in the app's current theme; a change of theme needs a new one."""

    def __init__(self, app: App[int], background: Color) -> None:
        self._variables = app.theme_variables
        self._ansi = app.current_theme.ansi
        self._dark = app.current_theme.dark
        self._underlines = app.no_color or self._ansi
        self.background = background
        self._styles: dict[str, Style] = {}
        self._tokens: dict[tuple[str, str], Style] = {}
        self._over: dict[tuple[Style, Style], Style] = {}
        self.blank = Style(bgcolor=background.rich_color)
        """The style of blank cells."""

    def style(self, role: str) -> Style:
        """The style of a role."""
        if (style := self._styles.get(role)) is None:
            token, bold, italic, reverse = ROLE_STYLES[role]
            attributes = Style(bold=bold or None, italic=italic or None, reverse=reverse or None)
            style = self.token(token or "foreground") + attributes
            self._styles[role] = style
        return style

    def link(self, role: str, *, is_row_name: bool = False) -> Style:
        """The style of a link with a role: what has no colour of its own takes that of links.

        A mention in prose is underlined. Without colours, and in those of the terminal, of which none is sure to be
        seen, other links are too, except for headings, whole quotations, cites, and the names of rows.
        """
        key = f"name {role}" if is_row_name else f"link {role}"
        if (style := self._styles.get(key)) is None:
            style = self.style(role)
            if role in _LINK_COLOURED:
                style = Style(bold=style.bold, italic=style.italic) + self.token("link")
            underlined = role == "mention" or (self._underlines and not is_row_name and role not in _NEVER_UNDERLINED)
            style = self._styles[key] = style + Style(underline=underlined or None)
        return style

    def selected_link(self, role: str, *, focused: bool) -> Style:
        """The style of the selected link, in the focused pane or in another.

        In another it keeps the colour of its role. Without colours, and in those of the terminal, which have no ground
        for it, it stays a link there, and is bold.
        """
        if focused:
            return self.cursor(focused)
        if self._underlines:
            return self.link(role) + Style(bold=True, underline=True)
        return self.over(self.link(role), self.cursor(focused))

    def filled(self, role: str, *, full: bool, banded: bool) -> Style:
        """The style of a cell filled with the colour of a role, `full` or paler, on the background or in a band of it.

        Where colours cannot be mixed, a full cell is reversed and a paler one has text of that colour.
        """
        ground = self._background_color("block-cursor-blurred-background") if banded else self.background
        style = self.style(role)
        color = style.color
        if ground.ansi is not None or color is None or color.triplet is None:
            return style + Style(reverse=True) if full else style + Style(bgcolor=ground.rich_color)
        fill = ground.blend(Color.from_rich_color(color), _FULL if full else _PALE)
        light_and_dark = self.background, Color.parse(self._variables["foreground"])
        ink = max(light_and_dark, key=lambda each: contrast(each, fill))
        return Style(color=ink.rich_color, bgcolor=fill.rich_color, bold=True)

    def banded(self, role: str) -> Style:
        """The style of text with a role in the row or the column of a table's cursor.

        In the colours of the terminal there is no ground as faint as a band, and the text is as bright as all other.
        """
        if self._ansi:
            return self.token("foreground")
        return self.style(role) + Style(bgcolor=self.cursor(False).bgcolor)

    def band_crossing(self) -> Style:
        """The style of a table's cursor without the focus, where its row and its column cross.

        In the colours of the terminal it is grey, on which dim text and that of signs could not be read.
        """
        if self._ansi:
            return self.token("foreground") + Style.parse(f"on {_ANSI_CURSOR[self._dark]}")
        return self.banded("strong")

    def band_head(self) -> Style:
        """The style of the heads of that row and column: reversed in the colours of the terminal."""
        return (self.token("foreground") + Style(reverse=True) if self._ansi else self.cursor(False)) + Style(bold=True)

    @property
    def grounds_are_alike(self) -> bool:
        """Whether all panes have the same ground, without colours and in those of the terminal."""
        return self._underlines

    @property
    def mixes_colours(self) -> bool:
        """Whether there is a paler form of every colour, as there is none of those of the terminal."""
        return self.background.ansi is None

    def over(self, own: Style, style: Style) -> Style:
        """The style `own` on the ground of another one, nearer to the ink of that the less it is read there."""
        if (made := self._over.get((own, style))) is None:
            made = self._over[own, style] = self._read_over(own, style)
        return made

    def _read_over(self, own: Style, style: Style) -> Style:
        ground = style.bgcolor
        if style.reverse or own.color is None or ground is None:
            return style
        if ground.triplet is None or own.color.triplet is None:
            return own if ground == self.background.rich_color else style
        color, ink, behind = (Color.from_rich_color(each) for each in (own.color, style.color or own.color, ground))
        mixed = (color.blend(ink, share / 10) for share in range(6))
        readable = next((each for each in mixed if contrast(each, behind) >= _TEXT_CONTRAST), None)
        return own + Style(color=readable.rich_color, bgcolor=ground) if readable is not None else style

    def match(self, style: Style) -> Style:
        """The style of a match in text of another style: underlined where that is reversed already."""
        return (
            style + Style(underline=True) if style.reverse else self.style("match") + Style(underline=style.underline)
        )

    def cursor(self, focused: bool) -> Style:
        """The style of what the cursor is on, in the focused pane or in another.

        In the focused pane it is reversed, so that it can be seen without colours.
        """
        if not focused:
            return self.token("block-cursor-blurred-foreground", "block-cursor-blurred-background")
        style = self.token("block-cursor-foreground", "block-cursor-background")
        return Style(color=style.bgcolor, bgcolor=style.color, reverse=True, bold=True)

    def token(self, name: str, background: str = "") -> Style:
        """The style of a token as text colour, on the widget's background or on the colour of a second token."""
        if (style := self._tokens.get((name, background))) is None:
            value = self._variables[name]
            behind = self._background_color(background) if background else self.background
            dim = value.startswith("ansi_") and value.endswith("%")
            style = Style(color=self._text_color(value, behind), bgcolor=behind.rich_color, dim=dim or None)
            self._tokens[name, background] = style
        return style

    def _background_color(self, name: str) -> Color:
        value = self._variables[name].split(" ")[0]
        color = Color.parse("ansi_default" if value in ("transparent", "auto") else value)
        return self.background + color if color.ansi is None and color.a < 1 else color

    def _text_color(self, value: str, background: Color) -> RichColor:
        name, _, share = value.partition(" ")
        alpha = float(share.rstrip("%")) / 100 if share else 1.0
        if name.startswith("ansi_"):
            return Color.parse(name).rich_color
        if name == "auto":
            return (background + background.get_contrast_text(alpha)).rich_color
        color = Color.parse(name)
        if background.ansi is not None:
            return color.rich_color
        return (background + color.with_alpha(color.a * alpha)).rich_color

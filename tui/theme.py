"""The two themes, a colour token for each side, sign, status and role, and the styles made from them.

Tokens are theme variables: our own themes set them, and `with_tokens` derives them from the palette of any other theme.
No other file holds a colour value of the terminal.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.color import Color as RichColor
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import Theme

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
        "ink-dim": "#9a9a97",
        "ink-rule": "#3b404a",
        "ink-quote": "#f0e9d8",
        "ink-label": "#d8b26a",
        "ink-cite": "#8fa9bf",
        "link": "#9cc3e6",
        "side-one": "#b7a6e3",
        "side-two": "#7fc4c1",
        "sign-with": "#86c29b",
        "sign-against": "#e58a7b",
        "sign-neither": "#a3a6ad",
        "status-doubt": "#d9b05f",
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
        "ink-dim": "#65645c",
        "ink-rule": "#cdc7b4",
        "ink-quote": "#14161a",
        "ink-label": "#86570d",
        "ink-cite": "#47607a",
        "link": "#164f7d",
        "side-one": "#5d43a0",
        "side-two": "#14656a",
        "sign-with": "#1c6a45",
        "sign-against": "#a5352a",
        "sign-neither": "#5f636b",
        "status-doubt": "#855808",
    },
)
THEMES = (DARK, LIGHT)

_FROM_PALETTE = {
    "ink-dim": "foreground-muted",
    "ink-rule": "border-blurred",
    "ink-quote": "foreground",
    "ink-label": "text-accent",
    "ink-cite": "text-secondary",
    "link": "text-primary",
    "side-one": "text-primary",
    "side-two": "text-warning",
    "sign-with": "text-success",
    "sign-against": "text-error",
    "sign-neither": "foreground-muted",
    "status-doubt": "text-warning",
}


class RoleStyle(NamedTuple):
    """The colour token of a role (`""` for the foreground) and its text attributes."""

    token: str = ""
    bold: bool = False
    italic: bool = False
    reverse: bool = False


ROLE_STYLES: dict[str, RoleStyle] = {
    "text": RoleStyle(),
    "name": RoleStyle(),
    "strong": RoleStyle("", bold=True),
    "dim": RoleStyle("ink-dim"),
    "label": RoleStyle("ink-label", bold=True),
    "rule": RoleStyle("ink-rule"),
    "bar": RoleStyle("ink-label"),
    "quote": RoleStyle("ink-quote"),
    "highlight": RoleStyle("ink-label", bold=True),
    "match": RoleStyle("status-doubt", reverse=True),
    "cite": RoleStyle("ink-cite"),
    "chart": RoleStyle(),
    "sign-with": RoleStyle("sign-with", bold=True),
    "sign-against": RoleStyle("sign-against", bold=True),
    "sign-neither": RoleStyle("sign-neither"),
    "sign-mixed": RoleStyle("status-doubt", bold=True),
    "status-reported": RoleStyle("ink-dim"),
    "status-attributed": RoleStyle("ink-cite"),
    "status-judgement": RoleStyle("status-doubt"),
    "status-contested": RoleStyle("status-doubt", bold=True),
    "status-denied": RoleStyle("sign-against", bold=True),
    "status-inferred": RoleStyle("status-doubt", italic=True),
    "outcome-good": RoleStyle("sign-with"),
    "outcome-bad": RoleStyle("sign-against"),
    "outcome-open": RoleStyle("ink-dim"),
    "side-one": RoleStyle("side-one", bold=True),
    "side-two": RoleStyle("side-two", bold=True),
}


def with_tokens(variables: dict[str, str]) -> dict[str, str]:
    """Return theme variables with the missing tokens taken from the theme's own palette."""
    for token, source in _FROM_PALETTE.items():
        variables.setdefault(token, variables.get(source, variables["foreground"]))
    return variables


class RoleStyles:
    """The Rich styles of all roles on one background in the app's current theme; a change of theme needs a new one."""

    def __init__(self, app: App[int], background: Color) -> None:
        self._variables = app.theme_variables
        self.background = background
        self._styles: dict[str, Style] = {}
        self._tokens: dict[tuple[str, str], Style] = {}
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

    def link(self, role: str) -> Style:
        """The style of a link with a role: plain text takes the link colour; words other than cites are underlined."""
        key = f"link {role}"
        if (style := self._styles.get(key)) is None:
            style = self.style(role)
            if role in ("text", "name", "dim"):
                style = style + self.token("link")
            style = self._styles[key] = style + Style(underline=role not in ("cite", "chart") or None)
        return style

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

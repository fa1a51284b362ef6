"""Texts that do harm where they are printed, parsed or counted as they are: families of them, by name.

Each is what a TOML parser hands over, before it is cleaned. Lone surrogates are missing: TOML cannot spell them.
"""

from __future__ import annotations

from types import MappingProxyType

MARK = "PWNED"
"""Stands in every text that tries to say something to the terminal, where a person would never see it."""

ESCAPES = {
    "osc-title": f"\x1b]0;{MARK}\x07",
    "osc-title-st": f"\x1b]2;{MARK}\x1b\\",
    "osc-link": f"\x1b]8;;javascript:{MARK}\x1b\\here\x1b]8;;\x1b\\",
    "osc-clipboard": "\x1b]52;c;UFdORUQgY3VybCBldmlsfHNo\x07",
    "osc-palette": "\x1b]4;1;rgb:00/00/00\x1b\\\x1b]11;?\x1b\\",
    "osc-notice": f"\x1b]777;notify;{MARK};{MARK}\x1b\\\x1b]9;{MARK}\x07",
    "csi-clear": "\x1b[2J\x1b[3J\x1b[H",
    "csi-modes": "\x1b[?1049l\x1b[?1003h\x1b[?25l\x1b[>1u",
    "csi-colour": "\x1b[31;5mred\x1b[8m",
    "csi-questions": "\x1b[c\x1b[6n\x1b[21t\x1b[?2026$p",
    "csi-resize": "\x1b[8;999;999t",
    "dcs": f"\x1bP+q544e\x1b\\\x1bPtmux;\x1b\x1b]0;{MARK}\x07\x1b\\",
    "apc": f"\x1b_G{MARK}\x1b\\\x1b^{MARK}\x1b\\\x1bX{MARK}\x1b\\",
    "reset": "\x1bc\x1b[!p\x1b(0lqqk\x1bM",
    "paste-end": "\x1b[201~rm -rf ~\n",
    "paste-begin": "\x1b[200~",
    "c1-csi": "\x9b31m\x9b2J",
    "c1-osc": f"\x9d0;{MARK}\x9c\x90{MARK}\x9c",
    "c1-all": "".join(map(chr, range(0x80, 0xA0))),
    "c0-all": "".join(map(chr, range(0x01, 0x20))),
    "nul": "before\0after",
    "delete": "secret\x7f\x7f\x7f",
    "backspace": "seen\x08\x08\x08\x08hidden",
    "carriage-return": "seen\rhidden",
    "bell": "\x07\x0e\x0f",
    "feeds": "a\x0bb\x0cc\x1cd\x1ee\x1ff",
}
"""What a terminal obeys."""

UNICODE = {
    "bidi-override": "abc\u202etxt.exe\u202c",
    "bidi-isolates": "\u2066\u2067\u2068a\u2069\u061c\u200e\u200f",
    "line-ends": "a\x85b\u2028c\u2029d\r\ne\n\n\nf",
    "zero-width": "a\u200bb\u2060c\ufeffd\xade",
    "emoji-zwj": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f\u200d\U0001f308",
    "emoji-vs16": "\u2764\ufe0f \u00a9\ufe0f 1\ufe0f\u20e3 \U0001f44d\U0001f3fd",
    "flags": "\U0001f1e6\U0001f1f2\U0001f1e6\U0001f1ff",
    "tags": "a\U000e0001\U000e0070\U000e0077\U000e006e\U000e007fz",
    "variation-supplement": "a\U000e0100\U000e01ef",
    "zalgo": "Z" + "\u0300\u0301\u0302\u0303\u0489\u035c" * 40 + "a\u0338",
    "marks-first": "\u0301\u20dda",
    "fillers": "\u3164\u115f\uffa0\u2800\u00a0\u3000\u1680",
    "noncharacters": "\ufffe\uffff\ufdd0\U0001ffff\U0010fffe",
    "private-use": "\ue000\uf8ff\U000f0000\U0010fffd",
    "annotation": "\ufff9a\ufffab\ufffb\U0001d173\U00013430",
    "right-to-left": "שלום עולם، مرحبا بالعالم",
    "wide": "文字化け 한국어 ｱｲｳ Ａ",
    "scripts": "Հայաստան Azərbaycan İıŞğ საქართველო Кавказ ไทย हिन्दी",
    "ligature": "\ufdfa\ufdfd\u1e9e\ufb03",
    "looks-alike": "Аrmеnіа",
    "surrogate-like": r"\ud800\udfff \x1b \u001b \033 &#27; %1B",
}
"""What is invisible, turns the reading direction, or is wider than it looks."""

MARKUP = {
    "markup-name": "arms [to Azerbaijan] peace [sic] [Aliyev] [i] [red]on[/red]",
    "markup-open": "peace [/",
    "markup-close": "[/] [/foo] [/b]",
    "markup-quote": '[a="',
    "markup-apostrophe": "[Republic's] [/the]",
    "markup-click": "[@click=app.quit]peace[/]",
    "markup-shot": "[@click=\"app.screenshot('pwned.desktop','.')\"]x[/]",
    "markup-link": "[link=https://x]x[/link] [link=file:///etc/passwd]",
    "markup-meta": "[option=zzz]peace[/] [on red]x",
    "markup-variable": "$primary [$primary] $text-muted ${HOME} $(id) `id`",
    "markup-emoji": ":fire: :warning: :/",
    "markup-backslash": r"\[b] \\[b] a\ ",
    "rst": "*a* **b** `c` |d| _e_ #f > g",
    "html": "<script>alert(1)</script> &lt;b&gt; <!-- x --> ]]>",
    "markdown": "[x](--version) ![x](http://x/y) | a | b |\n|---|---|",
}
"""What one or another library takes for markup. Shown letter for letter."""

OTHERS = {
    "formula": "=cmd|' /C calc'!A0",
    "formula-plus": "+1+1",
    "formula-minus": "-2+3",
    "formula-at": "@SUM(1)",
    "formula-wide": "＝1＋1",
    "formula-apostrophe": "'=1",
    "csv": 'a,"b";\tc\n"d',
    "option": "--version",
    "options": "-rf -o ProxyCommand=x",
    "path-up": "../../../../etc/passwd",
    "path-root": "/etc/passwd",
    "path-home": "~/.ssh/id_rsa",
    "path-device": "/dev/zero",
    "path-long": "a/" * 3000,
    "format": "%s %n %(a)s {0} {a.__class__} {} %",
    "pattern": "(a+)+$ [ ( * \\",
    "shell": "; touch pwned & $(touch pwned) `touch pwned` | x > y",
    "url-script": "javascript:alert(1)",
    "url-file": "file:///etc/passwd",
    "url-user": "https://example.org@evil.example/",
    "url-idn": "https://еxample.org/\u202egro",
    "sql": "'; DROP TABLE x; --",
    "words": "null true NaN None undefined",
    "spaces": "  two  spaces \u00a0 and\tmore ",
    "long-word": "x" * 3000,
    "many-lines": "line\n" * 300,
    "quotes": "“‘'\"’” … [...] — ''' \"\"\"",
}
"""What spreadsheets, shells, formatters and file systems understand."""

FAMILIES = MappingProxyType({**ESCAPES, **UNICODE, **MARKUP, **OTHERS})
"""All of them, by name; in a good loader every one opens, whichever prose field it stands in."""


def wrapped(words: str) -> str:
    """The text inside a sentence, so that something is left when all of it is dropped."""
    return f"Before {words} after"

"""The long description for package indexes: README.md, with links that work where the files beside it are missing.

With a `Source` in `[project.urls]` they lead to the release there. Without one, pictures are left out and links
become plain words.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!https?:|#)([^)\s]+)\)")
"""A picture or link to a file of the checkout."""


class ReadmeHook(MetadataHookInterface):
    """Fills in `readme`, which pyproject.toml declares to be dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the long description."""
        text = Path(self.root, "README.md").read_text(encoding="utf-8")
        source = metadata.get("urls", {}).get("Source", "")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": with_absolute_links(text, source.rstrip("/"), f"v{metadata['version']}"),
        }


def with_absolute_links(text: str, source: str, tag: str) -> str:
    """Return Markdown whose relative links lead to `tag` of the repository `source`, if there is one."""

    def absolute(link: re.Match[str]) -> str:
        picture, words, target = link.groups()
        if source:
            return f"{picture}[{words}]({source}/{'raw' if picture else 'blob'}/{tag}/{target})"
        return "" if picture else words

    return re.sub(r"\n{3,}", "\n\n", _LINK.sub(absolute, text))

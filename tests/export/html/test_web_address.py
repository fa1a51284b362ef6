"""Which addresses of a dossier become links."""

from __future__ import annotations

import pytest

from tui.export.html.web_address import is_web_address


@pytest.mark.parametrize(
    "address", ["https://example.org/", "http://example.org:8080/a?b=c#d", "https://пример.example/", "https://[::1]/"]
)
def test_an_address_of_the_web_is_one(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org/", "/etc", "--version"),
        *("https://", "https://a@example.org/", "https://exa mple.org/", "https://example.org/\\evil", "https://[x/"),
        *("https://example.org/\u202egro", "https://example.org/\nX: y", "https://example.org/" + "a" * 3000),
        *("ssh://-oProxyCommand=x", " https://example.org/"),
    ],
)
def test_anything_else_is_not(address: str) -> None:
    assert not is_web_address(address)

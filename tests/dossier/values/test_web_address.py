"""Which addresses of a dossier become links and are given to a browser."""

from __future__ import annotations

import pytest

from tui.dossier.values.web_address import may_be_opened


@pytest.mark.parametrize(
    "address", ["https://example.org/", "http://example.org:8080/a?b=c#d", "https://пример.example/", "https://[::1]/"]
)
def test_an_address_of_the_web_may_be_opened(address: str) -> None:
    assert may_be_opened(address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org/", "/etc", "--version"),
        *("https://", "https://a@example.org/", "https://exa mple.org/", "https://example.org/\\evil", "https://[x/"),
        *("https://example.org/\u202egro", "https://example.org/\nX: y", "https://example.org/" + "a" * 3000),
        *("ssh://-oProxyCommand=x", " https://example.org/"),
    ],
)
def test_anything_else_may_not(address: str) -> None:
    assert not may_be_opened(address)

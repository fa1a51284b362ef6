"""Opening addresses: which ones, in which program, and what is said when it is not possible."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tui.browser import NotOpened, browser_command, checked_address, open_file_in_browser, open_in_browser

URL = "https://example.org/a?b=1&c=%20#d"


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        (URL, URL),
        ("http://example.org", "http://example.org"),
        ("HTTPS://Example.ORG:8080/x", "https://example.org:8080/x"),
        ("https://[::1]/x", "https://[::1]/x"),
        ("https://пример.рф/ы", "https://xn--e1afmkfd.xn--p1ai/%D1%8B"),
        ("https://exаmple.org/", "https://xn--exmple-4nf.org/"),
        ("https://example.org/#:~:text=no%20peace", "https://example.org/#:~:text=no%20peace"),
    ],
)
def test_an_address_is_shown_as_it_is_opened_with_its_host_in_ascii(url: str, opened: str) -> None:
    assert checked_address(url) == opened


@pytest.mark.parametrize(
    "url",
    [
        *("", "--version", "-P evil", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://a.org"),
        *("https://", "https:///path", "https://user@example.org", "https://example.org@evil.org", "ssh://-o.example"),
        *("https://example.org/a b", "https://example.org/\n-x", "https://example.org/\x1b]52;c;x\x07", "https://a\\b"),
        *(
            "https://example.org/\u202egpj",
            "https://example.org/\u00ad",
            "https://[::1",
            "https://a:99999/",
            "http://..a",
        ),
        "https://example.org/" + "a" * 2048,
    ],
)
def test_what_is_no_plain_web_address_is_refused(url: str) -> None:
    with pytest.raises(NotOpened):
        checked_address(url)
    assert open_in_browser(url)


def command(environment: Mapping[str, str], installed: str = "", platform: str = "linux") -> tuple[str, ...]:
    """The call where the programs `installed` exist, or any when that is empty."""

    def which(name: str) -> str | None:
        return f"/bin/{name}" if not installed or name in installed.split() else None

    return browser_command(environment, URL, which, platform)


@pytest.mark.parametrize(
    ("browser", "argv"),
    [
        ("firefox", ("/bin/firefox", URL)),
        ("firefox --new-window %s", ("/bin/firefox", "--new-window", URL)),
        ("firefox --url=%s &", ("/bin/firefox", f"--url={URL}")),
        ("'my browser' -x", ("/bin/my browser", "-x", URL)),
        ("firefox; touch x", ("/bin/firefox;", "touch", "x", URL)),
        ("lynx:w3m:firefox", ("/bin/firefox", URL)),
    ],
)
def test_the_browser_variable_is_a_list_of_words_and_never_a_shell_command(browser: str, argv: tuple[str, ...]) -> None:
    assert command({"BROWSER": browser}) == argv


def test_without_the_variable_the_desktop_is_asked() -> None:
    assert command({"DISPLAY": ":0"})[0] == "/bin/xdg-open"
    assert command({"WAYLAND_DISPLAY": "wayland-0"}, "firefox chromium")[0] == "/bin/firefox"
    assert command({"WSL_DISTRO_NAME": "Debian"}, "wslview")[0] == "/bin/wslview"
    assert command({}, platform="darwin")[0] == "/bin/open"


@pytest.mark.parametrize(
    ("environment", "installed", "why"),
    [
        ({}, "", "no graphical desktop"),
        ({}, "lynx w3m www-browser", "no graphical desktop"),
        ({"DISPLAY": ":0"}, "lynx", "no browser was found"),
        ({"BROWSER": "lynx"}, "", "lynx, which would draw over the dossier"),
        ({"BROWSER": "gone %s"}, "firefox", "gone %s, which was not found"),
        ({"BROWSER": "'firefox"}, "", "not a command line"),
    ],
)
def test_why_nothing_can_be_opened_is_one_clause(environment: dict[str, str], installed: str, why: str) -> None:
    with pytest.raises(NotOpened, match=why):
        command(environment, installed)


def test_a_text_browser_under_another_name_is_known_by_what_it_links_to(tmp_path: Path) -> None:
    (tmp_path / "lynx").touch()
    (tmp_path / "x-www-browser").symlink_to(tmp_path / "lynx")
    with pytest.raises(NotOpened):
        browser_command(
            {"DISPLAY": ":0"}, URL, lambda name: str(tmp_path / name) if name == "x-www-browser" else None, "linux"
        )


def program(path: Path, body: str) -> Path:
    path.write_text(f"#!{sys.executable}\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_the_browser_is_told_the_address_and_writes_nothing_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    said = tmp_path / "said"
    body = f"import sys\nprint('noise', file=sys.stderr)\nopen({str(said)!r}, 'w').write(repr(sys.argv[1:]))"
    monkeypatch.setenv("BROWSER", str(program(tmp_path / "browse", body)))
    assert open_in_browser(URL) == ""
    assert said.read_text() == repr([URL])
    assert capfd.readouterr() == ("", "")
    page = tmp_path / "a b.html"
    assert open_file_in_browser(str(page)) == ""
    assert said.read_text() == repr([page.as_uri()])


def test_a_browser_that_fails_or_cannot_be_started_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", str(program(tmp_path / "browse", "import sys\nsys.exit(3)")))
    assert open_in_browser(URL) == "browse ended with status 3"
    broken = tmp_path / "broken"
    broken.write_text("#!/nonexistent\n")
    broken.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(broken))
    assert open_in_browser(URL) == "broken cannot be started (no such file or directory)"


@pytest.mark.long
def test_a_browser_that_stays_open_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    process = tmp_path / "pid"
    body = f"import os, time\nopen({str(process)!r}, 'w').write(str(os.getpid()))\ntime.sleep(3)"
    monkeypatch.setenv("BROWSER", str(program(tmp_path / "browse", body)))
    assert open_in_browser(URL) == ""
    assert os.getpgid(int(process.read_text())) != os.getpgid(0)

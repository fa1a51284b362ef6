"""A headless Chromium that a test drives over a pipe, without a driver program and without the network."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--remote-debugging-pipe"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"),
    *("--disable-dev-shm-usage", "--no-default-browser-check", "--host-resolver-rules=MAP * ~NOTFOUND"),
)
_Answer = dict[str, Any]


def program() -> str | None:
    """The path of a Chromium on this machine; None when there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Chromium:
    """One tab. `requests` are the addresses that were asked for, `messages` what was written to the console."""

    def __init__(self, send: int, receive: int) -> None:
        self._send, self._receive = os.fdopen(send, "wb", 0), os.fdopen(receive, "rb")
        self._number = 0
        self._session = ""
        self.requests: list[str] = []
        self.messages: list[str] = []
        self._loaded = 0
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self._call(f"{domain}.enable")

    def _call(self, method: str, **parameters: object) -> _Answer:
        self._number += 1
        message: _Answer = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._send.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                result: _Answer = answer["result"]
                return result

    def _next(self) -> _Answer:
        """The next message of the browser, noted if it tells of something that happened."""
        data = bytearray()
        while (byte := self._receive.read(1)) != b"\0":
            assert byte, "the browser has ended"
            data += byte
        message: _Answer = json.loads(data)
        told = message.get("params", {})
        match message.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])
            case "Page.loadEventFired":
                self._loaded += 1
            case "Log.entryAdded":
                self.messages.append(told["entry"]["text"])
            case "Runtime.consoleAPICalled":
                self.messages.append(str(told["args"]))
            case "Runtime.exceptionThrown":
                self.messages.append(str(told["exceptionDetails"]))
            case "Page.javascriptDialogOpening":
                self.messages.append(f"dialog: {told['message']}")
        return message

    def open(
        self, path: Path, *, width: int = 1280, height: int = 900, dark: bool = False, script: bool = True
    ) -> None:
        """Open a file in a window of so many pixels, and wait until it is loaded."""
        self.resize(width, height)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self._call("Emulation.setEmulatedMedia", features=[scheme])
        self._call("Emulation.setScriptExecutionDisabled", value=not script)
        loaded = self._loaded
        self._call("Page.navigate", url=path.as_uri())
        while self._loaded == loaded:
            self._next()

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window another size."""
        self._call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )

    def evaluate(self, script: str) -> Any:
        """The value of an expression on the page, a promise awaited."""
        done = self._call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def picture(self, *, whole: bool = False, kind: str = "png") -> bytes:
        """What is seen, or the whole page, as an image."""
        quality = {"quality": 82} if kind != "png" else {}
        shot = self._call("Page.captureScreenshot", format=kind, captureBeyondViewport=whole, **quality)
        return base64.b64decode(shot["data"])

    def print(self) -> bytes:
        """The page as PDF on A4."""
        paper = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True, "printBackground": True}
        return base64.b64decode(self._call("Page.printToPDF", **paper)["data"])

    def scroll(self, pixels: int) -> None:
        """Scroll to so many pixels below the top."""
        self.evaluate(f"window.scrollTo(0, {pixels})")


@contextmanager
def running(path: str) -> Iterator[Chromium]:
    """The browser at `path`, started with an empty profile, which is removed with it."""
    to_browser, send = os.pipe()
    receive, from_browser = os.pipe()

    def as_three_and_four() -> None:
        high_in, high_out = os.dup2(to_browser, 63), os.dup2(from_browser, 64)
        os.dup2(high_in, 3)
        os.dup2(high_out, 4)

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [path, *_OPTIONS, f"--user-data-dir={profile}"],
            close_fds=False,
            preexec_fn=as_three_and_four,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        try:
            browser = Chromium(send, receive)
            yield browser
        finally:
            process.terminate()
            process.wait(20)

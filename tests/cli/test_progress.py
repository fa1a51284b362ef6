"""What takes long is narrated on stderr: nothing for a second, then a line, then one every ten seconds."""

from __future__ import annotations

import pytest

from tui.cli.progress import Progress


def test_a_line_after_a_second_and_then_every_ten(capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter(range(1_000))
    progress = Progress("karabakh-tui balance", now=lambda: next(clock) / 10)
    for tenth in range(1, 240):
        progress.tell(f"{tenth / 10:.0f} s".format)
    captured = capsys.readouterr()
    assert captured.err.splitlines() == [f"karabakh-tui balance: {second} s" for second in (1, 11, 21)]
    assert captured.out == ""

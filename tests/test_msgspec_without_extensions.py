"""Reading a dossier needs no `typing_extensions`, and does without the time it takes."""

from __future__ import annotations

import subprocess
import sys


def test_a_dossier_is_read_without_extensions_of_typing_and_who_needs_them_later_gets_them() -> None:
    code = (
        "import sys\n"
        "from tui.cli.main import main\n"
        "print(main(['show', 'armenia']))\n"
        "print('msgspec' in sys.modules, 'typing_extensions' in sys.modules, 'inspect' in sys.modules)\n"
        "import typing_extensions\n"
        "print(bool(typing_extensions.get_type_hints))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-3:] == ["0", "True False False", "True"]

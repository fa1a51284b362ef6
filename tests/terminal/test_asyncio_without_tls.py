"""The app needs no TLS, and does without the memory it takes."""

from __future__ import annotations

import subprocess
import sys


def test_asyncio_is_loaded_without_tls_and_who_needs_tls_later_gets_it() -> None:
    code = (
        "import sys\n"
        "from tui.terminal.asyncio_without_tls import import_asyncio_without_tls\n"
        "import_asyncio_without_tls()\n"
        "print('ssl' in sys.modules, 'asyncio' in sys.modules)\n"
        "import_asyncio_without_tls()\n"
        "import ssl\n"
        "print(bool(ssl.OPENSSL_VERSION))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["False True", "True"]

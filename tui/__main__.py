"""`python -m tui`: the command, without taking modules from the folder one happens to stand in."""

import sys

if sys.path and not getattr(sys.flags, "safe_path", False):
    import os

    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sys.path[:] = [here, *(entry for entry in sys.path[1:])]

from tui.cli.main import main

sys.exit(main())

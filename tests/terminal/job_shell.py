"""The least a shell does for job control: `job_shell.py PROGRAM...` runs it in the foreground of this terminal.

When the program stops, this takes the terminal, prints `stopped`, and obeys one line: `fg` continues it in the
foreground, `late` continues it and brings it to the foreground a moment later, `kill` sends TERM and continues it where
it is. It never touches the terminal's settings, as some shells do
not, so that what the program leaves is what a test sees. Ends with the program's status.
"""

import os
import signal
import sys
import time


def main() -> int:
    """Run the program and return its exit status."""
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    pid = os.fork()
    if pid == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606
    while True:
        _, status = os.waitpid(pid, os.WUNTRACED)
        os.tcsetpgrp(0, os.getpgrp())
        if not os.WIFSTOPPED(status):
            return os.waitstatus_to_exitcode(status)
        os.write(1, b"stopped\n")
        order = b""
        while not order.endswith((b"\r", b"\n")):
            order += os.read(0, 1)
        order = order.strip()  # before it may stand a terminal's answer that the program did not read
        if order.endswith(b"fg"):
            os.tcsetpgrp(0, pid)
        elif order.endswith(b"kill"):
            os.kill(pid, signal.SIGTERM)
        os.killpg(pid, signal.SIGCONT)
        if order.endswith(b"late"):
            time.sleep(0.03)
            os.tcsetpgrp(0, pid)


if __name__ == "__main__":
    raise SystemExit(main())

"""The command `gen`, also as `python -m generator`."""

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the process's command line and end the process.

    A third of a draft's time would go into collecting garbage while modules load (there is none yet) and
    into taking the interpreter down object by object; the system does that at once.
    """
    gc.disable()
    from generator.cli.run import main as run

    code = run()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()

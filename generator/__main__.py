"""The command `gen`, also as `python -m generator`."""

import sys

from generator.cli.run import main

if __name__ == "__main__":
    sys.exit(main())

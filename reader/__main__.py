"""`python -m reader`: the same as the command `reader`."""

import sys

from reader.cli.main import main

__all__: list[str] = []

if __name__ == "__main__":
    sys.exit(main())

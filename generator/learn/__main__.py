"""`python -m generator.learn OUTLINES.jsonl… -o schema.yml`: learn a schema from outlines of real reports."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.errors import CannotWrite, GeneratorError
from generator.learn.count import Counts, count
from generator.learn.induce import induce
from generator.learn.outlines import read
from generator.learn.plain import lines

_HEAD = "# 由 python -m generator.learn 从公开报告的提纲数出，勿手改。[a, b]：b 份中有 a 份。\n"


def learned(paths: Sequence[Path]) -> str:
    """The text of the schema.yml that these files of outlines teach. Raises UnreadableInput."""
    counts: Counts = sum((count(read(path)) for path in paths), Counts())
    return _HEAD + "\n".join(lines(induce(counts))) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what was learned to a file or to standard output; the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.learn", description="从报告提纲学出 schema.yml"
    )
    parser.add_argument("outlines", nargs="+", type=Path, metavar="提纲.jsonl")
    parser.add_argument("-o", "--output", type=Path, metavar="schema.yml")
    options = parser.parse_args(arguments)
    try:
        text = learned(options.outlines)
        if options.output is None:
            sys.stdout.write(text)
        else:
            _write(options.output, text)
    except GeneratorError as error:
        sys.stderr.write(f"{error.message}\n  {error.hint}\n" if error.hint else f"{error.message}\n")
        return int(error.exit_code)
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except OSError as error:
        raise CannotWrite(f"写不了 {path}", "换一个可写的位置") from error


if __name__ == "__main__":
    raise SystemExit(main())

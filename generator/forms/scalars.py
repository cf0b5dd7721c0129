"""Words as YAML scalars: read back they are the same words, whatever they hold."""

import json
import re

_PLAIN = re.compile(r"[^\W_][\w·、（）《》〔〕“”—（）％%＋+./\-]*(?: [\w（]+)*")


def scalar(words: str) -> str:
    """`words` on one line: as they are where nothing in them means anything to YAML or to a reader of forms, else
    quoted."""
    if words and words.isprintable():
        if _PLAIN.fullmatch(words) and not words.endswith((".", "-", "/")):
            return words
        return "'" + words.replace("'", "''") + "'"
    return json.dumps(words, ensure_ascii=False)


def block(words: str, indent: int) -> list[str]:
    """Words of several paragraphs as a literal block, whose first line (`|-`) goes behind the key; a single line
    otherwise. indent: columns of the block's lines."""
    lines = words.split("\n")
    whole = all(not line or ((line.isprintable() or "　" in line) and line.strip(" ") == line) for line in lines)
    if len(lines) > 1 and whole and lines[0] and lines[-1]:
        return ["|-", *(f"{' ' * indent}{line}" if line else "" for line in lines)]
    return [scalar(words)]

"""Whatever stands in a DOCX, the rules of layout end in findings, never in a bug of ours."""

import re
from random import Random

from check.lay.mutating import edited, laid, mutant, subject
from hypothesis import given
from hypothesis import strategies as st

from generator.check.layout import judged
from generator.errors import GeneratorError

_PARTS = ("document", "styles", "settings", "footer1", "footer2")
_VALUES = ("", "0", "-1", "99999999", "x", "1.5", "none", "　", "Title", "both")


def _spoilt(xml: str, draw: Random) -> str:
    """The part with some values changed and some elements without content gone."""

    def value(match: re.Match[str]) -> str:
        return f'{match[1]}="{draw.choice(_VALUES)}"' if draw.random() < 0.05 else match[0]

    def empty(match: re.Match[str]) -> str:
        return "" if draw.random() < 0.05 else match[0]

    return re.sub(r"<w:\w+(?: [^<>]*)?/>", empty, re.sub(r'(\bw:\w+)="[^"]*"', value, xml))


@given(st.randoms(use_true_random=True))
def test_spoilt_formatting_ends_in_findings(draw: Random) -> None:
    spoilt = edited(
        mutant("成稿原样"), [[part, r"(?s).+", lambda m: _spoilt(m[0], draw), {"regex": True}] for part in _PARTS]
    )
    try:
        found = laid(spoilt)
    except GeneratorError:
        return
    assert [d.message for d in found if d.code == "BUG001"] == []


def test_a_report_in_a_frame_without_sections_or_styles_is_judged() -> None:
    bare = edited(mutant("成稿原样"), [["document", r"<w:sectPr.*</w:sectPr>", "", {"regex": True}]])
    assert judged(subject(bare)).sheet is None
    assert not [d for d in laid(bare) if d.code == "BUG001"]

"""The real reports in other dress have the same outline and figures."""

import pytest

from generator.soffice import program
from tests.eval.figures import CORPUS
from tests.eval.redressed import DRESSES, left, one_line, pdf, reports, understood, worn

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not CORPUS.is_dir(), reason="没有真实报告的语料")]


@pytest.mark.parametrize("name", DRESSES)
def test_a_real_report_in_other_dress_is_read_as_before(name: str) -> None:
    dress = DRESSES[name]
    if dress is pdf and not program():
        pytest.skip("没有 LibreOffice")
    for report, bare in reports():
        if dress is pdf and report not in ("000", "004"):
            continue
        found = left(bare, understood(*dress(bare.lines)), dress is worn)
        # Run together, 119 and the 6. that follows it are one number: a heading and a figure may go.
        spared = 1 if dress in (one_line, worn) else 0
        assert found.sections[1] >= found.sections[0] - spared, report
        assert len(found.lost) <= spared, found.lost

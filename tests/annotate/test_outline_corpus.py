"""How well outlines of real reports are read; `python -m tests.eval.outlines` prints the tables."""

import pytest

from tests.eval.folds import cross_validated
from tests.eval.full_outlines import found, rows, verdict
from tests.eval.outlines import CORPUS, hits_of_themes, read_lexicon, records, role_verdicts

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (CORPUS / "outlines.jsonl").is_file(), reason="the real reports are not here"),
]


def test_at_least_98_of_100_level_1_headings_have_their_role() -> None:
    words = read_lexicon()
    verdicts = [ok for record in records() for *_, ok in role_verdicts(record, words)]
    assert sum(verdicts) >= 0.98 * len(verdicts) > 100


def test_at_least_93_of_100_level_2_headings_have_their_first_theme_with_weights_fitted_elsewhere() -> None:
    folds = list(cross_validated(records(), read_lexicon(), hits_of_themes))
    assert sum(right for _, right, _ in folds) >= 0.93 * sum(total for *_, total in folds) > 0


def test_every_section_of_the_full_reports_is_found_with_level_and_role() -> None:
    words = read_lexicon()
    outlines = {report: found(CORPUS, report, words) for report in range(5)}
    wrong = {row.text: told for row in rows(CORPUS) if (told := verdict(row, outlines[row.report].sections))}
    assert not wrong


@pytest.mark.parametrize(
    ("report", "unit", "year", "level", "date"),
    [
        (0, "武定县", 2025, "county", ""),
        (1, "法库县人民政府", 2023, "county", ""),
        (2, "中村乡人民政府", 2022, "township", "2022年11月23日"),
        (3, "滨海县", 2024, "county", ""),
        (4, "德化县葛坑镇人民政府", 2024, "township", "2025年2月28日"),
    ],
)
def test_the_frame_of_the_full_reports(report: int, unit: str, year: int, level: str, date: str) -> None:
    outline = found(CORPUS, report, read_lexicon())
    assert (outline.unit, outline.year, outline.level, outline.date) == (unit, year, level, date)
    assert outline.transition.startswith("现将")
    assert outline.transition.rstrip(":：").endswith("报告如下")

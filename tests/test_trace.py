"""The table that says where each number and each sentence came from."""

import csv
import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st
from strategies import documents

from generator.document.nodes import Document, Paragraph, Source, Strong, Table, Text
from generator.document.walk import plain, stretches
from generator.places import Place
from generator.trace import Row, to_csv, to_json, trace

STAFF = Source("value", "主要举措.行政执法.数据.执法人员", Place("甲.yml", 41, 12, 900, 902), "执法队")
BEFORE = Source("value", "主要举措.监督.数据.诉讼.上年", Place("甲.yml", 50, 3, 1000, 1001))
DELTA = Source("formula", "主要举措.监督.数据.诉讼", Place("甲.yml", 50, 3, 1000, 1001), "本年 − 上年", (STAFF, BEFORE))
TICK = Source("tick", "主要举措.行政执法.举措.三项制度", Place("甲.yml", 38, 9, 800, 804))


def rows_of(*inlines: Text | Strong) -> tuple[Row, ...]:
    return trace(Document((Paragraph(inlines),)))


def csv_of(rows: tuple[Row, ...]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(rows).decode("utf-8-sig"))))


def test_a_number_leads_to_its_line_and_its_supplier() -> None:
    rows = csv_of(rows_of(Text("全镇现有执法人员"), Text("25人", STAFF), Text("。")))
    assert [(row["类别"], row["文字"], row["来源"]) for row in rows] == [
        ("句", "全镇现有执法人员25人。", "填报、固定"),
        ("数", "25", "填报"),
    ]
    assert (rows[1]["位置"], rows[1]["字段"], rows[1]["提供"]) == ("甲.yml:41:12", STAFF.path, "执法队")


def test_a_computed_number_leads_to_its_formula_and_operands() -> None:
    (_, row) = csv_of(rows_of(Text("较上年减少", None), Text("16件", DELTA)))
    assert row["来源"] == "计算"
    assert row["算式"] == f"本年 − 上年：{STAFF.path}（甲.yml:41:12）、{BEFORE.path}（甲.yml:50:3）"


def test_two_equal_numbers_keep_their_own_places() -> None:
    twice = rows_of(Text("甲"), Text("25", STAFF), Text("、乙"), Text("25", BEFORE))
    assert [row.sources for row in twice if row.kind == "数"] == [(STAFF,), (BEFORE,)]


def test_a_fixed_phrase_and_a_fixed_number_say_so() -> None:
    rows = csv_of(rows_of(Text("落实《法治政府建设实施纲要（2021—2025年）》。")))
    assert {row["来源"] for row in rows} == {"固定"}
    assert [row["文字"] for row in rows if row["类别"] == "数"] == ["2021", "2025"]


def test_a_ticked_sentence_with_the_clerks_words_names_both() -> None:
    (row,) = csv_of(rows_of(Text("落实三项制度，", TICK), Text("逐项落细", STAFF), Text("。", TICK)))
    assert row["字段"] == f"{TICK.path}；{STAFF.path}"
    assert row["来源"] == "勾选、填报"


def test_a_cell_is_traced_and_marks_alone_are_not_fixed_words() -> None:
    rows = trace(Document((Table((), (((Text("“"), Text("25", STAFF), Text("”。")),),)),)))
    assert [(row.words, row.fixed) for row in rows] == [("“25”。", False), ("25", False)]


def test_no_cell_begins_like_a_formula_of_a_spreadsheet() -> None:
    rows = csv_of(rows_of(Text("=cmd|'/c calc'!A0", STAFF)))
    assert rows[0]["文字"].startswith("'=")


def test_json_nests_operands() -> None:
    (_, number) = json.loads(to_json(rows_of(Text("减少"), Text("16件", DELTA))))
    (source,) = number["sources"]
    assert (source["kind"], source["line"], source["formula"]) == ("formula", 50, "本年 − 上年")
    assert [operand["line"] for operand in source["operands"]] == [41, 50]


@given(documents())
def test_every_digit_of_a_document_stands_in_the_table(document: Document) -> None:
    rows = trace(document)
    words = "\n".join(plain(inlines) for inlines in stretches(document.blocks))
    assert [row.words for row in rows if row.kind == "数"] == re.findall(r"[0-9]+(?:[.,][0-9]+)*", words)
    assert len(csv_of(rows)) == len(rows)


@given(st.lists(st.builds(Text, st.text(min_size=1), st.sampled_from([None, STAFF, TICK])), max_size=6))
def test_every_sourced_word_is_in_a_sentence_with_its_source(texts: list[Text]) -> None:
    told = {source for row in trace(Document((Paragraph(tuple(texts)),))) for source in row.sources}
    assert told >= {text.source for text in texts if text.source and text.words.strip()}

"""How units and their superiors are called, and what a copy for publication leaves out."""

from typing import Any

import pytest
from drafting import drafted, paragraphs
from prose import LEADS

from generator.document.nodes import Division
from generator.document.walk import plain, stretches


def form(unit: str, upper: str, level: str, **own: Any) -> dict[str, Any]:
    """A form with a tick that names the whole and the party organ, and a stock figure."""
    return {
        "报告": {"年度": 2024, "变体": 1, "成文日期": "2025-02-28"},
        "单位": {"名称": unit, "层级": level, "上级": upper, **own},
        "主要举措": {"加强领导": {"举措": ["中心组学习"]}, "行政执法": {"数据": {"执法人员": 25}}},
    }


@pytest.mark.parametrize(
    ("unit", "upper", "level", "whole", "party", "above"),
    [
        ("青石县云岭镇人民政府", "青石县", "乡镇", "全镇", "镇党委", "县委、县政府"),
        ("中村乡人民政府", "青石市", "乡镇", "全乡", "乡党委", "市委、市政府"),
        ("白山民族乡人民政府", "白山自治县", "乡镇", "全乡", "乡党委", "县委、县政府"),
        ("河西街道办事处", "青石区", "街道", "全街道", "街道党工委", "区委、区政府"),
        ("青石县人民政府", "云州市", "县", "全县", "县委", "市委、市政府"),
        ("河西区人民政府", "云州市", "县", "全区", "区委", "市委、市政府"),
        ("白音旗人民政府", "云蒙盟", "县", "全旗", "旗委", "盟委、盟行署"),
        ("青石市人民政府", "云州", "县", "全市", "市委", "州委、州政府"),
        ("青石县农业农村局", "青石县", "部门", "全局", "局党组", "县委、县政府"),
        ("青石县发展和改革委员会", "青石县", "部门", "全委", "党组", "县委、县政府"),
        ("青石县人民政府办公室", "青石县", "部门", "全办", "党组", "县委、县政府"),
    ],
)
def test_words_follow_the_kind_of_unit(unit: str, upper: str, level: str, whole: str, party: str, above: str) -> None:
    body = "".join(paragraphs(drafted(form(unit, upper, level)).document))
    assert f"{whole}现有行政执法人员25人。" in body
    assert f"{party}理论学习中心组" in body
    assert above in body
    assert LEADS.match(f"{whole}现有")


def test_the_form_overrides_how_a_unit_is_called() -> None:
    told = form("青石县云岭镇人民政府", "青石县", "乡镇", 称谓={"全域": "全域", "党委": "工委"})
    body = "".join(paragraphs(drafted(told).document))
    assert "全域现有行政执法人员25人。" in body
    assert "工委理论学习中心组" in body


def test_the_short_name_or_else_a_word_for_itself_opens_the_report() -> None:
    assert "我镇坚持" in paragraphs(drafted(form("青石县云岭镇人民政府", "青石县", "乡镇")).document)[0]
    named = drafted(form("青石县云岭镇人民政府", "青石县", "乡镇", 简称="云岭镇"))
    assert "云岭镇坚持" in paragraphs(named.document)[0]


def _divisions(document: Any) -> dict[str, str]:
    return {b.name: "|".join(map(plain, stretches([b]))) for b in document.blocks if isinstance(b, Division)}


def test_the_addressee_is_the_upper_unit_unless_named() -> None:
    usual = drafted(form("青石县云岭镇人民政府", "青石县", "乡镇"))
    assert _divisions(usual.document)["salutation"] == "县委、县政府："
    named = drafted(form("青石县云岭镇人民政府", "青石县", "乡镇", 主送=["青石县人民政府", "青石县司法局"]))
    assert _divisions(named.document)["salutation"] == "青石县人民政府："


def test_several_signatories_stand_under_each_other_and_in_the_title() -> None:
    draft = drafted(form(["中共云岭镇委员会", "云岭镇人民政府"], "青石县", "乡镇"))  # type: ignore[arg-type]
    assert _divisions(draft.document)["signature"] == "中共云岭镇委员会|云岭镇人民政府"


def test_a_copy_for_publication_has_no_internal_parts() -> None:
    data = form("青石县云岭镇人民政府", "青石县", "乡镇")
    data["报告"] |= {
        "发文字号": "云政〔2025〕11号",
        "版头": {"发文机关标志": "云岭镇人民政府文件", "签发人": "王小明"},
        "版记": {"抄送": ["县司法局"], "印发机关": "党政办", "印发日期": "2025-03-01"},
    }
    assert {"letterhead", "imprint", "salutation"} <= set(_divisions(drafted(data).document))
    published = drafted(data, public=True)
    assert not {"letterhead", "imprint", "salutation"} & set(_divisions(published.document))
    body = "".join(map(plain, stretches(published.document.blocks)))
    assert not any(word in body for word in ("云政〔2025〕11号", "王小明", "县司法局"))
    assert "signature" in _divisions(published.document)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("群众满意不满意", "群众满意不满意。"),
        ("群众满意不满意？", "群众满意不满意？"),
        ("依法办事不打折扣！", "依法办事不打折扣！"),
        ("如此等等…", "如此等等…"),
        ("村民说“懂法了”", "村民说“懂法了”。"),
        ("村民说：“懂法了。”", "村民说：“懂法了。”"),
        ("村民说：“懂法了！”", "村民说：“懂法了！”"),
        ("村民问：“懂法了吗？”", "村民问：“懂法了吗？”"),
        ("村民说：“懂了…”", "村民说：“懂了…”"),
        ("编印《办事指南》", "编印《办事指南》。"),
    ],
)
def test_free_text_is_closed_once(typed: str, printed: str) -> None:
    """A quotation closes the sentence only where that ends inside it (GB/T 15834-2011, 4.8)."""
    made = form("青石县云岭镇人民政府", "青石县", "乡镇")
    made["主要举措"]["行政执法"]["补充"] = typed
    assert paragraphs(drafted(made).document)[3:].count(printed) == 1

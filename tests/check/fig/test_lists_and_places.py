"""The numbers of villages and communities that a report tells without saying how many there are."""

import pytest
from checking import findings

from generator.diagnostics import Severity

_TOWN = "清源县云溪镇人民政府2024年法治政府建设年度报告\n\n一、主要举措和成效\n\n（一）健全制度机制。{}\n"


def _codes(words: str) -> set[str]:
    return {one.code for one in findings(_TOWN.format(words), ("FIG032", "FIG039"))}


@pytest.mark.parametrize(
    "words",
    [
        "指导9个行政村修订村规民约，9个村全部完成备案。实现12个村法律顾问全覆盖。",
        "11个社区均设立调解委员会，覆盖13个社区的网格体系基本建成。",
    ],
)
def test_a_lone_number_above_that_of_all_is_told(words: str) -> None:
    assert "FIG032" in _codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "选取3个村开展试点，3个村全部通过验收。全年12个村建成工作站。",
        "9个村全部完成备案。11个村建成工作站，11个村配备法律顾问。",
        "9个村全部完成备案，6个村建成工作站，12个村配备法律顾问。",
        "9个村完成备案，11个村建成工作站。",
    ],
)
def test_several_numbers_that_may_all_be_right_are_left_in_peace(words: str) -> None:
    assert _codes(words) == set()


def test_villages_told_in_two_ways_are_no_number_to_reckon_with() -> None:
    each = "“法律明白人”增至120名，每个村（社区）平均6名。"
    assert _codes(f"12个村和3个社区建立台账，14个村和3个社区设立站点。{each}") == set()
    assert "FIG039" in _codes(f"12个村和3个社区建立台账。{each}")


@pytest.mark.parametrize(
    ("words", "sure"),
    [
        ("开展道路交通、食品药品、生态环境、安全生产等3个重点领域专项监督。", True),
        ("开展道路交通、食品药品、生态环境、安全生产3个重点领域专项监督。", True),
        ("开展交通、食品药品、生态环境、安全3个重点领域专项监督。", False),
    ],
)
def test_names_of_one_length_are_a_list_for_certain(words: str, sure: bool) -> None:
    (found,) = findings(words, ("FIG035",))
    assert (found.severity is Severity.WARNING) == sure


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("局机关86名执法人员全部通过测试。实现76名执法人员轮训全覆盖。", True),
        ("局机关86名执法人员全部通过测试。实现86名执法人员轮训全覆盖。", False),
        ("14个重点路段仅有6个安装设备。实现16个重点路段全覆盖。", True),
        ("新聘12名执法人员全部通过测试。实现86名执法人员轮训全覆盖。", False),
    ],
)
def test_all_of_a_thing_is_one_number(words: str, told: bool) -> None:
    assert bool(findings(words, ("FIG019",))) == told

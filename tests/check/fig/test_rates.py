"""What a wrong rate is said to be the share of (FIG010)."""

from checking import findings


def test_what_is_saved_is_a_share_of_the_largest_sum() -> None:
    told = findings("项目预算320.5万元，成交金额308.2万元，节约12.3万元，资金节约率8.34%。", ("FIG010",))
    assert ["12.3万元 ÷ 320.5万元" in one.message for one in told] == [True]

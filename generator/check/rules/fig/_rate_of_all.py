"""Rates below a hundred with words of all right behind (整改率95%，做到清零; 满意率98.2%，没有一件不满意): part of
FIG030."""

from collections.abc import Iterator

from generator.check.near import followed_by, rows_with
from generator.check.rule import Finding
from generator.check.stated import as_printed, covered, words
from generator.check.subject import Subject, spot
from generator.regex import regex

_RATE = regex("(?P<stem>[\u4e00-\u9fff]{2,10})[率度面](?:均|都|也|已)?(?:达到?了?|为|是|保持在)?$")
_CLAIMS = (
    ("满意", "没有一[件人户名]不满意|无一不满意|全部满意|人人满意|个个满意|零差评"),
    (
        "整改|销号|清零|办结|化解|处置",
        "清零|无一遗留|零遗留|零积压|全部(?:整改|销号|办结|化解|处置)|均已(?:整改|办结|化解)|件件(?:办结|落实)",
    ),
    ("按期|及时|按时", "无一(?:件)?逾期|没有(?:一件)?逾期|零逾期|零超期|无一超期"),
    ("参训|参学|参加|培训|参与", "全员(?:参训|参加|参学|覆盖|培训)|人人参[训加与]|无一缺[席勤]"),
    ("持证|取证|通过|合格", "人人持证|全员持证|全部持证|全部(?:通过|合格)|无一(?:人)?(?:不合格|落榜|未通过)"),
    ("出庭|应诉", "(?:每案必|逢案必)出庭?|全部出庭|案案出庭|应出尽出"),
    ("覆盖", "全部覆盖|全覆盖|无一遗漏|一个不[落漏]"),
    ("答复|回复|办复|反馈", "件件(?:有)?(?:答复|回复|回音)|全部(?:答复|回复|办复)|无一未答复"),
    ("调解|成功", "全部调解成功|无一(?:件)?(?:失败|调解不成)|百分之百成功"),
    ("公示|公开|备案|审查|审核", "应公示尽公示|应[公审备]尽[公审备]|全部(?:公示|公开|备案|审查|审核)|无一遗漏"),
)
_PAIRS = tuple((regex(stem), regex(rf"^,[^,;。\d]{{0,10}}?(?:{claim})(?=[,;。\n)]|$)")) for stem, claim in _CLAIMS)
_CLAIM = regex("|".join(claim for _, claim in _CLAIMS))
_SPARED = regex("到期|其余|其他|应办|受理|经过|最终|后|除|力争|目标|下一步")


def rates_of_all(of: Subject) -> Iterator[Finding]:
    """Each rate below a hundred that is said to be all."""
    led = followed_by(of, _CLAIM)
    for row in rows_with(of, _CLAIM) if led else ():
        for one in row:
            told = _RATE.search(one.own) if one.at in led and one.unit == "%" and one.exact else None
            if told is None or as_printed(one) >= 100 or as_printed(one) == 0:
                continue
            for stem, claim in _PAIRS:
                said = claim.match(one.tail) if stem.search(told["stem"]) else None
                if said is not None and not _SPARED.search(said[0]) and not covered(of, (one,)):
                    place = spot(of, one.end + 1, one.end + len(said[0]))
                    shown = f"“{told['stem'][-4:]}率{words(one)}”，不是“{said[0][1:]}”"
                    yield Finding(place, shown, "核对率和后面的话")
                    break

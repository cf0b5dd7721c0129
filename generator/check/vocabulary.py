"""The words that expressions need, and all places in a text where one of them stands, found in one pass.

As matchers of many words do it: each word is known by the pair of its characters that is likely to be rarest. A text is
gone through pair by pair; only where one of these pairs stands the words around it are looked up.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import compress, islice
from threading import Lock
from typing import TypeAlias

from generator.check.needles import often
from generator.check.shape import DIGIT, LINE, pair, pairs
from generator.records import record

_COMMON = """
法治 建设 全年 行政 政府 法律 执法 开展 工作 规范 决策 府建 依法 治政 推进 纠纷 人员 组织 普法 应急 化解 责任
事项 一是 二是 三是 公开 提升 管理 主要 监督 机制 政执 群众 情况 完善 宣传 落实 街道 程序 制度 矛盾 盾纠 年度
学习 重大 履行 单位 意见 做好 培训 报告 领导 思想 调解 处置 习近 近平 办理 推动 信息 数据 检查 第一 召开 司法
审核 案件 人民 任人 法决 会议 社区 任务 及时 社会 二十 一责 全街 参加 平台 安排 数字 企业 排查 事件 场次 提高
活动 审查 律师 贯彻 季度 法行 民主 重点 教育 监管 特色 学法 专题 合法 认真 问题 人次 律顾 履职 党的 法人 政复
复议 编制 举办 法性 职能 风险 保障 主义 方式 性审 深入 研究 有关 安全 权力 重要 负责 人大 书记 新时 时代 充分
计划 县委 机关 发放 集中
"""
_SHAPES = "00 0. .0 0年 年0 0% 0万 0月 0件 0次 0人 0个"
_common = frozenset([*_COMMON.split(), *_SHAPES.replace("0", DIGIT).split(" "), LINE + DIGIT])
"""Pairs that stand in most reports, and often: no word is known by one of these if it has another."""
_words: dict[str, int] = {}
"""Of each word, as a shape, where the pair stands in it that it is known by."""
_Key: TypeAlias = tuple[str, tuple[tuple[int, int], ...]]
"""Of a pair of characters itself, "" where it is no word, and how many characters before it longer words begin, and
behind its beginning they end."""
_keys: dict[int, _Key] = {}
"""Those of the pairs that words are known by, by their numbers."""
_groups: list[Collection[str]] = []
"""By number the words of which one must be there."""
_numbers: dict[frozenset[str], int] = {}
_holding: dict[str, list[int]] = {}
"""The groups that hold a word."""
_ENTERING = Lock()


@record
class Places:
    """shape: of a text between two ends of lines; at: where in the text, from -1 on, each word stands that is of the
    vocabulary; there: of each group of which one does, those that do; able: the numbers of those groups; looked: how
    many words and how many groups were looked for; pairs: those of the text, where it took more than one look."""

    shape: str
    at: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    there: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    able: set[int] = field(default_factory=set)
    looked: list[int] = field(default_factory=lambda: [0, 0])
    pairs: set[int] = field(default_factory=set)


def telling(word: str) -> bool:
    """Whether a word says enough to be of the vocabulary: one character does not, nor do digits alone."""
    return len(word) > 1 and word.strip(DIGIT) != ""


def entered(words: Mapping[str, str], group: Collection[str]) -> int:
    """Puts words into the vocabulary; the number of a group of them.

    words: shapes, with the pairs that `known_by` gives them.
    """
    held = frozenset(group)
    # Others may look for words meanwhile: of each word, what they go by is put in last.
    with _ENTERING:
        if held in _numbers:
            return _numbers[held]
        for word in held:
            if word not in _words:
                by = words[word]
                before, number = word.index(by), pair(by)
                own, longer = _keys.get(number, ("", ()))
                _words[word] = before
                if word == by:
                    _keys[number] = word, longer
                else:
                    _keys[number] = own, tuple(dict.fromkeys([*longer, (before, len(word) - before)]))
        number = _numbers[held] = len(_groups)
        for word in held:
            _holding.setdefault(word, []).append(number)
        _groups.append(held)
    return number


def known_by(words: Iterable[str]) -> dict[str, str]:
    """The shapes that are `telling` with the pairs of characters that the fewest texts are likely to
    hold: of equally rare characters those that the fewest of these words have."""
    own = {word: [word[at : at + 2] for at in range(len(word) - 1)] for word in words if telling(word)}
    shared = Counter(one for held in own.values() for one in set(held))

    def commonness(one: str) -> tuple[bool, float, int]:
        return one in _common, often(one), shared[one]

    return {word: min(held, key=commonness) for word, held in own.items()}


def found(by: Places) -> Places:
    """The same with the places of all words that were entered up to now."""
    if by.looked[1] != len(_groups):
        with _ENTERING:
            words, groups = by.looked
            by.looked[:] = len(_words), len(_groups)
            late = list(islice(_words, words, None)) if groups else []
        if groups:
            _find(by, late)
            for number in range(groups, by.looked[1]):
                if there := [word for word in _groups[number] if word in by.at]:
                    by.there[number] = there
        else:
            _find_all(by)
        by.able.update(by.there)
    return by


def at(by: Places, word: str) -> Sequence[int]:
    """Where in the text a word stands that is `telling`, as a shape."""
    there = by.at.get(word)
    if there is not None:
        return there
    if word not in _words:
        entered(known_by([word]), [word])
    return found(by).at.get(word, ())


def _find_all(by: Places) -> None:
    shaped, at, words = by.shape, by.at, _words
    # Neighbours are read two at a time, once from the first character and once from the second.
    keys: list[_Key | None] = [None] * (len(shaped) - 1)
    keys[::2], keys[1::2] = map(_keys.get, pairs(shaped, 0)), map(_keys.get, pairs(shaped, 1))
    for place in compress(range(len(keys)), keys):
        two, spans = keys[place]  # type: ignore[misc]
        if two:
            at[two].append(place - 1)
        for before, behind in spans:
            word = shaped[place - before : place + behind]
            # One that is known by another of its pairs is found there.
            if word in words and words[word] == before <= place:
                at[word].append(place - before - 1)
    there, holding = by.there, _holding
    for word in at:
        for number in holding.get(word, ()):
            there[number].append(word)


def _find(by: Places, words: Iterable[str]) -> None:
    """Looks for single words: while the first text is judged, each expression is new."""
    if not by.pairs:
        by.pairs.update(pairs(by.shape, 0), pairs(by.shape, 1))
    for word in words:
        if _key(word) in by.pairs and (there := each(by.shape, word)):
            by.at[word] = there


def _key(word: str) -> int:
    return pair(word[_words[word] : _words[word] + 2])


def each(shaped: str, word: str) -> list[int]:
    """Every offset into a text at which the word begins, also where it overlaps itself. shaped: the text between two
    ends of lines, or its shape."""
    offsets = []
    at = shaped.find(word)
    while at >= 0:
        offsets.append(at - 1)
        at = shaped.find(word, at + 1)
    return offsets

"""The words that expressions need, and all places in a text where one of them stands, found in one pass.

As matchers of many words do it: each word is known by the pair of its characters that is likely to be rarest. A text is
gone through pair by pair; only where one of these pairs stands the words around it are looked up.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import compress, islice
from threading import Lock

from generator.check.needles import often
from generator.check.shape import DIGIT, pair, pairs
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
_common = frozenset(_COMMON.split())
"""Pairs that stand in most reports, and often: no word is known by one of these if it has another."""
_words: dict[str, int] = {}
"""Of each word, as a shape, where the pair stands in it that it is known by."""
_keys: set[int] = set()
"""Those pairs, as numbers."""
_spans: dict[str, tuple[tuple[int, int], ...]] = {}
"""By pair how many characters before it longer words begin, and behind its beginning they end."""
_needed: list[Collection[str]] = []
"""By number the words of which one must be there."""
_needing: dict[str, list[int]] = {}
_ENTERING = Lock()


@record
class Places:
    """shape: of a text between two ends of lines; at: where in the text, from -1 on, each word stands that is of the
    vocabulary; able: the numbers of which one word stands; looked: how many words and how many numbers were looked for;
    pairs: those of the text, where it took more than one look."""

    shape: str
    at: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    able: set[int] = field(default_factory=set)
    looked: list[int] = field(default_factory=lambda: [0, 0])
    pairs: set[int] = field(default_factory=set)


def telling(word: str) -> bool:
    """Whether a word says enough to be of the vocabulary: one character does not, nor do digits alone."""
    return len(word) > 1 and word.strip(DIGIT) != ""


def entered(words: Mapping[str, str], needed: Collection[str] = ()) -> int:
    """Puts words into the vocabulary; a number for who needs one of those in `needed`.

    words: shapes, with the pairs that `known_by` gives them.
    """
    # Others may look for words meanwhile: of each word, what they go by is put in last.
    with _ENTERING:
        for word, by in words.items():
            if word not in _words:
                before = word.index(by)
                longer = _spans.setdefault(by, ())
                if word != by:
                    _spans[by] = tuple(dict.fromkeys([*longer, (before, len(word) - before)]))
                _words[word] = before
                _keys.add(pair(by))
        number = len(_needed)
        for word in needed:
            _needing.setdefault(word, []).append(number)
        _needed.append(needed)
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
    if by.looked[1] != len(_needed):
        with _ENTERING:
            words, numbers = by.looked
            by.looked[:] = len(_words), len(_needed)
            late = list(islice(_words, words, None)) if numbers else []
        if numbers:
            _find(by, late)
            by.able.update([n for n in range(numbers, by.looked[1]) if not by.at.keys().isdisjoint(_needed[n])])
        else:
            _find_all(by)
    return by


def at(by: Places, word: str) -> Sequence[int]:
    """Where in the text a word stands that is `telling`, as a shape."""
    there = by.at.get(word)
    if there is not None:
        return there
    if word not in _words:
        entered(known_by([word]))
    return found(by).at.get(word, ())


def _find_all(by: Places) -> None:
    shaped, at, spans, words = by.shape, by.at, _spans, _words
    here: list[int] = []
    # Neighbours are read two at a time, once from the first character and once from the second.
    for begin in (0, 1):
        here += compress(range(begin, len(shaped), 2), map(_keys.__contains__, pairs(shaped, begin)))
    here.sort()
    for place in here:
        two = shaped[place : place + 2]
        if two in words:
            at[two].append(place - 1)
        for before, behind in spans[two]:
            word = shaped[place - before : place + behind]
            # One that is known by another of its pairs is found there.
            if word in words and words[word] == before <= place:
                at[word].append(place - before - 1)
    for word in at:
        if word in _needing:
            by.able.update(_needing[word])


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

# ruff: noqa: E501 - markup as sites write it
"""One report on many web pages, as the content systems of government sites dress it; everything is invented."""

from collections.abc import Callable, Mapping
from html import escape

TITLE = "云岭镇2024年度法治政府建设情况报告"
LINES = (
    "青石县人民政府：",
    "2024年，云岭镇围绕全县中心工作，依法办事，努力让群众少跑路、办成事。现将有关情况报告如下：",
    "一、主要做法",
    "（一）把学法放在前面。",
    "全年组织会前学法6次，参加干部120余人次，领导班子带头述法。",
    "（二）把服务送到门口。镇便民大厅全年办件3200件，网上办结率98.5%，上门服务老人46人次。",
    "1.清理证明事项12项，取消重复盖章。",
    "2.设立村级代办点14个，其中新设3个。",
    "二、存在的问题",
    "一是执法人手偏紧；二是个别村普法形式单一，群众参加不多。",
    "三、下一步打算",
    "继续抓好执法人员培训，争取持证人数达到25人，并把普法搬进集市。",
    "云岭镇人民政府",
    "2025年1月16日",
)
META = {"索引号": "QS0101-2025-0007", "文号": "云政〔2025〕4号", "发布机构": "云岭镇人民政府", "成文日期": "2025-01-16"}
CHROME = (
    "无障碍浏览", "政务公开", "办事服务", "互动交流", "当前位置", "字体", "打印", "分享", "浏览次数", "上一篇", "下一篇",
    "版权所有", "ICP备", "网站地图", "扫一扫", "责任编辑", "关于做好春季防火工作的通知", "主办单位", "全市工作会议召开",
)  # fmt: skip
"""What stands around the report on these pages and must not come out."""

_NAV = (
    '<ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/bsfw">办事服务</a></li>'
    '<li><a href="/hd">互动交流</a></li></ul>'
)
_FOOT = (
    "<p>主办单位：青石县人民政府办公室　技术支持：青石县大数据中心</p><p>版权所有：青石县人民政府，未经授权，不得转载或者用于其他用途。</p>"
    '<p><a href="#">网站地图</a> | 某ICP备12345678号-1 网站标识码：5300000001 公网安备 53000002000001号</p>'
)
_TOOLS = "【字体：<a>大</a> <a>中</a> <a>小</a>】 <a>打印本页</a> <a>关闭窗口</a> 分享到：<a>微信</a> <a>微博</a>"
_NEIGHBOURS = '<p>上一篇：<a href="1.html">关于做好春季防火工作的通知</a></p><p>下一篇：<a href="3.html">没有了</a></p>'


def _page(body: str, title: str = f"{TITLE}-青石县人民政府", head: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html>\n<html>\n<head>\n{head}\n<title>{title}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"


def _paragraphs(form: str = "<p>　　{}</p>\n") -> str:
    return "".join(form.format(escape(line)) for line in LINES)


def trs_editor() -> str:
    rows = list(META.items())
    table = "".join(
        f"<tr><td>{' '.join(a)}：</td><td>{b}</td><td>{c}：</td><td>{d}</td></tr>\n"
        for (a, b), (c, d) in zip(rows[::2], rows[1::2], strict=True)
    )
    head = (
        f'<meta charset="utf-8"><meta name="ArticleTitle" content="{TITLE}">'
        '<meta name="PubDate" content="2025-01-20 09:30"><style>.a{color:red}</style>'
    )
    last = "".join(f'<p style="text-align: right">{line}&nbsp;&nbsp;</p>' for line in LINES[-2:])
    body = (
        f'<div class="header"><a>无障碍浏览</a>{_NAV}</div><div class="dqwz">当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 正文</div>'
        f'<table class="xxgk">{table}</table><div class="detail"><h1>{TITLE}</h1>'
        f'<div class="info">来源：云岭镇　发布时间：2025-01-20 09:30　浏览次数：<script>show()</script>{_TOOLS}</div>\n'
        f'<div class="view TRS_UEDITOR trs_paper_default"><div class="TRS_Editor"><style>p{{}}</style>\n'
        + "".join(f'<p style="text-indent: 2em">{escape(line)}</p>\n' for line in LINES[:-2])
        + f"{last}</div></div>{_NEIGHBOURS}</div><div class='footer'>{_FOOT}</div>"
    )
    return _page(body, head=head)


def zoom_with_line_breaks() -> str:
    text = "<BR>\n".join(f"&nbsp;&nbsp;&nbsp; {line}" for line in LINES)
    meta = "<BR>".join(f"{key}：{value}" for key, value in META.items())
    head = '<META http-equiv=Content-Type content="text/html; charset=gb2312">'
    body = (
        f"<DIV id=top>{_NAV}</DIV><TABLE width=1000><TR><TD>您现在的位置：<A>首页</A> >> <A>政务公开</A> >> 详细内容</TD></TR>"
        f"<TR><TD>{meta}</TD></TR>"
        f"<TR><TD align=center><FONT size=5><B>{TITLE}</B></FONT></TD></TR><TR><TD>{_TOOLS}</TD></TR>"
        f"<TR><TD><DIV id=zoom><FONT face=仿宋>{text}</FONT></DIV></TD></TR></TABLE>"
        f"<CENTER>{_FOOT}</CENTER>"
    )
    return _page(body, TITLE, head)


def ucap_content() -> str:
    items = "".join(f"<li><b>{key}：</b><span>{value}</span></li>\n" for key, value in META.items())
    body = (
        f'<div class="nav-box">{_NAV}</div><div class="BreadcrumbNav">当前位置：首页>政务公开</div><ul class="xxlb">{items}</ul>'
        f'<div class="article oneColumn pub_border"><h1>\n{TITLE}\n</h1><div class="pages-date">2025-01-20 10:00\n'
        f'<span class="font">来源：云岭镇</span><div class="pages_print">【字体：大 中 小】打印</div></div>\n'
        f'<div class="pages_content" id="UCAP-CONTENT">{_paragraphs()}</div>'
        f'<div class="editor"><span>责任编辑：张某</span></div></div>'
        f'<div class="related"><h3>相关链接</h3><ul><li><a>关于做好春季防火工作的通知</a></li></ul></div>'
        f'<div class="foot">{_FOOT}</div>'
    )
    return _page(body)


def pasted_from_word() -> str:
    def runs(line: str) -> str:
        cut = max(1, len(line) // 3)
        parts = (line[:cut], line[cut : 2 * cut], line[2 * cut :])
        return "".join(f'<span lang="EN-US" style="font-family:仿宋_GB2312">{escape(part)}</span>' for part in parts)

    paragraphs = "\n".join(f'<p class="MsoNormal" style="text-indent:32pt">{runs(line)}<o:p></o:p></p>' for line in LINES)
    meta = "".join(f"<p>{key}：{value}</p>" for key, value in META.items())
    body = (
        f'<div id="header">{_NAV}</div><form id="form1" name="_newscontent_fromname"><div class="xxgk_top">{meta}</div>'
        f'<h2 class="con-title">{TITLE}</h2><p class="info">日期：2025-01-20 作者：党政办 来源：云岭镇 点击：[<span id="n">12</span>]</p>'
        f'<div id="vsb_content"><div class="v_news_content">{paragraphs}</div></div>{_NEIGHBOURS}</form>'
        f'<div class="footer">{_FOOT}</div>'
    )
    return _page(body)


def nested_layout_tables() -> str:
    side = "".join(f"<tr><td><a>{words}</a></td></tr>" for words in ("全市工作会议召开", "关于做好春季防火工作的通知"))
    meta = "".join(f"<tr><td>{key}</td><td>{value}</td></tr>" for key, value in META.items())
    body = (
        f"<table><tr><td colspan=2>{_NAV}</td></tr><tr><td width=200><table>{side}</table></td><td><table>"
        f"<tr><td><table border=1>{meta}</table></td></tr>"
        f"<tr><td class=title>{TITLE}</td></tr><tr><td>{_TOOLS}</td></tr><tr><td><table><tr><td>"
        f"{_paragraphs('<p><font size=3>　　{}</font>')}</td></tr></table></td></tr></table></td></tr>"
        f"<tr><td colspan=2>{_FOOT}</td></tr></table>"
    )
    return _page(body, "青石县人民政府门户网站")


def nameless_boxes() -> str:
    teaser = "全市工作会议召开，会议对全年工作作了安排，要求各单位抓好落实。"
    meta = "".join(f"<dl><dt>{key}</dt><dd>{value}</dd></dl>" for key, value in META.items())
    body = (
        f'<div class="a1">{_NAV}</div><div class="a2"><div class="a3">{meta}</div><div class="a4"><h3>{TITLE}</h3>'
        f'<div class="a5">2025-01-20</div><div class="a6">{_paragraphs("<div>{}</div>")}</div></div>'
        f'<div class="a7"><p><a>{teaser}</a></p><p><a>关于做好春季防火工作的通知</a></p></div></div>'
        f'<div class="a8">{_FOOT}</div>'
    )
    return _page(body)


def wechat() -> str:
    sections = "".join(f'<section style="margin:8px"><span leaf="">{escape(line)}</span></section>' for line in LINES)
    body = (
        f'<div class="rich_media_area_primary"><h1 class="rich_media_title" id="activity-name">\n  {TITLE}\n</h1>'
        '<div id="meta_content"><span>青石发布</span> <em id="publish_time">2025-01-20 10:00</em></div>'
        f'<div class="rich_media_content" id="js_content" style="visibility: visible;">{sections}<p><img src="a.png"></p></div></div>'
        '<div class="qr_code_pc"><p>微信扫一扫关注该公众号</p></div>'
    )
    return _page(body, TITLE)


def html5_elements() -> str:
    body = (
        f'<header class="site"><nav>{_NAV}</nav></header><main><article><header><h1>{TITLE}</h1>'
        '<p>发布时间：<time>2025-01-20</time></p></header>'
        f'<section>{_paragraphs("<p>{}</p>")}</section></article><aside><h4>热点</h4><p>全市工作会议召开，会议强调，要狠抓落实，务求实效。</p></aside></main>'
        f"<footer>{_FOOT}</footer>"
    )
    return '<?xml version="1.0" encoding="utf-8"?>\n' + _page(body)


def headings_by_tag() -> str:
    parts = []
    for line in LINES:
        tag = "h2" if line[1] == "、" else "h3" if line == LINES[3] else "p"
        parts.append(f"<{tag}>{line}</{tag}>")
    body = f'<div class="top-bar">{_NAV}</div><h1>{TITLE}</h1><div class="article-content">{"".join(parts)}</div><div class="bottom">{_FOOT}</div>'
    return _page(body)


def broken_markup() -> str:
    half = len(LINES) // 2
    text = "".join(f"<p>　　{line}\n" for line in LINES[:half]) + "</div>" + "".join(f"<P><b></p>{line}\n" for line in LINES[half:])
    return (
        f"<title>{TITLE}</title><div class=crumbs>当前位置: 首页 &gt; 正文</div><h1 class=bt>{TITLE}</h2>"
        f'<div class="wrap"><div class="TRS_Editor">{text}</div><div class="share">分享到：</div><div class=footer>{_FOOT}'
    )


def with_hidden_copies() -> str:
    body = (
        f'<div class="topnav">{_NAV}</div><div style="display: none">{_paragraphs()}</div><div class="content">'
        f'<div class="article-title">{TITLE}</div><div class="share-box bdsharebuttonbox">分享到<a>更多</a></div>'
        f'<div id="printContent">{_paragraphs()}</div><div class="ewm"><p>扫一扫在手机打开当前页</p></div>'
        f"<p>责任编辑：李某</p>{_NEIGHBOURS}</div>{_FOOT}"
    )
    return _page(body)


def one_long_line_of_source() -> str:
    meta = " ".join(f"<span>{key}：</span><span>{value}</span>" for key, value in META.items())
    body = f'<div class="head">{_NAV}</div><div class="xl-info">{meta}</div><h1>{TITLE}</h1><div class="con_text">{_paragraphs("<p>{}</p>")}</div><div class="footer">{_FOOT}</div>'
    return _page(body).replace("\n", "")


def title_inside_the_text() -> str:
    lines = "".join(f'<p align="center">{part}</p>' for part in (TITLE[:3], TITLE[3:]))
    body = f'<div class="nav">{_NAV}</div><p>当前位置：首页 &gt; 政务公开</p><div class="article-con">{lines}{_paragraphs()}</div><div>{_FOOT}</div>'
    return _page(body)


def characters_by_number() -> str:
    text = "".join(f"<p>{''.join(f'&#{ord(c)};' for c in line)}</p>" for line in LINES)
    return _page(f'<div class="menu">{_NAV}</div><h1>{TITLE}</h1><div id="articleContent">{text}</div><div class="footer">{_FOOT}</div>')


def saved_with_everything() -> str:
    picture = "data:image/png;base64," + "A" * 300_000
    body = (
        f"<!-- saved from url=(0040)http://www.example.gov.cn/a.html --><script>{'var a = 1;' * 30_000}</script>"
        f'<div class="banner"><img src="{picture}"></div>{_NAV}<h1>{TITLE}</h1><div class="news_content">{_paragraphs()}</div>{_FOOT}'
    )
    return _page(body)


def preformatted() -> str:
    text = "\n\n".join(f"    {line}" for line in LINES)
    return _page(f'<div class="nav">{_NAV}</div><h2>{TITLE}</h2><pre class="txt">{text}</pre><div class="footer">{_FOOT}</div>')


SHAPES: Mapping[str, Callable[[], str]] = {
    shape.__name__: shape
    for shape in (
        trs_editor, zoom_with_line_breaks, ucap_content, pasted_from_word, nested_layout_tables, nameless_boxes, wechat,
        html5_elements, headings_by_tag, broken_markup, with_hidden_copies, one_long_line_of_source,
        title_inside_the_text, characters_by_number, saved_with_everything, preformatted,
    )
}  # fmt: skip
WITH_META = ("trs_editor", "zoom_with_line_breaks", "ucap_content", "pasted_from_word", "nested_layout_tables", "nameless_boxes")
"""The shapes that show `META`."""

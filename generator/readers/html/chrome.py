"""What web sites put around an article: known by the names of elements and by the words of lines.

The names are those of the content systems that Chinese government sites run on.
"""

from generator.regex import regex

_BESIDE_TAGS = frozenset(("nav", "footer", "aside", "menu", "dir"))
_BESIDE = regex(
    r"(?i)(?:^|[\s_-])(?:\w*nav(?:bar|igation)?|menu\w*|\w*bread\w*|crumbs?|location|position|path|dqwz|\w*share\w*|print\w*|"
    r"dayin|tool\w*|font-?size|ztdx|zihao|\w*qr-?code\w*|ewm|foot\w*|bottom|copyright|side\w*|slide\w*|search\w*|banner|"
    r"logo|login|related|relate|xgxw|xgwj|hot\w*|recommend\w*|comment\w*|pager|pagination|page-?nav|prev|next|prenext|sxp|"
    r"to-?top|float\w*|wza\w*|accessib\w*|friend\w*|links?|header|head|top|topbar|toplink|rightbar|leftbar|ad|ads|pop\w*)"
    r"(?=$|[\s_-]|\d)"
)
_ARTICLE = regex(
    r"(?i)(?:^|[\s_-])(?:trs_\w+|custom_unionstyle|zoom\w*|ucap-?content|ucapcontent|vsb_content\w*|v_news_content|"
    r"wp_articlecontent|js_content|rich_media_content|article-?content|article_content|articlecon\w*|article-con|"
    r"article-body|articlebody|news_?content|news-content|newscon\w*|pages_content|content_text|con_?text|"
    r"detail-?content|details?-con|zwxl-article|xxgk-?content|gknb_content|infocontent|info-?content|nr_con|"
    r"easysite-news-text|bt-content|bt_content|text-content|maintext|main-text|sheet)(?=$|[\s_-]|\d)"
)
_TITLE = regex(r"(?i)(?:^|[\s_-])(?:\w*title\w*|biaoti|tit|bt|headline|h1)(?=$|[\s_-]|\d)")
_TOOLS = (
    "字体大小|字体|字号|文字|大号|中号|小号|特大|默认|恢复|大|中|小|缩小|放大|打印本页|打印此页|打印文章|打印预览|打印|"
    "关闭本页|关闭窗口|关闭此页|关闭|分享到|分享至|分享|一键|收藏本页|收藏|加入|下载本文|下载文档|下载|复制链接|复制|返回顶部|返回列表|返回首页|返回上一页|返回|"
    "我要纠错|纠错|语音播报|语音|朗读|播报|视力保护色|背景色|护眼|无障碍阅读|无障碍浏览|无障碍|长者模式|关怀版|繁体版|繁体|简体|手机版|English|"
    "微信扫一扫|微信好友|微信|新浪微博|腾讯微博|微博|QQ空间|QQ好友|QQ|朋友圈|更多|保存|导出|Word|PDF|点击|查看|二维码|"
    "浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|访问次数|访问量|点击数|点击率|点击量|人次|次|到|本页|本文|网页|页面|扫一扫在手机打开当前页|扫一扫|扫码|手机|"
    "首页|网站首页|登录|注册|搜索|站内搜索|设为|主页|上一篇|下一篇|没有了|暂无|责任编辑|编辑|来源|作者"
)
_SIGNS = r"[\s:：|｜/\\【】\[\]()（）<>《》〖〗「」·,，、。;；+\-=—_AaTt×\d#*▲▼↑↓√&]"
_TOOL = regex(rf"(?:{_TOOLS}|{_SIGNS})+")
_CRUMBS = regex(
    r"(?:您|你)?(?:的)?(?:现在|当前|目前)?(?:的)?(?:所在)?的?位置\s*(?:是|为)?\s*[:：>＞]|当前位置|所在位置|"
    r"(?:网站)?首页\s*(?:[>＞›»/→＼\\|｜]|-+>?)"
)
_FOOT = regex(
    r"[【\[]?(?:上一[篇条页]|下一[篇条页]|前一[篇条]|后一[篇条]|相关(?:链接|阅读|文章|新闻|信息|文件|解读|稿件|推荐|专题|报道)|延伸阅读|"
    r"(?:责任|文字|网络|本期)?(?:编辑|编审|审核|校对|终审|初审|复审|校审|录入)(?:员|人)?\s*[:：]|(?:信息|文章|稿件)?来源\s*[:：]|作者\s*[:：]|供稿|"
    r"主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]|协办|版权所有|版权声明|copyright|©|友情链接|网站地图|网站声明|隐私|"
    r"联系我们|关于我们|联系电话\s*[:：]|网站电话|地址\s*[:：]|邮编|邮政编码|技术支持|建议使用|浏览器|最佳|扫一扫|扫码|扫描二维码|"
    r"关注我们|您是第|今日访问|总访问|访问量|本站|凡本网|声明\s*[:：]|免责|政府网站找错|党政机关|分享到|返回顶部|TOP$)"
)
_FOOT_INSIDE = regex(
    r"ICP\s*备|公网安备|网站标识码|版权所有|(?i:copyright|rights reserved)|未经授权|主办单位|技术支持[:：]"
)


def beside(tag: str, names: str) -> bool:
    """Whether an element with this tag and these ids and classes is navigation, footer or the like by name."""
    if "imprint" in names:
        return False
    if tag in _BESIDE_TAGS:
        return True
    return bool(names) and _BESIDE.search(names) is not None and _ARTICLE.search(names) is None


def holds_article(names: str) -> bool:
    """Whether content systems use these names for the article alone."""
    return bool(names) and _ARTICLE.search(names) is not None


def is_titling(names: str) -> bool:
    """Whether these are names of the place where a page shows its title."""
    return bool(names) and _TITLE.search(names) is not None


def is_tool(text: str) -> bool:
    """Whether the line is a toolbar: font sizes, print, share, crumbs."""
    if _CRUMBS.match(text) and len(text) < 200:
        return True
    return len(text) < 100 and _TOOL.fullmatch(text) is not None and not text.isdigit()


def is_foot(text: str) -> bool:
    """Whether the line stands below articles: editors, neighbours, copyright."""
    if len(text) > 300:
        return False
    return _FOOT.match(text) is not None or _FOOT_INSIDE.search(text) is not None

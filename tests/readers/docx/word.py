"""Foreign DOCX made of small pieces of XML, as Word, WPS and other programs write them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def members(body: str, **others: str) -> dict[str, str | bytes]:
    """The members of a DOCX: its body, and the inside of other parts (`styles`, `numbering`, `header` …) by kind."""
    links = "".join(
        f'<Relationship Id="r{at}" Type="http://x/relationships/{kind}" Target="{kind}.xml"/>'
        for at, kind in enumerate(others)
    )
    roots = {"header": "hdr", "footer": "ftr"}
    return {
        "_rels/.rels": '<Relationships xmlns="r"><Relationship Id="r" Type="http://x/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="r">{links}</Relationships>',
        **{
            f"word/{kind}.xml": f"<w:{roots.get(kind, kind)} {_NAMESPACES}>{inside}</w:{roots.get(kind, kind)}>"
            for kind, inside in others.items()
        },
    }


def word(body: str, **others: str) -> bytes:
    """A DOCX with this body."""
    return package(members(body, **others))


def p(*runs: str, style: str = "", number: tuple[int, int] | None = None, more: str = "") -> str:
    """A paragraph of runs, or of plain words; number: list and level; more: further properties."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{listed}{more}</w:pPr>{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


BOLD = "<w:b/>"


def style(identity: str, name: str, inside: str = "", base: str = "", kind: str = "paragraph") -> str:
    """A style."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{based}{inside}</w:style>'


def abstract(identity: int, *levels: tuple[str, str], more: str = "") -> str:
    """An abstract list; levels: number format and text of each."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{identity}">{made}{more}</w:abstractNum>'


def num(identity: int, of: int, inside: str = "") -> str:
    """A list that counts as the abstract list `of` does."""
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{inside}</w:num>'

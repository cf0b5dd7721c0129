"""Workbooks of older and other office programs, turned into .xlsx by LibreOffice."""

from generator.errors import UnreadableInput
from generator.soffice import TIME_LIMIT, convert, program

# Named import filters: LibreOffice's own guess would take any rubbish for a table. A .et is a .xls by another name.
_FILTERS = {
    ".xls": "MS Excel 97",
    ".xlt": "MS Excel 97 Vorlage/Template",
    ".et": "MS Excel 97",
    ".ett": "MS Excel 97",
    ".ods": "calc8",
    ".xlsb": "Calc MS Excel 2007 Binary",
}
OLDER = tuple(_FILTERS)
"""Endings of the workbooks that LibreOffice turns into .xlsx."""
_MOST_BYTES = 50_000_000
_SAVE = "用 Excel 或 WPS 打开，另存为 .xlsx 再交"


def as_xlsx(data: bytes, suffix: str, file: str, time_limit: float = TIME_LIMIT) -> bytes:
    """The workbook as .xlsx.

    suffix: one of OLDER; file: as the user knows it; time_limit: seconds. Raises UnreadableInput, also where
    LibreOffice is missing.
    """
    if len(data) > _MOST_BYTES:
        raise UnreadableInput(f"“{file}”超过 {_MOST_BYTES // 1_000_000} MB", "这不是填报表")
    office = program()
    if office is None:
        told = f"“{file}”是 {suffix} 格式的表格，没有 LibreOffice 读不出"
        raise UnreadableInput(told, f"{_SAVE}；或装好 LibreOffice")
    name = "workbook" + (".xls" if suffix in (".et", ".ett") else suffix)
    made = convert(office, data, name, "xlsx:Calc MS Excel 2007 XML", _FILTERS[suffix], time_limit)
    if not made.in_time:
        raise UnreadableInput(f"“{file}”转换超过 {time_limit:g} 秒没有完成，已停止", _SAVE)
    if not made.content:
        hint = f"{_SAVE}；加了密码的先去掉密码，LibreOffice 要装有 Calc"
        raise UnreadableInput(f"“{file}”不是完好的 {suffix} 表格，LibreOffice 打不开", hint)
    return made.content

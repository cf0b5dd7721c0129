"""Whatever a report says, what is made of it is a form that reads again, for its own year and for the next."""

from pathlib import Path

import pytest
from drafting import shipped
from forms_strategies import entered
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import api
from generator.diagnostics import Severity
from generator.errors import GeneratorError
from generator.forms.read import read

some = settings(max_examples=max(20, settings().max_examples // 2), suppress_health_check=list(HealthCheck))
_LINES = (
    "青禾县白石镇人民政府2023年度法治政府建设情况报告",
    "白石镇2023年法治工作",
    "青禾县人民政府：",
    "现将有关情况报告如下：",
    "一、主要工作",
    "（一）规范行政执法。全年办理行政处罚案件17件，其中适用简易程序案件9件。",
    "(一)化解纠纷",
    "1.调解矛盾纠纷58起、成功57起，成功率98%",
    "一是会前学法。二是听取汇报3-4次。三是",
    "二、存在问题",
    "三、下一步打算",
    "“一是：” # 5件: - {a: b} *x &y !z |",
    "截至目前，全镇现有执法人员25人，较上年增加【待补充】人。",
    "白石镇人民政府",
    "2024年1月15日",
    "二〇二四年十三月四十日",
    "抄送：县司法局。",
    "白政〔2024〕0号",
    "主题\t指标\t本年\t上年",
    "其中，1件、二十余件、0件、万件、1.2.3件、9999999999999999999999件、-5件、100.00%、１２件",
)
_CHUNKS = st.one_of(st.sampled_from(_LINES), entered("phrase"), st.text(max_size=20))
_REPORTS = st.one_of(st.lists(_CHUNKS, min_size=1, max_size=25), st.permutations(_LINES)).map("\n".join)


def errors(form: str) -> list[str]:
    """What the reader of forms cannot read."""
    found = read(form.encode(), "form.yml", shipped().schema).diagnostics
    return [told.message for told in found if told.severity is Severity.ERROR]


@some
@given(_REPORTS, st.sampled_from([None, 2023, 2024, 2025]))
def test_the_form_of_any_report_reads_without_errors(
    tmp_path_factory: pytest.TempPathFactory, text: str, year: int | None
) -> None:
    path = _written(tmp_path_factory, text)
    try:
        form = api.extracted(path, year).text
    except GeneratorError:
        # Refused in one line: no report, or one of another year.
        return
    assert errors(form) == []


def _written(factory: pytest.TempPathFactory, text: str) -> Path:
    path = factory.getbasetemp() / "报告.txt"
    path.write_bytes(text.encode("utf-8", "replace"))
    return path

"""`gen serve`: the clerk's window."""

import gc
import logging
import os
from importlib.util import find_spec
from pathlib import Path

import click

from generator.cli.command import Chinese
from generator.cli.options import PATH, Whole, template_option
from generator.errors import UsageError


@click.command(
    cls=Chinese,
    help="在浏览器里填表单、看草稿、下载 Word 文件。\n\n"
    "表单文件夹默认是当前文件夹；填的内容随填随存，表单还是原来的 .yml 文件。不联网也能用。\n\n"
    "例：gen serve 表单",
)
@click.argument("folder", metavar="[文件夹]", required=False, type=PATH)
@click.option("--port", metavar="端口", type=Whole(1024, 65535), default=8765, help="默认 8765")
@click.option(
    "--host", metavar="地址", default="",
    help="让同一网络里的其他电脑也能打开；密码用环境变量 GEN_PASSWORD 给，否则当场输入。传输不加密，只在可信的内网里用",
)  # fmt: skip
@click.option("--no-browser", is_flag=True, help="不自动打开浏览器")
@click.option("--log", is_flag=True, help="显示请求记录（只有网址的种类，没有内容）")
@template_option()
def command(folder: Path | None, port: int, host: str, no_browser: bool, log: bool, template: str | None) -> int:
    """Serve until interrupted."""
    gc.enable()
    if any(find_spec(name) is None for name in ("flask", "waitress")):
        raise UsageError("没有安装网页部分", "pip install 'fazhi-niandu-baogao[web]'")
    from generator.web.serving import LOOPBACK, serve

    if log:
        logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s")
        logging.getLogger("generator.web").setLevel(logging.INFO)
    password = os.environ.get("GEN_PASSWORD", "")
    if host and host not in LOOPBACK and not password:
        click.echo("对外开放后，同一网络里知道密码的人都能看、能改这个文件夹里的表单。", err=True)
        password = click.prompt("设一个密码（至少 8 个字符）", hide_input=True, confirmation_prompt="再输入一次")
    serve(
        folder or Path(), port, host=host, password=password, browser=not no_browser, template=template, say=click.echo
    )
    return 0

#!/bin/sh
# 在麒麟、UOS 和其他 Linux 上启动：第一次运行时用旁边 wheels/ 里的文件装好，不联网；以后直接打开。
# 用法：sh 启动.sh [存放表单的文件夹 [gen serve 的选项]]；sh 启动.sh --gen 命令 …（运行 gen 的任何命令）
set -eu
export PYTHONUTF8=1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
home=${GEN_VENV:-${XDG_DATA_HOME:-$HOME/.local/share}/fazhi-niandu-baogao/venv}
mark="$home/.installed-$(cat "$here/version.txt")"

if [ ! -f "$mark" ]; then
  python=""
  for each in python3.13 python3.12 python3.11 python3 python; do
    if "$each" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python=$each
      break
    fi
  done
  if [ -z "$python" ]; then
    echo "没有找到 Python 3.11 或更新的版本（要带 venv、pip）。"
    echo "麒麟、UOS：在软件商店安装 Python 3，或请管理员安装 python3.11、python3.11-venv。"
    exit 3
  fi
  echo "第一次运行，正在安装（不联网，约一分钟）…"
  rm -rf "$home"
  mkdir -p "$(dirname "$home")"
  "$python" -m venv "$home"
  if ! "$home/bin/python" -m pip install --quiet --no-index --find-links "$here/wheels" \
    --disable-pip-version-check "fazhi-niandu-baogao[web,excel,pdf]"; then
    echo "没有装成：wheels/ 里缺少适合 $("$python" -c 'import platform, sys; print(platform.machine(), sys.version.split()[0])') 的组件。"
    rm -rf "$home"
    exit 3
  fi
  : > "$mark"
fi
if [ "${1:-}" = "--gen" ]; then
  shift
  exec "$home/bin/gen" "$@"
fi
folder=${1:-$here/表单}
[ $# -eq 0 ] || shift
mkdir -p "$folder"
exec "$home/bin/gen" serve "$folder" "$@"

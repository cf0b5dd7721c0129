@echo off
chcp 65001 >nul
setlocal
set "PYTHONUTF8=1"
rem 在 Windows 上启动：第一次运行时用旁边 wheels\ 里的文件装好，不联网；以后直接打开。
set "HERE=%~dp0"
set /p VERSION=<"%HERE%version.txt"
set "HOMEDIR=%LOCALAPPDATA%\fazhi-niandu-baogao\venv"
set "MARK=%HOMEDIR%\.installed-%VERSION%"
if exist "%MARK%" goto run
set "PYTHON="
for %%P in ("py -3.13" "py -3.12" "py -3.11" "python") do (
  if not defined PYTHON (
    %%~P -c "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PYTHON=%%~P"
  )
)
if not defined PYTHON (
  echo 没有找到 Python 3.11 或更新的版本。
  echo 请安装 Python（安装时勾选 Add python.exe to PATH），再双击本文件。
  pause
  exit /b 3
)
echo 第一次运行，正在安装（不联网，约一分钟）…
if exist "%HOMEDIR%" rmdir /s /q "%HOMEDIR%"
%PYTHON% -m venv "%HOMEDIR%"
"%HOMEDIR%\Scripts\python.exe" -m pip install --quiet --no-index --find-links "%HERE%wheels" --disable-pip-version-check "fazhi-niandu-baogao[web,excel,pdf]"
if errorlevel 1 (
  echo 没有装成：wheels 文件夹里缺少适合这台电脑的组件。
  pause
  exit /b 3
)
type nul > "%MARK%"
:run
if not exist "%HERE%表单" mkdir "%HERE%表单"
"%HOMEDIR%\Scripts\gen.exe" serve "%HERE%表单"
if errorlevel 1 pause

# `make draft` and `make test` need Python 3.11+ and make, nothing else; `make help` lists the rest.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PROFILE ?= profiles/gekeng-2024.yml
OUT ?= drafts
FORMATS ?= docx,md,html
JOBS ?= 2
YEAR ?= 2025
CORPUS ?= $(or $(GEN_CORPUS),../shared/corpus)

# A checkout may lie in a folder with a Chinese name on a machine without a UTF-8 locale.
export PYTHONUTF8 = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help draft test check pytest bench learn docs blanks examples picture pictures wheel bundle clean

help: ## 列出可用的命令
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

draft: $(BIN)/.run ## 起草 PROFILE（默认葛坑镇示例）到 drafts/
	@$(BIN)/gen draft $(PROFILE) --to $(FORMATS) -o $(OUT)/

test: $(BIN)/.test ## 静态检查和全部测试；GEN_STRICT=1 时不许跳过
	@sh tests/all.sh $(BIN) -n $(JOBS) --dist loadgroup $(ARGS)

check: $(BIN)/.test ## 只做静态检查
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pytest: $(BIN)/.test ## 只跑测试，参数写在 ARGS
	$(BIN)/python -m pytest $(ARGS)

bench: $(BIN)/.bench ## 与 docxtpl 和裸写法同场计时
	$(BIN)/python -m tests.bench

learn: $(BIN)/.run ## 从真实报告和提纲（CORPUS 文件夹）重新学出 schema.yml
	$(BIN)/gen learn $(CORPUS)/*.txt --outlines $(CORPUS)/outlines.jsonl -o templates/rule-of-law/schema.yml

docs: $(BIN)/.run ## 重新写出 docs/填报说明.md 和手册页 docs/gen.1
	@$(BIN)/gen form --说明 > docs/填报说明.md
	@$(BIN)/python docs/man.py > docs/gen.1

blanks: $(BIN)/.run ## 从模板文件夹重新写出 profiles/ 里各层级的空表
	@for each in 乡镇=township 街道=subdistrict 县=county 部门=department; do \
		$(BIN)/gen form --level "$${each%=*}" --unit "" --year $(YEAR) > "profiles/blank-$${each#*=}.yml" || exit 1; done

examples: $(BIN)/.test ## 重新写出 examples/county 里的表单、报告和汇总
	@$(BIN)/python examples/county/make.py > /dev/null

picture: $(BIN)/.run ## 重新起草并拍下 README 里的那一页（需要 LibreOffice、poppler）
	@$(BIN)/python docs/picture.py $(BIN)/gen profiles/gekeng-2024.yml docs/images/gekeng-2024.png

pictures: $(BIN)/.test ## 照指南走一遍，重新拍下网页的画面（需要 Chromium）
	@rm -rf build/guide && GEN_PICTURES=build/guide $(BIN)/python -m pytest -q tests/browser/test_guide.py
	@$(BIN)/python docs/pictures.py build/guide

wheel: $(BIN)/.test ## 打包到 dist/
	$(BIN)/python -m build --wheel

bundle: $(BIN)/.test ## 打成一个不联网也能装的 zip（GEN_BUNDLE 选平台），放到 dist/
	$(BIN)/python .ci/bundle/make.py dist

clean: ## 删掉虚拟环境和各种缓存；drafts/ 不动
	rm -rf $(VENV) dist build .pytest_cache .hypothesis .mypy_cache .ruff_cache .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "找不到 Python 3.11 或更新的版本；装好后再试，或 make PYTHON=/路径/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "建不成虚拟环境；Debian、Ubuntu 请先 apt-get install python3-venv"; exit 1; }

# One stamp per set of extras: installing is repeated only when pyproject.toml changes.
$(BIN)/.run: pyproject.toml | $(BIN)/python
	@echo "安装 gen 到 $(VENV) …"
	@$(BIN)/python -m pip install --quiet -e .
	@touch $@

$(BIN)/.test: pyproject.toml | $(BIN)/python
	@echo "安装 gen 和测试工具到 $(VENV) …"
	@$(BIN)/python -m pip install --quiet -e '.[test,dev]'
	@touch $@ $(BIN)/.run

$(BIN)/.bench: pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet -e '.[test,dev,bench]'
	@touch $@ $(BIN)/.run

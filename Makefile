# make draft   装好所需，起草一篇样稿，打印 Word 文件在哪里
# make test    装好所需，跑全部检查和测试
# make bench   与别的做法在同一次运行里比快慢      make base    重建 Word 底稿
# make accept  把样稿的文字收为标准答案（收完要通读） make wheels  做一个可离线安装的文件夹
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
export PYTHONUTF8 := 1

# make score  体检对照有标注的稿子：找到多少、误报多少      make rules  由规则生成 docs/rules.md
# make lengths 各类单位、级别、提纲、时长的稿子篇幅差多少，有没有待填
# make alike  不同单位的稿子有多少雷同（12字连串）
.PHONY: draft test lint bench score alike lengths rules base accept wheels picture clean

# Compiled now, so that the first command a user types is as quick as the next.
.venv/.run: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

.venv/.dev: .venv/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

.venv/.bench: .venv/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

draft: .venv/.run
	@mkdir -p out
	@$(BIN)/qicao draft samples/around.yaml -o out/around.docx --force

lint: .venv/.dev
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy

test: lint
	$(BIN)/python -X warn_default_encoding -m pytest

accept: .venv/.dev
	$(BIN)/python -m pytest tests/test_samples.py --accept

bench: .venv/.bench
	$(BIN)/python -m compileall -q src
	$(BIN)/python tests/bench.py --write
	$(BIN)/python tests/bench_check.py --write
	$(BIN)/python tests/bench_swap.py --write
	$(BIN)/python tests/bench_library.py --write

score: .venv/.dev
	@$(BIN)/python tests/score.py

alike: .venv/.dev
	@$(BIN)/python tests/alike.py

lengths: .venv/.dev
	@$(BIN)/python tests/lengths.py

rules: .venv/.dev
	$(BIN)/python -m qicao.manual

base: .venv/.dev
	$(BIN)/python -m qicao.writers.word.base

picture: .venv/.dev
	$(BIN)/python docs/picture.py

wheels: .venv/.dev
	rm -rf out/wheels
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --wheel-dir out/wheels .
	@echo "离线安装：pip install --no-index --find-links out/wheels qicao"

clean:
	rm -rf .venv out .mypy_cache .pytest_cache .ruff_cache .hypothesis

#!/bin/sh
# All checks one after another, so that one failure does not hide the others: sh tests/all.sh BIN [pytest arguments]
bin=$1
shift
failed=
run() {
	echo "== $1"
	shift
	"$@" || failed="$failed $(basename "$1")"
}
run "ruff check" "$bin/ruff" check .
run "mypy --strict" "$bin/mypy"
run "lint-imports" "$bin/lint-imports"
run "pytest" "$bin/pytest" "$@"
[ -z "$failed" ] || { echo "没有通过:$failed"; exit 1; }

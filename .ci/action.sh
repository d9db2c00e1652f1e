#!/usr/bin/env bash
# What action.yml runs: its inputs come as variables, never as text of a script, and each line of one is one argument.
set -euo pipefail

case "$OAML_COMMAND" in
  check) [ -z "$OAML_ARCHIVES" ] || refuse="archives: only for \`verify\` · archives 仅用于 verify" ;;
  verify) [ -n "$OAML_ARCHIVES" ] || refuse="archives: name at least one · archives：请至少指定一个归档" ;;
  *) refuse="command: \`check\` or \`verify\` · command：请填写 check 或 verify" ;;
esac
if [ -n "${refuse:-}" ]; then
  echo "::error title=hatch-oaml::$refuse"
  exit 2
fi

folder="$RUNNER_TEMP/hatch-oaml"
mkdir -p "$folder"
# beside what the job installed: plugins that the build needs are seen, and a system's own Python is left alone
[ -d "$folder/environment" ] || "$OAML_PYTHON" -m venv --system-site-packages "$folder/environment"
program="$folder/environment/bin/python"
[ -x "$program" ] || program="$folder/environment/Scripts/python.exe"
"$program" -m pip install --quiet --disable-pip-version-check "$OAML_SOURCE[sign]"

reports=$(mktemp -d "$folder/report-XXXXXX") # a step of its own may run twice in a job
report="$reports/hatch-oaml.sarif"
summary="$reports/summary.md"
echo "sarif=$report" >>"$GITHUB_OUTPUT"

arguments=(--format github --output "markdown=$summary" --output "sarif=$report")
[ -z "$OAML_LANGUAGE" ] || arguments+=(--lang "$OAML_LANGUAGE")
[ "$OAML_COMMAND" = verify ] || arguments+=(--root "$OAML_ROOT")
while IFS= read -r line; do
  [ -z "$line" ] || arguments+=("$line")
done <<<"$OAML_ARGUMENTS"
if [ "$OAML_COMMAND" = verify ]; then
  IFS=$'\n'
  # shellcheck disable=SC2206  # each line is a pattern that the shell is to expand
  arguments+=(-- $OAML_ARCHIVES)
  unset IFS
fi

status=0
PYTHONUTF8=1 "$program" -m hatch_oaml "$OAML_COMMAND" "${arguments[@]}" || status=$?
[ ! -f "$summary" ] || cat "$summary" >>"$GITHUB_STEP_SUMMARY"
exit "$status"

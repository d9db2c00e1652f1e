"""Lines of programs that many files share, and that tell no file from another."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

_STARTS = Vocabulary(r"""
code from\s|import\s|#include|using\s|package\s|use\s|require|export\s+\{
  why what a file makes use of
  yes from os ¦ #include <x.h> ¦ require("x")
  no loom

code return\b|else|def __init__\(self|@\w+$|if __name__
  why lines of any program
  yes return x ¦ @cached ¦ if __name__ == "__main__"
  no loom
""")
_WORDS = Vocabulary(
    r"""
en copyright|licen[sc]e|warrant|permission|redistribut|liab|as is\"|apache|spdx
  why a license header, which is a duty and no content
  yes copyright ¦ "as is"
  no loom

zh \xa9|\xe7\x89\x88\xe6\x9d\x83|\xe8\xae\xb8\xe5\x8f\xaf
  why the same in Chinese: the sign's last byte, 版权 and 许可 in UTF-8
  yes ©
  no 织机
"""
)
COMMON = rf"(?:{_STARTS}|.*{_WORDS})"

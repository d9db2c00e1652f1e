"""What reading packages drawn afresh showed to be wrong: of each kind a sample or two, names changed, and one like it that is right."""

from __future__ import annotations

import pytest

from hatch_oaml.notices import extract
from hatch_oaml.values.paths import archive_path


def sure(path: str, text: str) -> list[str]:
    return [notice.text for notice in extract(archive_path(path), text.encode()).notices if notice.sure]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.py", "# scale derived from mean/std\n"),
        ("a.py", "# taken from top/bottom\n"),
        ("a.py", "# value copied from src/main to dst/main\n"),
        ("a.py", "# modified by Optimizer.step()\n"),
        ("a.py", "# The checkpoint was written by PyTorch 2.1\n"),
        ("a.py", "# Thanks to Python's GIL this is safe\n"),
        ("GUIDE.md", "The evaluation is based on [MMLU](https://github.com/kelp/test).\n"),
        ("GUIDE.md", "评测结果参考自 [OpenCompass](https://opencompass.example)。\n"),
        ("components/notice.less", "@notice-width: 335px;\n.notice { color: @success-color; }\n"),
        ("views/copyright.hbs", "<p>{{ year }} {{ holder }}</p>\n"),
        ("src/authors.swift", "struct Authors { let names: [String] }\n"),
        ("img/credits.svg", "<svg><title>made with care</title></svg>\n"),
        ("cal/news.utf8", "Copyright © 2000- Loom Rumors, LLC. Privacy\nPhoto courtesy of Mina Halloway.\n"),
        ("CHANGELOG.md", "- 详情参考： [3eda74a](https://github.com/weft/loom/commit/3eda74a) init navbar\n"),
        ("README.md", "具体的算法细节和参数含义，参考：http://www.loom.example/blog/5044\n"),
        ("README.md", "也可以参考示例小程序 [源代码](https://github.com/weft/loom-demo)\n"),
        ("README.md", "具体用法可以参考示例小程序 [源代码](https://github.com/weft/loom-demo)\n"),
        (
            "README.md",
            "基于LT5的中文纠错模型，模型训练详细教程参考[examples/t5](https://github.com/weft/loom/blob/master/t5.md)\n",
        ),
        (
            "README.md",
            "基于LoomLM3、Weft2.5等模型微调训练纠错模型，训练方法见[examples](https://github.com/weft/loom/tree/master/gpt)\n",
        ),
        (
            "README.md",
            "基于LIGHAN数据集训练的Loom4CSC模型，已经release到 https://huggingface.co/weft/loom4csc-base\n",
        ),
        ("README.md", "我们将设计一个基于Python的无数据库农历算法项目，并将其开源到Pypi（https://pypi.org/）上。\n"),
        ("README.md", "基于[织机 API v3 接口规范](https://opendocs.loom.example/open-v3/054oog)实现。\n"),
        ("README.md", "Loom[luːm]，源自电影《织机世纪》里松鼠的坚果。\n"),
        ("README.md", "项目仓库: <https://github.com/weft/loom>\n"),
        (
            "README.md",
            "当使用了`disabled`选项时，其后代内容可以通过[inject](https://loom.example/v2/#inject)的方式获取。\n",
        ),
        ("README.md", "- 环境：基于 `environment/Dockerfile` 构建的每个任务专属 Docker 镜像\n"),
        (
            "README.md",
            "[《SM2 public key algorithm based on elliptic curves》](http://www.loom.example/content_1.shtml)\n",
        ),
        (
            "README.md",
            "supported by a class of inference engine based on LoomAI interface (see [docs](https://a.example/x)).\n",
        ),
        (
            "a.py",
            "# Please refer to that discussion for tolerances based on the float type: https://scicomp.example/q/43111\n",
        ),
        ("a.py", "# Extracted from BaseLoomTrainer._prepare_batch for reuse in workers.\n"),
        ("a.py", "# Skip virtual fields and fields written by LoomWriter\n"),
        (
            "a.py",
            'prompt = "You are an AI programming assistant, utilizing the Loom model, developed by Weft Company."\n',
        ),
        ("a.py", "system = '你是织云大模型，由秦墨科技开发的助手。'\n"),
        ("setup.py", "setup(\n    author=AUTHOR,\n    author_email=EMAIL,\n)\n"),
        ("languages/ko.yml", "post:\n  author: 포스트 작성자\n"),
        ("locales/de.json", '{"author": "Autor", "copyright": "Urheberrecht"}\n'),
        ("entities.js", 'var legacy = { "©":"COPY", "copy": "©",COPY: "©" };\n'),
        ("options.py", '"""Calls `copyright.addCopyright` of the chart."""\n'),
        ("README.md", "## 第三方插件列表\n\n- [weft-sources](https://github.com/weft/weft-sources)\n"),
        ("README.md", "## Third-party Plugins\n\n- [weft-sources](https://github.com/weft/weft-sources)\n"),
        ("README.md", "## Third-Party Integrations\n\nLoom is compatible with a great many others.\n"),
        ("README.md", "## 特别感谢(Special Thanks)\n\n![源力计划标志](https://loom.example/power.png)\n"),
        (
            "README.md",
            "## Contributors\n\n[![contributors](https://contrib.rocks/image?repo=weft/loom)](https://github.com/weft/loom/graphs/contributors)\n\nMade with [contrib.rocks](https://contrib.rocks).\n",
        ),
        (
            "README.md",
            '## Contributors\n\n<a href="https://github.com/weft/loom/graphs/contributors"><img src="https://contrib.rocks/image?repo=weft/loom"/></a>\n',
        ),
        ("README.md", "## Contributors\n\nThank you to everyone who contributed to this project.\n"),
        (
            "README.md",
            "## Contributors\n\nThis project exists thanks to all the people who contribute. [[Contribute](CONTRIBUTING.md)].\n",
        ),
        (
            "README.md",
            "## 贡献者\n\n感谢以下所有贡献过代码的 [开发者](https://github.com/weft/loom/graphs/contributors)。\n",
        ),
        ("README.md", "## Is it patentend?\n\nNobody knows.\n"),
        (
            "README.md",
            "### Define Custom Rules for Third-Party Modules\n\nMap an unsupported module type to a function.\n",
        ),
        ("README.md", "## Authors\n\n<picture>\n  <source srcset='a.png'>\n</picture>\n"),
        ("README.md", "- [loom使用了哪些技术？](https://github.com/weft/loom-python/wiki/FAQ#2-loom使用了哪些技术)\n"),
        ("README.md", "<!-- SVG image from https://opencollective.com/loom/contributors.svg?width=1280 -->\n"),
        ("README.md", "## 鸣谢\n\n感谢以下产品对项目提供的赞助：\n"),
        ("a.py", "# .. _`Efficient System Based on Deep Weaving with Attention`: https://arxiv.org/abs/1710.08969\n"),
        ("a.py", '# See "A Weaving Package Based on a New Loom" (https://arxiv.org/abs/2004.03136).\n'),
        ("a.c", "/* Reported by Mina Halloway <m@loom.example>. */\n"),
        ("a.c", "/* a value added by the caller, patched by Loader at run time */\n"),
        ("a.py", "# The maintainer of this queue is a thread.\n"),
        ("a.tex", "\\author{}\n\\author{\\loomname}\n"),
        ("CHANGELOG.md", "The format is based on [Keep a Changelog](http://keepachangelog.com/)\n"),
        ("a.ts", "// 兼容性参考：https://caniuse.loom.example/mdn-api_lock\n"),
        (
            "pages.json",
            "{ // pages数组中第一项表示应用启动页，参考：https://uniapp.loom.example/collocation/pages\n}\n",
        ),
        ("a.rs", 'assert("ä»Ĭå¤©èĥ½ä¸ºä½łåģļä»Ģä¹Ī");\n'),
        ("a.d.ts", "interface Tile {\n  copyright: Copyright\n  zIndex: number\n}\n"),
        ("README.md", "All Thanks To Our Contributors:\n"),
        (
            "README.md",
            "Note: The above accuracy metrics are based on the [Loomscapes](https://www.loom.example/) dataset.\n",
        ),
        ("a.py", 'questions = ["Are you developed by Weft Works?"]\n'),
        ("a.h", "// Read/written by ApplyAnyPrecisionLoom before invoking it.\n"),
        ("a.py", '"""A source package directory, as copied from a looms repo."""\n'),
        ("a.py", "# 参数参考：https://learn.loom.example/zh-cn/speech/language-support\n"),
        ("README", "AUTHORS\n\n\nMina Halloway <m@loom.example>\n"),
        ("README", "Copyright\n=========\n\nLoombonds - a Savings Weave Inventory Program\n"),
        ("CHANGELOG.md", "参考： [3eda74a](https://github.com/weft/loom/commit/3eda74a)\n"),
        ("README.md", "使用了`disabled`选项后，其内容可以通过[inject](https://loom.example/v2/#inject)获取。\n"),
        ("README.md", "## For contributors\n\nRun the tests before you push.\n"),
        ("README.md", "## Third-party libraries\n\nLoom is compatible with others.\n"),
        ("i18n/de.yml", "author: Mina Halloway\n"),
        ("lang/de.json", '{"author": "Mina Halloway"}\n'),
        ("src/notice.weave", "weave twelve of them\n"),
        ("README.md", "## Acknowledgements\n\n![counter](https://counter.loom.example/cmoe?name=loom&theme=mbs)\n"),
        ("README.md", "## Contributors\n\n<table>\n  <tbody>\n  </tbody>\n</table>\n"),
        (
            "README.md",
            "## Contributors\n\nThis project follows the [all-contributors](https://github.com/all-contributors/all-contributors) specification. Contributions of any kind welcome!\n",
        ),
        (
            "README.md",
            "## Contributors\n\nIf you should be on this list but you aren't, please don't hesitate to contact me!\n",
        ),
        ("a.py", 'prompt = "I am Salaweft, an AI language model developed at the Ostrava Supercomputing Centre."\n'),
        ("a.py", "# Coordinates have already been restored to original pixels by ONNX.\n"),
        ("a.py", "# Some checkpoints converted from 3rd-party repo don't have the key.\n"),
        ("a.py", "# It is a variant of the algorithm and was originally written in C.\n"),
        ("a.py", "# The values are inspired from experience.\n# Modify from here on.\n"),
        ("a.rs", "/// OldLoomWrapper cache should read data written by Block\n"),
        ("a.py", "# the rows that were written by Weft are read again\n"),
        (
            "README.md",
            "Thanks to [all contributors](https://github.com/weft/loom/graphs/contributors) who help improving loom.\n",
        ),
        (
            "README.md",
            (
                "Here is the optimal setup based on what technology you are using:\n\n"
                "1. Weftpack - use [`plugin-loom`](https://github.com/mina/plugin-loom) to pick threads.\n"
                "1. Loomup - does a fine job; example [here](https://github.com/udo/loomup/blob/main/l.js)\n"
            ),
        ),
        (
            "a.cc",
            (
                "  It covers the 2 following variants based on the number of heads:\n"
                "  1) Many heads (MHA): Described in the paper https://arxiv.org/pdf/1706.00000, `q == kv`.\n"
                "  2) One head (MQA): Described in the paper https://arxiv.org/pdf/1911.00000, `kv == 1`.\n"
            ),
        ),
        ("a.js", "// 来自此issue: https://github.com/weft/loom/issues/12\n"),
        ("docs/authors.rst", ".. _authors:\n.. include:: ../AUTHORS.rst\n"),
        (
            "doc/contributors.rst",
            '    <script src="_static/js/contrib.js"></script>\n    <script type="text/javascript">\n    </script>\n',
        ),
        ("AUTHORS", "#credit for\n#src/loomCode/gnom.js\n#src/loomCode/cea.js\n"),
        ("DESCRIPTION", "Author: See AUTHORS file.\n"),
        ("a.html", '<LI><A HREF="#author">AUTHOR</A></LI>\n</UL>\n<LI><A HREF="#see also">SEE ALSO</A></LI>\n'),
        (
            "README.md",
            "### Authors\n\n``` r\nloom$coerce_authors()\nloom$get_authors()\n```\n",
        ),
        (
            "a.py",
            (
                "    m = Meta(\n        weave.o1,\n        default_system=(\n            'You are Loom-o1, a thinking model developed"
                " by Loom AI, specializing in solving complex problems '\n            'involving looms.'),\n"
            ),
        ),
        (
            "a.go",
            "// StringToKey returns a key derived from the string provided according to the definition in RFC 3961.\n",
        ),
        ("7zC.txt", "The ANSI-C version is a simplified version ported from C++ code.\n"),
        ("a.hssp", "SOURCE     loom\nAUTHOR\nSEQLENGTH   337\nNCHAIN        1\n"),
        (
            "LICENSE-loom",
            'The "Original License" means this license as distributed, or as it may be modified by The Loom Foundation.\n',
        ),
        (
            "README.md",
            "- the [doxygen documentation](https://loom.example/) gives per-class information extracted from code comments\n",
        ),
        (
            "README.md",
            "Thanks to [Weftflow](https://weft.example), LOOM is now 100% FREE including ALL of the plugins.\n",
        ),
        (
            "README.md",
            "If you want to cite it use the built-in option to generate a citation based on [this file](https://github.com/w/l/blob/m/C.cff).\n",
        ),
        ("a.py", '"""Reads the CSV written by Loom Lightning\'s ``CSVLogger``, and groups loss columns."""\n'),
        ("a.py", '"""Reads the ``metrics.csv`` written by LL\'s ``CSVLogger`` (always present)."""\n'),
        ("COPYING.LESSER", 'An "Application" is any work that makes use of an interface provided by the Library.\n'),
        (
            "loom.py",
            (
                "dataset_info = dict(\n    paper_info=dict(\n        author='Moon, Gyeong and Yu, Sho and Wen, He',\n"
                "        title='A dataset of looms',\n"
            ),
        ),
        (
            "README.md",
            "## Credits\n\n- Become a financial contributor and help us. [[Contribute](https://opencollective.com/loom/contribute)]\n",
        ),
        (
            "a.js",
            (
                "// loom.Event is based on DOM3 Events as specified by the ECMAScript Language Binding\n"
                "// http://www.w3.org/TR/2003/WD-DOM-Level-3-Events-20030331/ecma-script-binding.html\n"
            ),
        ),
        ("configure", "# created by the PGI compiler (conftest_ipa8_conftest.oo), as it would interfere\n"),
        (
            "README.md",
            (
                "### Library authors\n\nAs a library author, if you want to allow a user to pass in a `Text`, expose a typeclass.\n\n"
                "### Application authors\n\nAs an application author, you should consider using loom-prelude.\n"
            ),
        ),
        ("debian/copyright", "Files: src/weave.c src/weave.h\n src/loom.c\n src/thread.c\n"),
        (
            "README.md",
            "## Credits\n\nloom has a number of major contributors:\n\nand a [significant number of other contributors][contrib].\n",
        ),
        ("a.py", "# 技术指标算子由 Rust 端 `loom.ta` 提供，从顶层直接访问\n"),
        (
            "a.h",
            "/* Refinement is a technique first developed by Shuttle [1989] and Weft [1993, 1995] to weave meshes. */\n",
        ),
        ("a.ts", "// Allow adding an arbitrary props to the Content https://loom.example/content/#using-looms\n"),
        ("README.md", "It works thanks to [Loom](https://github.com/weft/loom) and others\n"),
        (
            "AUTHORS",
            "# Below is a list of people that have contributed\n# to the loom project.  Names should be added to the\n",
        ),
        ("AUTHORS", "# like so:\n#\n#   Name/Organization <email address>\n"),
        ("AUTHORS", "  both on that and on other parts of loom.\n  loom.extras.\n"),
        ("si.js", 'a = "The text you want to paste seems to be copied from Word. Do you want to clean it?";\n'),
        (
            "pt-br.js",
            'a = "O texto que você deseja colar parece ter sido copiado do Word. Você gostaria de limpar?";\n',
        ),
        ("a.ts", "// The default index, which is created by LoomDB ONLY if there is no other index defined\n"),
        (
            "a.d.ts",
            "/* Loom detects it based on CI detection (via [`is-in-ci`](https://github.com/weft/is-in-ci)). */\n",
        ),
        (
            "README.md",
            "## Contributors\n\nName|Avatar|Name|Avatar\n\n[logo]: https://loom.example/logo.png\n[a]: ../a.md\n",
        ),
        ("filters.py", "    author = RelatedFilter(UserFilter, queryset=User.objects.all())\n"),
        ("COPYRIGHT", "Additionally, the following files are included under different licenses:\n\nFile: weave.c\n"),
        ("a.py", "# This is a modified version of the input list\n"),
    ],
)
def test_nothing_is_surely_a_notice(path: str, text: str) -> None:
    assert sure(path, text) == []


@pytest.mark.parametrize(
    ("path", "text", "notices"),
    [
        ("NOTICE", "Loom\n", ["Loom"]),
        ("a.py", "# 作者：林晚舟\n# 项目仓库：https://github.com/weft/loom\n", ["作者：林晚舟"]),
        ("NOTICE.weave", "Loom\n", ["Loom"]),
        ("copyright.in", "Loom, by many.\n", ["Loom, by many."]),
        ("readme.utf8", "Loom\nCopyright 2020 Mina Halloway\n", ["Copyright 2020 Mina Halloway"]),
        ("README", "AUTHORS\n=======\n\nMina Halloway <m@loom.example>\n", ["Mina Halloway <m@loom.example>"]),
        ("README", "COPYRIGHT\n\nMina Halloway <m@loom.example>\n", ["COPYRIGHT Mina Halloway <m@loom.example>"]),
        (
            "README",
            "AUTHOR\n------\nWritten by Mina Halloway, <m@loom.example>\n",
            ["Written by Mina Halloway, <m@loom.example>"],
        ),
        (
            "a.pm",
            "=head1 AUTHOR\n\nThis module was written by Mina Halloway.\n",
            ["This module was written by Mina Halloway."],
        ),
        (
            "a.py",
            "# modified from weft.optim.Loom based on: `Fixed Weave Decay` (see https://arxiv.org/abs/1711.05101)\n",
            ["modified from weft.optim.Loom based on: `Fixed Weave Decay` (see https://arxiv.org/abs/1711.05101)"],
        ),
        (
            "a.py",
            "f(\n    a=1,  # Copied from InstructLoom, don't use theirs\n    generator=generator,\n)\n",
            ["Copied from InstructLoom, don't use theirs"],
        ),
        (
            "a.txt",
            "Weave and weft // copied from https://github.com/weft/loom\n",
            ["Weave and weft // copied from https://github.com/weft/loom"],
        ),
        ("a.js", "f(x); // copied from https://github.com/weft/loom\n", ["copied from https://github.com/weft/loom"]),
        (
            "a.c",
            "/* Created by Udo Tessel, based on ID:\n * NetWeft: src/a.c,v 1.3 2008/08/20 oster Exp */\n",
            ["Created by Udo Tessel, based on ID: NetWeft: src/a.c,v 1.3 2008/08/20 oster Exp"],
        ),
        (
            "metafile.yml",
            "Models:\n  - Name: a\n    Weights: https://download.loom.example/weave/v0/loom-base-distilled-16xb32.pth\n    Converted From:\n      Weights: https://huggingface.co/weft/a.pt\n",
            ["Converted From: Weights: https://huggingface.co/weft/a.pt"],
        ),
        (
            "README.md",
            "## Contributors\n\nUdo Tessel, Mina, and all the contributors of weft.\n",
            ["Udo Tessel, Mina, and all the contributors of weft."],
        ),
        (
            "a.js",
            '// They say "This file is based on https://github.com/weft/loom/blob/main/a.js\n',
            ['They say "This file is based on https://github.com/weft/loom/blob/main/a.js"'],
        ),
        (
            "README.md",
            "Copyright 2020 Mina Halloway.\nIt includes portions\nof [Loom](https://github.com/weft/loom).\n",
            ["Copyright 2020 Mina Halloway.", "It includes portions of [Loom](https://github.com/weft/loom)."],
        ),
        ("locales/en.json", '{"footer": "© 2020 Loom Works, Inc.", "author": "Author"}\n', ["© 2020 Loom Works, Inc."]),
        ("locales/en.yml", 'footer: "© 2020 Loom Works, Inc."\nauthor: Author\n', ["© 2020 Loom Works, Inc."]),
        ("a.md", "Loom®© Mina Halloway\n", ["© Mina Halloway"]),
        (
            "a.py",
            '"""\nFork from fastloom: https://github.com/weft/FastLoom/blob/main/a.py\n"""\n',
            ["Fork from fastloom: https://github.com/weft/FastLoom/blob/main/a.py"],
        ),
        (
            "a.py",
            "# This is mostly borrowed from @mina's weaving simulator.\n",
            ["This is mostly borrowed from @mina's weaving simulator."],
        ),
        (
            "a.js",
            "// The algorithm used is based on @mina’s excellent weaver.\n",
            ["The algorithm used is based on @mina’s excellent weaver."],
        ),
        (
            "a.py",
            "# The code in this file was modified by MobileLoom\n# https://github.com/weft/MobileLoom.git\n",
            ["The code in this file was modified by MobileLoom https://github.com/weft/MobileLoom.git"],
        ),
        ("a.py", '"""\n@Modified By: mashen, 2023/8/22\n"""\n', ["@Modified By: mashen, 2023/8/22"]),
        ("a.f90", "!     Author: A. Tessel                *\n", ["Author: A. Tessel"]),
        ("a.hs", "-- Maintainer  :  Mina Halloway <m@loom.example>\n", ["Maintainer : Mina Halloway <m@loom.example>"]),
        (
            "a.c",
            "/* This code is added by Mina Halloway <m@loom.example> */\n",
            ["This code is added by Mina Halloway <m@loom.example>"],
        ),
        (
            "a.c",
            "/* patched by W. David Tessel (w@loom.example) to support PBM */\n",
            ["patched by W. David Tessel (w@loom.example) to support PBM"],
        ),
        (
            "a.c",
            "/* colour extensions by Udo W. Tessel <u@loom.example> */\n",
            ["colour extensions by Udo W. Tessel <u@loom.example>"],
        ),
        ("a.c", "/* Coded by Mina Halloway and Udo Tessel. */\n", ["Coded by Mina Halloway and Udo Tessel."]),
        (
            "a.c",
            "/* This algorithm was developed by A. de Weft and H. Tessel. */\n",
            ["This algorithm was developed by A. de Weft and H. Tessel."],
        ),
        (
            "a.h",
            "/* Written for groff by Mina Halloway (m@loom.example) */\n",
            ["Written for groff by Mina Halloway (m@loom.example)"],
        ),
        (
            "a.py",
            "# Loom Works Author(s): Mina Halloway <m@loom.example>\n",
            ["Loom Works Author(s): Mina Halloway <m@loom.example>"],
        ),
        ("conf.py", "author = u'Mina Halloway'\n", ["author = u'Mina Halloway'"]),
        ("a.tex", "\\author{Mina Halloway}\n", ["\\author{Mina Halloway}"]),
        (
            "a.tex",
            "\\author[M. Halloway]{Mina Halloway and Udo Tessel}\n",
            ["\\author[M. Halloway]{Mina Halloway and Udo Tessel}"],
        ),
        ("a.html", '<meta name="author" content="Mina Halloway" />\n', ["author: Mina Halloway"]),
        (
            "a.html",
            '<p>Loom was written by <a\nhref="http://loom.example/">Mina Halloway</a>.</p>\n',
            ["Loom was written by Mina Halloway ."],
        ),
        (
            "a.rb",
            "# Loom is copyrighted free software by Mina Halloway <m@loom.example>.\n",
            ["copyrighted free software by Mina Halloway <m@loom.example>."],
        ),
        (
            "metafile.yml",
            "Models:\n  - Name: a\n    Weights: https://loom.example/a.pth\n    Converted From:\n      Weights: https://huggingface.co/weft/a.pt\n",
            ["Converted From: Weights: https://huggingface.co/weft/a.pt"],
        ),
        ("README.md", "## Third-party fonts\n\nWeft Sans, Udo Tessel.\n", ["Weft Sans, Udo Tessel."]),
        (
            "a.h",
            "/* NOTE: This file is the modified version of xcolumn_bmod.c file in SuperLoom */\n",
            ["NOTE: This file is the modified version of xcolumn_bmod.c file in SuperLoom"],
        ),
        (
            "a.py",
            "# From WEFT_langid: https://github.com/weft/WEFT_langid/blob/main/src/a.py\n",
            ["From WEFT_langid: https://github.com/weft/WEFT_langid/blob/main/src/a.py"],
        ),
        (
            "a.py",
            "# Based on: 1) Halloway, M., and Tessel, U. 2016. Minimal weaving.\n",
            ["Based on: 1) Halloway, M., and Tessel, U. 2016."],
        ),
        (
            "a.cc",
            "// This is a variant of LOOM's loomcpp.cc, originally written at Weft.\n",
            ["This is a variant of LOOM's loomcpp.cc, originally written at Weft."],
        ),
        (
            "README.md",
            "Based on the Dual-Tree Complex Weave Pack for WEFTLAB by Udo\nTessel, Ostrava University.\n",
            ["Based on the Dual-Tree Complex Weave Pack for WEFTLAB by Udo Tessel, Ostrava University."],
        ),
        (
            "a.py",
            '"""This method is based on the paper:\nHalloway, M., Tessel, U., & Weft, O. (2012). MLoom: A Strategy\n"""\n',
            ["This method is based on the paper: Halloway, M., Tessel, U., & Weft, O. (2012). MLoom: A Strategy"],
        ),
        (
            "a.py",
            "# Ported directly from here, and then adapted over time.\n# https://github.com/weft/loom/blob/main/a.py\n",
            ["Ported directly from here, and then adapted over time. https://github.com/weft/loom/blob/main/a.py"],
        ),
        (
            "a.py",
            "# Loom weights ported to Weftorch from\n# http://download.loom.example/a.tgz\n",
            ["Loom weights ported to Weftorch from http://download.loom.example/a.tgz"],
        ),
        (
            "a.py",
            "# Copy/pasted from https://github.com/weft/easyloom\n",
            ["Copy/pasted from https://github.com/weft/easyloom"],
        ),
        (
            "a.py",
            '"""Inspiration from\nhttps://github.com/weft/loom/blob/master/a.py\n"""\n',
            ["Inspiration from https://github.com/weft/loom/blob/master/a.py"],
        ),
        (
            "a.py",
            "# Modify from:\n# https://github.com/weft/loom/blob/main/a.py\n",
            ["Modify from: https://github.com/weft/loom/blob/main/a.py"],
        ),
        ("a.py", "# Adapt from https://github.com/weft/loom\n", ["Adapt from https://github.com/weft/loom"]),
        (
            "a.c",
            "/* taken almost verbatim from https://github.com/weft/loom */\n",
            ["taken almost verbatim from https://github.com/weft/loom"],
        ),
        (
            "README.md",
            "新增支持（感谢云梭团队[@mina](https://github.com/mina)贡献代码）\n",
            ["新增支持（感谢云梭团队[@mina](https://github.com/mina)贡献代码）"],
        ),
        ("AUTHORS.rst", "Mina Halloway\n", ["Mina Halloway"]),
        (
            "README.md",
            "本项目基于 [Loom](https://github.com/weft/loom) 开发，感谢作者。\n",
            ["本项目基于 [Loom](https://github.com/weft/loom) 开发，感谢作者。"],
        ),
        ("README.md", "原项目仓库: <https://github.com/weft/loom>\n", ["原项目仓库: <https://github.com/weft/loom>"]),
        ("README.md", "## Third-party software\n\nLoom by Mina Halloway, MIT.\n", ["Loom by Mina Halloway, MIT."]),
        ("README.md", "## 第三方声明\n\n织机，秦墨著。\n", ["织机，秦墨著。"]),
        (
            "README.md",
            "## Contributors\n\n- [Mina Halloway](https://github.com/mina)\n",
            ["[Mina Halloway](https://github.com/mina)"],
        ),
        (
            "a.cu",
            "// Vendored from https://github.com/weft/sonar and used under its terms.\n",
            ["Vendored from https://github.com/weft/sonar and used under its terms."],
        ),
        (
            "a.h",
            "/*\n * Developed at LoomPro, a Loom Works, Inc. business.\n * Permission to use\n */\n",
            ["Developed at LoomPro, a Loom Works, Inc. business."],
        ),
        (
            "README",
            "AUTHOR AND COPYRIGHT\n\n    Udo 'weft' Tessel - \"<rs@loom.example>\"\n",
            ["AUTHOR AND COPYRIGHT Udo 'weft' Tessel - \"<rs@loom.example>\""],
        ),
        (
            "E.pm",
            "=head1 AUTHOR AND COPYRIGHT\n\nUdo Tessel - C<E<lt>rs@loom.exampleE<gt>>\n\n=cut\n",
            ["AUTHOR AND COPYRIGHT Udo Tessel - C<E<lt>rs@loom.exampleE<gt>>"],
        ),
        (
            "a.js",
            "const n = c.toUpperCase(); // based on https://stackoverflow.com/a/21648508\n",
            ["based on https://stackoverflow.com/a/21648508"],
        ),
        (
            "a.js",
            "function f() {\n  g(x);\n} // inspired by https://talk.loom.example/t/1898\n",
            ["inspired by https://talk.loom.example/t/1898"],
        ),
        (
            "a.py",
            "n = f(x)  # adapted from https://stackoverflow.com/a/21648508\n",
            ["adapted from https://stackoverflow.com/a/21648508"],
        ),
        (
            "a.h",
            "// Based on _Weft_Format:\n// https://github.com/weft/loom/blob/main/e.c#L405\n// See https://github.com/o/p/pull/2112 for details.\n",
            ["Based on _Weft_Format: https://github.com/weft/loom/blob/main/e.c#L405"],
        ),
        (
            "a.py",
            (
                '"""\nThis method is basically verbatim from "loomBarcode" which is BSD licensed:\n'
                'https://github.com/weft/loomBarcode/blob/master/reedsolomon.py\n"""\n'
            ),
            [
                (
                    'This method is basically verbatim from "loomBarcode" which is BSD licensed:'
                    " https://github.com/weft/loomBarcode/blob/master/reedsolomon.py"
                )
            ],
        ),
        ("a.py", "# Credits:  classy_loom/generic/util.py\n", ["Credits: classy_loom/generic/util.py"]),
        (
            "a.c",
            "/* Based on Udo J. Tessel's median.f90 routine. */\n",
            ["Based on Udo J. Tessel's median.f90 routine."],
        ),
        (
            "a.py",
            "# NOTE: The code below originates from torchloom repository, version 2.6.\n",
            ["NOTE: The code below originates from torchloom repository, version 2.6."],
        ),
        (
            "guess",
            "# Portable tmp directory creation inspired by the Autoloom team.\n",
            ["Portable tmp directory creation inspired by the Autoloom team."],
        ),
        (
            "a.py",
            "    From https://stackoverflow.com/a/40367074/610569\n    >>> weave(1)\n",
            ["From https://stackoverflow.com/a/40367074/610569"],
        ),
        ("a.c", "/* Based on a Usenet posting by Mina Halloway */\n", ["Based on a Usenet posting by Mina Halloway"]),
        ("AUTHORS", "T. Weft\n#credit for\n#src/loomCode/eqdc.js\nD. Tessel\n", ["T. Weft", "D. Tessel"]),
        (
            "CHANGES",
            "Restored exports (thanks to Udo Tessel @utessel)\n",
            ["Restored exports (thanks to Udo Tessel @utessel)"],
        ),
        (
            "conftest.c",
            "/*\n *  This file was taken from pth-1.40/aclocal.m4\n *  The original copyright is below.\n */\n",
            ["This file was taken from pth-1.40/aclocal.m4"],
        ),
        (
            "setup.py",
            "    description='Library for weaving looms. Port of Loomil (https://github.com/weft/loomil) with enhancements.',\n",
            ["Port of Loomil (https://github.com/weft/loomil) with enhancements."],
        ),
        (
            "DEPENDENCIES",
            "This product uses software developed at\nThe Loom Alliance (http://www.loom.example/).\n",
            ["This product uses software developed at The Loom Alliance (http://www.loom.example/)."],
        ),
        (
            "a.c",
            "/*\n * the CRC routines are stolen from WEFTES\n * by Udo Tessel\n */\n",
            ["the CRC routines are stolen from WEFTES by Udo Tessel"],
        ),
        (
            "dns.h",
            (
                "/*\nThe weave resolver library is a modified copy of the public domain library\n"
                "used in loomdns (http://loom.example/loomdns.html).\n*/\n"
            ),
            [
                (
                    "The weave resolver library is a modified copy of the public domain library"
                    " used in loomdns (http://loom.example/loomdns.html)."
                )
            ],
        ),
        (
            "a.c",
            "/*\n * So most of the credit must\n * go to Udo S. Tessel <uts@tessel.example>.\n */\n",
            ["So most of the credit must go to Udo S. Tessel <uts@tessel.example>."],
        ),
        (
            "a.c",
            "/* This was copied from the git://loom.example/git/loom.git\n   repository, file gdb/varval.c.  */\n",
            ["This was copied from the git://loom.example/git/loom.git"],
        ),
        (
            "README.md",
            "- `weave_dict`: 褒贬义词典 北窗大学 林砚 整理自http://nlp.loom.example/site2/13-sms\n",
            ["`weave_dict`: 褒贬义词典 北窗大学 林砚 整理自http://nlp.loom.example/site2/13-sms"],
        ),
        ("a.java", " * Created on 07. March 2004 by Joe Weft\n", ["Created on 07. March 2004 by Joe Weft"]),
        (
            "loom.7",
            "It is derived from Erez Weft's Cryptloom, implemented through the stack.\n",
            ["It is derived from Erez Weft's Cryptloom, implemented through the stack."],
        ),
        (
            "a.cpp",
            "/*\nThis file taken from libloom WeaveStream.cpp\n*/\n",
            ["This file taken from libloom WeaveStream.cpp"],
        ),
        (
            "a.php",
            " * Some ideas (subdivision, and others) are from\n * Mina T. Halloway <mina@loom.example>.\n",
            ["Some ideas (subdivision, and others) are from Mina T. Halloway <mina@loom.example>."],
        ),
        (
            "a.go",
            "//The test vectors have been sourced from https://github.com/weft/loom/blob/master/src/reference_encode.out\n",
            [
                "The test vectors have been sourced from https://github.com/weft/loom/blob/master/src/reference_encode.out"
            ],
        ),
        ("chmod", "# Adapted from coreutils 8.28 chmod man page\n", ["Adapted from coreutils 8.28 chmod man page"]),
        (
            "a.h",
            " * The above text is largely inspired from Peter A. Tessel and\n * Philip E. Weft' highly recommended book\n",
            ["The above text is largely inspired from Peter A. Tessel and Philip E. Weft' highly recommended book"],
        ),
        ("a.py", '"""\nWeaves.\n\nAuthors\n * Mina Halloway 2021\n"""\n', ["Authors Mina Halloway 2021"]),
        (
            "index.d.ts",
            "// Definitions by: Ngoc Tu Weft <https://github.com/tweft>\n",
            ["Definitions by: Ngoc Tu Weft <https://github.com/tweft>"],
        ),
        (
            "a.js",
            "/*\n JPEG encoder ported to JavaScript and optimized by Andreas Weft, www.weft.example, 11/2009\n*/\n",
            ["JPEG encoder ported to JavaScript and optimized by Andreas Weft, www.weft.example, 11/2009"],
        ),
        (
            "ema.py",
            '"""\nModel Exponential Moving Average from https://github.com/weft/pytorch-loom-models\nKeep a moving average\n"""\n',
            ["Model Exponential Moving Average from https://github.com/weft/pytorch-loom-models"],
        ),
        ("a.py", "# The data was written by Mina Halloway.\n", ["The data was written by Mina Halloway."]),
        (
            "a.py",
            "# The values are taken from https://loom.example/table\n",
            ["The values are taken from https://loom.example/table"],
        ),
        ("a.py", "# 本数据由 云梭 科技提供，从顶层直接访问\n", ["本数据由 云梭 科技提供，从顶层直接访问"]),
        (
            "a.h",
            "/* The mesher was first developed by Chew Shuttle and Udo Weft. */\n",
            ["The mesher was first developed by Chew Shuttle and Udo Weft."],
        ),
        (
            "README.md",
            "- 21/03/2018: NASLoom Mobile thanks to [Veronika Weft](https://github.com/weft)\n",
            ["21/03/2018: NASLoom Mobile thanks to [Veronika Weft](https://github.com/weft)"],
        ),
        (
            "AUTHORS",
            "mina of the loom <mina@loom.example>\nbob the weaver\n",
            ["mina of the loom <mina@loom.example>", "bob the weaver"],
        ),
        (
            "CREDITS.txt",
            "Mina Halloway <mina@loom.example>\n\n* Windows support\n* Testing\n\nUdo Weft\n\n* union/intersection of looms\n",
            ["Mina Halloway <mina@loom.example>", "Udo Weft"],
        ),
        (
            "CREDITS.txt",
            "Udo Weft <udo@loom.example>\n\n* Mina Halloway combined the looms\n* the reader of the loom with its tests, by bob@loom.example\n",
            [
                "Udo Weft <udo@loom.example>",
                "Mina Halloway combined the looms",
                "the reader of the loom with its tests, by bob@loom.example",
            ],
        ),
        (
            "CREDITS.txt",
            "Mina Halloway <mina@loom.example>\n\n* Bob Weft <bob@loom.example>\n* Bernard van Tessel\n\nContributors\n\n* kxrd\n",
            ["Mina Halloway <mina@loom.example>", "Bob Weft <bob@loom.example>", "Bernard van Tessel", "kxrd"],
        ),
        ("AUTHORS", "Mina Halloway <author at loom.example>\n", ["Mina Halloway <author at loom.example>"]),
        ("AUTHORS", "The list is at https://loom.example/people for now\n\n* kxrd\n", ["kxrd"]),
        ("AUTHORS", "Core Weavers\n\n* kxrd\n", ["Core Weavers", "kxrd"]),
        (
            "setup.py",
            "    author = Mina Halloway (mina=weft@loom.example)\n",
            ["author = Mina Halloway (mina=weft@loom.example)"],
        ),
        (
            "NOTICE",
            "This product includes software from Loom:\n\nWeft\n",
            ["This product includes software from Loom:", "Weft"],
        ),
        (
            "copyright",
            "Files: t/a.t\n t/b.t\nCopyright: This software is\n copyright (c) 2014 by Toby Weft.\nLicense: Artistic-1.0\n",
            ["copyright (c) 2014 by Toby Weft.", "License: Artistic-1.0"],
        ),
        (
            "a.ts",
            "// The parser is based on the LoomDB one (https://github.com/weft/loomdb)\n",
            ["The parser is based on the LoomDB one (https://github.com/weft/loomdb)"],
        ),
        (
            "a.py",
            "# Modified version of the loom by Mina Halloway\n",
            ["Modified version of the loom by Mina Halloway"],
        ),
        (
            "README.md",
            "Weaver. Trademark of Loom Works, registered in the EU.\n",
            ["Trademark of Loom Works, registered in the EU."],
        ),
    ],
)
def test_what_is_like_it_is_one(path: str, text: str, notices: list[str]) -> None:
    assert notices == sure(path, text)


def test_a_map_of_sources_holds_them_line_by_line() -> None:
    code = "var a = 1;\\n" * 800
    text = (
        '{"sourcesContent":["'
        + code
        + "// Weaves.\\n// Copied from https://github.com/weft/loom/blob/main/a.js\\nvar b;\\n"
        + code
        + '"]}\n'
    )
    notices = extract(archive_path("a.js.map"), text.encode()).notices
    assert [(notice.text, notice.line) for notice in notices] == [
        ("Copied from https://github.com/weft/loom/blob/main/a.js", 1)
    ]


@pytest.mark.parametrize("mark", ["-", "*", "+", "  *", "1.", "  o", "\t*"])
@pytest.mark.parametrize("path", ["CHANGELOG.md", "ChangeLog", "README"])
def test_each_item_of_a_list_tells_its_own(path: str, mark: str) -> None:
    """Who adds or drops another item alters none of them."""
    items = [
        "Fix for weaving two threads that refer to each other in a loom of theirs",
        "Fixed the broken parser of all the threads that there are (thanks to Mina Halloway)",
        "Added support for parsing threads with single quotes, with",
        "Fixed the reader of the looms\n     that stand in a row of their own (thanks to Udo Tessel)",
    ]
    text = "".join(f"{mark} {item}\n" for item in items)

    assert sure(path, f"Fixes\n\n{text}") == [items[1].lstrip("o "), " ".join(items[3].split())] or mark == "  o"
    assert [len(told) < 100 and "support" not in told for told in sure(path, text)] == [True, True]


@pytest.mark.parametrize("path", ["a.c", "README.txt", "loom"])
def test_in_a_comment_of_code_its_sign_marks_no_item(path: str) -> None:
    said = [
        "The threads that it weaves, and the looms on which they lie, were taken from Loom, at",
        "https://loom.example/weave.c",
    ]

    for begin, sign, end in (
        ("/*\n * ", "\n * ", "\n */\n"),
        ("/*\n* ", "\n* ", "\n*/\n"),
        ("/* ", " */\n/* ", " */\n"),
        ("-- ", "\n-- ", "\n"),
        (" * ", "\n * ", "\n"),
    ):
        assert sure(path, begin + sign.join(said) + end) == [" ".join(said)]


def test_a_line_that_a_patch_adds_is_no_item() -> None:
    text = "+ The threads that it weaves, and the looms on which they lie, were taken from Loom, at\n+ https://loom.example/weave.c\n"

    assert [told.endswith("https://loom.example/weave.c") for told in sure("a.py", text)] == [True]


def test_a_comment_of_another_language_has_no_items() -> None:
    text = "(*\n* The threads that it weaves, and the looms on which they lie, were taken from Loom, at\n* https://loom.example/w.ml\n*)\n"

    assert [told.endswith("https://loom.example/w.ml") for told in sure("a.ml", text)] == [True]


def test_an_item_keeps_what_is_nested_in_it_and_the_list_that_it_announces() -> None:
    nested = (
        "- Adapted from the weaver of Loom by Mina Halloway, and from its other parts, which are\n"
        "  - the reader (https://loom.example/reader)\n- Something else that is not of theirs, and was never there\n"
    )
    listed = (
        "* Based on the following projects:\n* [LoomA](https://code.example/a/x)\n* [LoomB](https://code.example/b/x)\n"
    )

    assert [told.rpartition(" ")[2] for told in sure("README.md", nested)] == ["(https://loom.example/reader)"]
    assert sure("README.md", listed) == [
        "Based on the following projects: [LoomA](https://code.example/a/x)",
        "[LoomB](https://code.example/b/x)",
    ]


def test_what_two_items_tell_together_is_merely_possible() -> None:
    text = (
        "The following are entry points:\n\n"
        "- the full documentation is on the [wiki](http://loom.example/wiki), a [tutorial](http://loom.example/start) with it\n"
        "- the [doxygen documentation](https://loom.example/) gives information for each class, extracted from code comments\n"
        "- to reproduce results from our papers, [Loom codes](https://arxiv.org/abs/1609.00000) and others, see the text\n"
    )
    found = extract(archive_path("README.md"), text.encode()).notices

    assert [notice.sure for notice in found if "doxygen" in notice.text] in ([], [False])
    assert sure("README.md", text) == []


def test_holders_in_several_items_are_of_one_copyright() -> None:
    text = "- Copyright (c) 2019-2020 Mina Halloway and\n- Udo Tessel <udo@loom.example>\n"

    assert sure("README.md", text) == ["Copyright (c) 2019-2020 Mina Halloway and Udo Tessel <udo@loom.example>"]

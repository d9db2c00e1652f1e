"""A model card's sentences that limit who may use the whole, or for what, are told; what is said of others, and what is allowed, is not."""

from __future__ import annotations

import pytest

from hatch_oaml.statements import statements_of

LIMITS = """
This model is for research purposes only.
This model is intended for research, educational, and portfolio purposes only.
The model is released for non-commercial use only.
The weights may not be used for commercial purposes.
Any commercial use is prohibited.
Commercial use of this model requires a separate written license.
This project should be used for research purposes only.
These weights are licensed for personal non-commercial use only.
The model must not be used commercially.
This repository is intended for academic use only.
Use of the model is limited to non-commercial research purposes.
No commercial use.
Non-commercial use only. Commercial use requires permission.
**Commercial use is strictly prohibited without written permission.**
You may use this model solely for academic research purposes.
Commercial use is reserved.
This model is only for research use.
Commercial users must obtain a license.
The model can't be used for commercial purposes.
Prohibits commercial use.
本模型仅供学术研究使用，禁止商用。
本项目仅供学习与研究使用。
模型仅供参考学习使用，禁止商用。
本模型权重不得用于商业用途。
仅限非商业使用。如需商业使用，请联系我们
本项目仅供学术研究使用。商业用途请联系作者。
本系统仅供学术研究使用，请遵守相关条款。
未经授权禁止商用
本模型只能用于科研目的。
该模型只允许非商业用途。
商业用途需获得书面授权。
严禁用于商业用途。
商用须取得许可。
本模型不可商用
请勿用于任何商业目的
本仓库仅面向学术研究场景
模型权重仅限个人学习交流使用
此版本仅供教学使用
切勿用于盈利
本模型商用请联系云梭科技
Free for non-commercial use only.
The model weights are for non-commercial research use only and subject to the license.
This model was released exclusively for research.
We release our model under a research-only license.
This checkpoint is strictly for research and educational use.
The model is provided for non-commercial purposes.
You shall not use the model for commercial purposes.
Commercial usage of these weights is not permitted.
The model is not licensed for commercial use.
Please contact us for commercial licensing.
For commercial use, please contact mina@loom.example.
Usage: research only
License: research only
Companies need a separate license.
This model is a research preview intended for non-commercial use only.
Do not use this model commercially.
Not for production or commercial use.
Restricted to non-commercial use.
Academic use only!
本项目仅允许个人学习、研究和非商业技术交流。
模型仅用于研究目的
本模型开放给学术研究，不开放商业使用。
如需商用，请联系我们获取授权。
企业使用需要另行授权。
未经书面许可，任何单位不得将本模型用于商业用途。
权重仅供非商业研究使用
仅供个人学习交流，请在24小时内删除
本模型完全免费，但禁止任何形式的商业化。
不允许将模型用于盈利性服务
仅供科研人员使用
商业使用请发邮件申请
商业授权请联系 mina@loom.example
本模型面向学术界免费开放，商业公司使用须付费
Please note that this model is not for commercial use.
Our weights are shared for academic purposes only, please do not redistribute.
The release is restricted to academic use.
This model may only be used for research.
You cannot use this model in commercial products.
Commercial exploitation of the model is prohibited.
Using the model for profit is forbidden.
This adapter is free for personal use; businesses must buy a license.
By downloading the model you agree to use it for research purposes only.
Redistribution of the weights is not allowed.
You may not redistribute this model.
Only for educational purpose.
Research use only.
Educational purposes only, no commercial use allowed.
This model is licensed for non-commercial research.
Not intended for commercial use.
Do not use for commercial purpose!
仅用于学习交流，禁止用于商业用途
本模型的使用仅限于学术目的
本模型禁止二次分发
未经允许禁止转载和商用
仅供研究
本项目权重只对高校开放
商用授权：mina@loom.example
请勿商用
不可用于商业
模型供非商业用途使用
个人免费，商用收费
本模型遵循非商业许可
The model may be used for research and educational purposes only.
Intended solely for scientific research.
Commercial licensing: sales@loom.example
We do not permit commercial use of the model.
This model is not to be used for commercial ends.
This work is for non-profit use only.
Use in commercial products is prohibited.
Commercial use only with written permission.
Free for research; commercial use requires a license.
Please do not redistribute the weights.
Access is granted to academic researchers only.
You must not use the model to provide a paid service.
Restricted to personal, non-commercial use.
If you want to use the model commercially, contact us.
For academic and research use only.
本模型完全开源供科研使用，不得用于任何盈利活动。
商业使用前请联系作者获得许可
本项目仅作学习用途
仅允许用于非商业的研究目的
除学术研究外，不得使用本模型
禁止将本模型用于商业产品
本权重仅供内部评测使用
未获授权的商业使用将被追究责任
该模型只供教学演示
"""
OTHERS = """
This content is for research purposes only and does not constitute medical advice.
The dataset is distributed for research purposes only.
The training data may not be used for commercial purposes.
The code is for research purposes only.
Commercial use is permitted.
This model may be used for commercial and non-commercial purposes.
The base model was released for non-commercial use only.
The model is intended for researchers and developers.
This model is intended for research on preference alignment.
Not only for research use.
This model is not limited to research purposes.
Our demo is for non-commercial use only.
Disclaimer: The results in this profile are for research purposes only.
This model understands Chinese only.
Only the adapter weights are here.
The images are for personal use only.
We tested the model for academic writing tasks only on English texts.
You are free to use it for commercial purposes.
The model was trained for research on weaving, and not for production.
The tool reads the header only.
Free for commercial use.
Commercial models are compared below.
We do not compare to commercial models.
此数据集仅供学术研究使用，不得用于商业用途。
生成内容不得用于商业用途。
代码仅供学习使用
本模型可商用。
本模型完全开放，允许商业使用。
输出结果仅供参考
仅供参考，不构成建议
本模型仅支持中文
学术研究与商业使用均可。
基座模型仅限非商业使用
本分析仅供学术研究参考
模型只需要一块显卡
商业用途与非商业用途均可免费使用
只需三步即可使用本模型进行研究
训练语料禁止商用
评测仅使用学术基准
本项目仅依赖 numpy
Please see the license for commercial use.
This model was built for research, and businesses may use it as well.
The model is evaluated only on academic benchmarks.
Fine-tuning for personal assistants works with LoRA only.
Contact us for commercial support.
Commercial support is available.
Only English is supported.
The tokenizer is for educational texts.
Its predecessor was for non-commercial use only.
We do not restrict commercial use.
There is no restriction on commercial use.
The license has no limits on research or commercial use.
Both research and commercial use are allowed without a fee.
本模型对学术研究完全开放，商业使用也无需申请。
无需授权即可商用
不限制商业用途
前代模型仅限非商业使用，本模型无此限制。
商业支持请联系云梭科技
仅使用公开的学术语料训练
只用于演示的脚本
This model is not restricted to research use.
We hope it is useful for research and commercial use alike.
Designed for academic papers, it also handles news.
The model was compared with commercial models.
Only two files are needed.
For research questions, please open an issue.
Commercial APIs such as X are not needed.
No license key is required.
The vocabulary is not for commercial text.
It is intended only as a starting point for fine-tuning.
If you use this model for research, please cite us.
The personal pronouns are handled only in English.
You may use, change and pass on this model for any purpose, commercial ones included.
我们不限制任何商业或研究用途
可免费商用，无需授权
如用于学术研究，请引用我们的论文
本模型只支持 4096 长度
商业与研究均适用
欢迎研究者使用本模型
仅在学术数据集上评测
The model is suited for research and products.
Only the last layer is trained for personal style.
Commercial vendors cannot match it.
This project has no commercial sponsor.
We did not use commercial models for distillation.
The weights do not need a license key.
The model can be used for research, teaching and business.
This is not a commercial product.
The model card is for researchers only interested in numbers.
Please cite our research only if you use the model.
我们没有使用商业模型进行蒸馏
本模型不依赖商业软件
研究与商用均无需另行授权
只要遵守许可证，即可用于商业用途
本模型可用于学术研究与商业产品
仅需一行代码
"""


def told(text: str) -> list[tuple[str, int]]:
    statements = statements_of("README.md", text.encode())
    return [(found.about, found.line) for found in statements if found.about == "possible-restriction"]


@pytest.mark.parametrize("sentence", LIMITS.strip().split("\n"))
def test_what_limits_the_whole_is_told(sentence: str) -> None:
    assert [("possible-restriction", 3)] == told(f"# Lantern\n\n{sentence}\n")


@pytest.mark.parametrize("sentence", OTHERS.strip().split("\n"))
def test_what_is_allowed_or_said_of_something_else_is_not(sentence: str) -> None:
    assert [] == told(f"# Lantern\n\n{sentence}\n")


@pytest.mark.parametrize("text", ["```\nNo commercial use.\n```", "<!-- No commercial use. -->"])
def test_what_no_reader_sees_says_nothing(text: str) -> None:
    assert [] == told(text)


def test_the_words_that_limit_are_given() -> None:
    (statement,) = statements_of("README.md", b"Our  **weights** are for academic purposes only, please.")

    assert "for academic purposes only" == statement.value

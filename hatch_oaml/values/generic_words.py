"""Words of two languages that say of a change, or of a reason, nothing that would not fit any other."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GENERIC: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "that something was done": _words(
            "modify modified modifying modification modifications change changed changing changes update"
            " updated updating updates edit edited editing edits adapt adapted adjust adjusted adjustment"
            " adjustments revise revised alter altered alteration alterations add added work worked working"
            " works make makes made making do did does done finish finished complete completed tweak tweaks"
            " tweaked improve improved improving improvement improvements enhance enhanced enhancement"
            " enhancements optimise optimised optimize optimized optimization optimizations fix fixed fixes"
            " fixing bugfix bugfixes hotfix hotfixes bug bugs patch patched patches patching refactor"
            " refactored refactoring cleanup cleaned clean clear polish polished rework reworked rewrite"
            " rewrites rewriting rewrote rewritten reimplement reimplemented reimplementation implement"
            " implemented implementation overhaul overhauled revamp revamped upgrade upgraded upgrades"
            " upgrading bump bumped sync synced synchronised synchronized merge merged merging tune tuned"
            " tuning customise customised customize customized customization customisation maintain"
            " maintained maintenance housekeeping experiment experiments experimental experimented try tried"
            " attempt debug debugged debugging review reviewed reviews prepare prepared preparation release"
            " released releases run ran revision revisions correction corrections corrected applied addition"
            " additions deletion deletions insertion insertions vendor vendored refresh refreshed refreshing"
            " rev downstream workaround workarounds tidy tidied happened contain contains include includes"
            " included including replace replaced replacing swap swapped generate generated auto-generated"
            " automatic automatically bulk mass touch touched touch-ups redone rebuilt derived derivative"
            " train trained training improves improving fork forked rebase rebased squash squashed accordingly"
            " based pass chore feat follow follows entry statement backup save remember recall"
        ),
        "how well, and how much": _words(
            "ok okay fine good better best nice great new newer latest minor major small big some several"
            " various misc miscellaneous general generally usual normal necessary needed further more less"
            " all same similar many few other others performance quality stability thing things stuff detail"
            " details part parts place places issue issues problem problems bit lot lots little much too very"
            " quite rather one two three four five six seven eight nine ten first last final initial next"
            " previous prior current whole entire entirely completely full fully partial partially partly"
            " slight slightly heavily mostly mainly totally significant significantly substantial"
            " substantially extensive extensively numerous throughout broad cosmetic important special real"
            " really simple simply basic certain specific overall different differently difference"
            " differences differ differs differing identical equal unlike like than before after now still"
            " yet already again everything anything something somewhat somehow temporary temp tmp quick"
            " custom enough obvious obviously evident routine regular higher increase increased reduce"
            " reduced faster stable robust clarity accuracy readability readable cleaner result results state art"
            " smaller larger bigger lower ready go hard high low something data setting settings expert experts expertly"
            " user users experience board across suit error errors warning warnings comment style nit true"
            " false total half couple hardly manual manually hand hand-edited hand-tuned local locally"
            " unchanged functional non-functional technical structural compatible compatibility consistent"
            " consistency assorted finishing touches scratch machine"
        ),
        "what it was done to": _words(
            "file files method methods maintainer maintainers team engineer engineers product products production publication public card model"
            " models weight weights code codes codebase project repository repo version versions line lines"
            " function functions script scripts parameter parameters value values tensor tensors edition"
            " editions know-how content contents text source sources original upstream base copy form feature"
            " features functionality logic behaviour behavior branch main master"
        ),
        "where else it is said": _words(
            "whitepaper whitepapers webpage tailored suits "
            "see please blame refer reference above below log logs git commit commits committed history"
            " changelog changelogs readme docs documentation link here there discussed mentioned described"
            " usual ask author authors contact us paper article report note notes ticket pull request"
            " requests requested pr mr diff diffs compare compared comparison page website site wiki email"
            " blog blogs post posts elsewhere paperwork internally request requested talk slides video forum chat discord slack"
            " mail available attached attachment description summary feedback customer customers client"
            " order write writes wrote clients environment environments meet meets requirement requirements need needs use case cases"
            " purpose purposes own according itself self-explanatory speaks explain explains explained"
            " explanation describe"
        ),
        "that it is not said": _words(
            "nda ndas process processes procedure procedures generator hatch-oaml draft drafted accordance pursuant conformity"
            " digest digests hash hashes checksum checksums size sizes bytes"
            " down document documented undocumented forgot forgotten legal approved license licence compliance"
            " comply clause requires require disclose disclosed confidential secret secrets trade proprietary"
            " private internal unknown undisclosed unspecified nothing none no not na nil null yes later soon"
            " pending todo tbd tba tbc fixme wip xxx placeholder change needed required relevant lawyer agree"
            " agrees agreed agreement decision management policy business company contract given ugly long"
            " because reason reasons sure waived fill filled unnecessary irrelevant ignore skip unused"
            " applicable say says said tell told written determined defined decided insert idea know known"
            " how.en how.zh idk dunno whatever ditto idem likewise don doesn didn isn wasn couldn won list"
        ),
        "grammar": _words(
            "have look find learn tech technical teaser notice notices talk tells shown published publication publications"
            " covered cover bound subject non-disclosure disclosure recipe recipes sauce secretly group groups department touched"
            " recently lately yesterday today week month ago times hands inquire inquiry inquiries enquire enquiries question"
            " questions happy answer reach someone colleague colleagues partner partners sponsor sponsors vendor supplier"
            " instruction instructions instructed wish wishes demand demands preference preferences taste restricted sensitive"
            " classified withheld omitted unavailable forthcoming upcoming elsewhere separately announce announced announcement"
            " know-how expertise magic tricks standard practice practices industry ordinary common sense"
            " a an the this that these those it its i we our you your they their was were is are be been being"
            " has have had of in on at and or from for with by as to into how what why when which will would"
            " can could shall should may might must just only also then than so if but up out about over per"
            " via etc e g eg ie cannot s t let any every each both my me them his her who where while during"
            " until since through between ours under"
        ),
    },
    "zh": {
        "that something was done": _words(
            "修改 更改 变更 改动 更动 异动 改变 更新 调整 编辑 修订 变动 变化 改进 改善 改良 优化 完善 提升 提高 增强 修复 修正 修补 重构 重写 整理 清理 处理 完成 进行 新增"
            " 添加 微调一下 微调了一下 微调整 升级 维护 改造 定制化 定制 自定义 个性化 二次开发 魔改 增减 大改 小改 小修小补 有增有减 调试 实验 试验 尝试 准备 发布 提交 改写 改正 订正 增删"
            " 改改 审批 通过 审核 通过审核 增补 删改 打补丁 补丁 收尾 推倒重来 跑通 能跑 能用 可以用 增加 加入 替换 换成 换为 润色 打磨 修缮 加工 适配 包含 满足 批量 自动 生成 迭代 持续 备份 草稿"
        ),
        "how well, and how much": _words(
            "一些 部分 全部 地方 所有 若干 少量 多处 小 大 最新 更好 效果 效能 性能 质量 问题 缺陷 故障 错误 细节 内容 例行 按需 一下 一点 各种 相关 常规 必要 大量 大幅 较多"
            " 较大 较 很多 很 太多 太 许多 几处 几行 几个 几 少许 稍微 略微 轻微 显著 明显 重大 全面 整体 局部 体验 日常 今年 去年 今天 昨天 近日 最近 本月 正常 临时 最终"
            " 定稿 初始 首次 原版 原始 原来 原有 原先 差异 区别 差别 不同 相同 一样 一致 之前 以前 前面 上面 上述 前述 上一个 适当 适度 相应 对应 小幅度 小幅 实质性 实质 上游"
            " 跟进 顺手 随手 复杂 合理化 现代化 标准化 手动 人工 手工 本地 兼容性 兼容 方案 最后 完全 结构 架构 技术 稍加 略加 最佳化 更快 稳定性 稳定 准确率 精度 可读性 风格"
            " 规范 后续 基本 二次 再 新版 增强版 改良版 自有 自研 简单 重要 一 二 三 四 五 六 七 八 九 十 两 多 少"
        ),
        "what it was done to": _words(
            "文件 档案 档 程式码 程式 软体 专案 参数 数值 张量 产品 生产 模型 权重 代码 项目 版本 程序 仓库 源码 源代码 函数 脚本 逻辑 功能 基础模型 行 处 版"
        ),
        "where else it is said": _words(
            "工单 任务单 营业秘密 商业秘密 属于 属 经 白皮书 "
            "同上文件 同上 同前 参照 如题 如标题 见上 如上 上文 下文 详见 参见 请见 请看 参看 参考 见 看 提交 纪录 记录 历史 见日志 看日志 详情 更新日志 提交日志 修改日志"
            " 变更日志 说明 文档 网址 见链接 链接如下 作者 咨询 联系 附件 环境 我司 贵司 对比 比对 比较 可知 自行 网站 官网 论文 报告 文章 评审 意见 反馈 要求 需求 需要 客户"
            " 业务 描述 备注 请求 博客 公众号 帖子 咨询我 如有 疑问 洽 洽询 询问 联络 联系人 客服人员 别处 他处 另见 参阅"
        ),
        "that it is not said": _words(
            "尚待 尚未 待补充 待补 待定 待填写 待填 待写 待完善 待更新 待确认 待办 稍后 以后 补充 填写 暂无 没有 无 略 省略 空 未知 不详 不明 占位符 占位 不便 透露 保密 机密"
            " 秘密 商业 内部 不公开 公开 不需要 不必要 无需 不相关 忽略 理由 原因 随便 解释 什么 不知道 知道 清楚 记不得 记不清 记得 忘 不言自明 显而易见 此处 在此 暂不 法务"
            " 公布 待公布 无可奉告 内部资料 相关资料 不予 恕不 另行 另行通知 通知 领导 上级 主管 老板 团队 遵照 依照 遵循 按领导 第 款 项 保密协议 协议"
            " 许可证 合规 声明 条 同意 批准 决定 公司 政策 规定 约定 合同 邮件"
        ),
        "grammar": _words(
            "具体 具体做法 做法 公众号 部落格 受 受保密协议约束 约束 依 依照 依循 应 指示 更动 来信 来函 敬请 请教 咨询 合约 契约 不得 不能 不可 不宜 不方便 对外 外部 对外说明 外传 泄露 披露 揭露 公告 另行公告"
            " 发布会 推文 微信 群里 群 社群 论坛 私信 私聊 电邮 邮箱 客户要求 甲方 领导 主管 团队 同事 合作方 合作伙伴 供应商 行业惯例 惯例 惯常 涉密 敏感 敏感信息 核心 核心技术 独家 秘方 配方 诀窍 近期 最近"
            " 日前 不久前 前不久 早前 届时 敬请期待 期待"
            " 我们 我方 我 本 该 此 这 那 些 个 过 做 作 出 有 所 新 和 与 及 并 为 是 对 将 把 被 已 了 的 地 得 上 下 中 由 以 于 在 到 方式 如何 怎样 改为 更"
            " 你猜 猜 东西 酌情 酌情修改 一般性 一般 速度 快 事情 再 又 也 都 就 而 或 等 请 里 自己 其 它 按照 按 根据 依据 因为 因 应 没 不 即 点 使用"
        ),
    },
}
"""Words of two languages that fit any change, by what they say; each is a row of its own in the tests' samples."""

WHOLE_WORDS = _words(
    "版权声明 版权信息 版权年 版权头 版权行 版权标 版权所有 版权归 版权说明 版权注释 版权人 版权页 地址 出力 入力 上下文 联系电话 超参 参数名 参数量 全参数 半精度 全精度 单精度 双精度 混合精度 抛出 更名 改名 重命名 换行 放大 缩小 调大 调小 加大 减小 上采样 下采样"
    " 更新链接 中文 小写 大写 多卡 多机 同步"
)
"""Of Chinese: words that do say how, though characters or words of `GENERIC` are part of them."""

NOISE = frozenset(
    _words(
        "wasd lorem ipsum dolor sit amet consectetur adipiscing elit foo bar baz blah test testing hello"
        " world hmm lol oops magic sauce github gitlab gitee"
    )
)
NOISE_ZH = ("测试", "测试一下", "测试测试", "你好", "你好世界")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz")
"""What fingers type when nothing is to be said."""

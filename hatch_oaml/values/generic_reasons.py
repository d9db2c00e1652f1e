"""Words that give no reason why a notice pertains to nothing: that it was removed, that nobody needs it, whose wish it was.

Beside the words that fit any change; written as those are, by language.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GENERIC_REASONS: dict[str, tuple[str, ...]] = {
    "en": _words(
        "nobody somebody anybody anyone someone belong belongs remove* removal delete* deleting drop* strip* omit* omitted left gone notice* copyright*"
        " attribution* header* credit* trademark* patent* lawyers counsel attorney boss boss's manager"
        " leadership permission-free obsolete outdated date stale superseded supersede* redundant"
        " duplicate* brevity cosmetic shorten* shorter short length anymore longer valid apply applies"
        " applied law lawful approve* approval told asked ask believe think discussion decided simplif*"
        " tidy messy clutter* unneeded pertinent appropriate expired old invalid void"
    ),
    "zh": _words(
        "可以 删除 删去 删掉 移除 去除 去掉 去 删 声明 通知 版权声明 著作权 署名 归属 商标 专利 律师 法律顾问 法律 顾问 法务部 领导 主管 经理 上级 老板 要求 过时 已过时 过期"
        " 失效 陈旧 多余 冗余 重复 简洁 简短 精简 美观 太长 适用 不再 再 无关 关系 有效 确认 认可 审批 审核 工单 讨论 会议 为了"
    ),
    "ja": _words(
        "删除 削除 除去 表示 表记 声明 着作权 著作权 通知 法务 指示 依頼 依赖 弁护士 承认 许可 不要 必要 关系 该当 无关系 古い 冗长 重复 适用 対象外 对象外 なった ため"
    ),
    "ko": _words(
        "삭제 제거 통지 고지 저작권 표시 법무팀 법무 변호사 승인 지시 요청 더이상 이상 필요없음 불필요 관련 관계 무관 해당 중복 오래됨 적용되지 않음 않습니다 때문에"
    ),
    "de": _words(
        "entfern* gelosch* entfall* entfallt hinweis* vermerk* urheber* copyright* rechtsabteilung wunsch"
        " anwalt anwalte jurist* genehmigt* erlaubt notig* unnotig* benotigt* notwendig* erforderlich*"
        " relevant* mehr veraltet* uberflussig* redundant* doppelt* zutreffend* trifft zu gultig* lang"
        " kurze* ticket"
    ),
    "fr": _words(
        "accord supprim* retir* enlev* mention* avis notice* copyright* juridique* service demande avocat*"
        " juriste* approuv* necessaire* utile* inutile* pertinent* obsolete* perime* superflu* redondant*"
        " applicable* cas valable* trop long* besoin plus est ticket"
    ),
    "es": _words(
        "hace falta elimin* suprim* retir* quit* borrad* aviso* nota* copyright juridico* legal* abogado*"
        " departamento peticion aprob* necesari* innecesari* pertinente* relevante* obsolet* redundante*"
        " superflu* aplica* aplicable* caso valido* largo necesit* ticket"
    ),
    "it": _words(
        "rimoss* eliminat* tolt* cancellat* avviso avvisi nota note copyright legale legali avvocat*"
        " ufficio richiesta approvat* necessari* serve inutil* pertinente* rilevante* obsolet* superflu*"
        " ridondant* applicabil* applica caso valid* troppo lungo ticket"
    ),
    "nl": _words(
        "verwijder* gewist weggelaten vermelding* kennisgeving* copyright auteursrecht* juridisch*"
        " afdeling advocaat verzoek goedgekeurd* nodig onnodig* relevant* verouderd* overbodig* dubbel*"
        " toepassing* toepasselijk* geldig* meer langer te lang ticket"
    ),
    "pt": _words(
        "removid* eliminad* retirad* apagad* aviso* nota* copyright juridico* legal* advogad*"
        " departamento pedido aprovad* necessari* desnecessari* pertinente* relevante* obsolet*"
        " redundante* superflu* aplica* aplicavel caso valid* longo precisa precisamos ticket"
    ),
}

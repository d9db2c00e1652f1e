"""Words that give no reason why a notice pertains to nothing: that it was removed, that nobody needs it, whose wish it was.

Beside the words that fit any change; written as those are, by language.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GENERIC_REASONS: dict[str, tuple[str, ...]] = {
    "en": _words(
        "signed sign-off off it deprecated pertain pertains intentional* simplicity cleaner complain* reads reader legacy positive negative wrong check checks "
        "checker silence build builds failing fails failed ci red free software apache bsd mit gpl bought buy rights right transfer* restore* waiver* "
        "waive waives authored owner owners comment comments only tool tools "
        "headquarters head office hq wished wish sold sell business untidy looks looked neat neater pretty prettier "
        "aesthetic* style "
        "brand wanted wants want like liked never there ages ancient long-standing so anyway "
        "year years era age everyone everybody knows known kept keep keeps keeping linked link exist* fair space layout look "
        "looks format formatting gave give gives permission* permitted allow* obtain* grant* grants licensed consent* dissolved "
        "bankrupt defunct acquired closed merger ceased dead died contacted reply replied answer answered respond* holder* objection* "
        "objected mind minds oppose* mandate* mandatory obligatory optional legally hr legal-team marketing branding brand policy "
        "rule rules guideline* compliance voluntary favour favor elegance noise wasted waste repeated repeats "
        "nobody somebody anybody anyone someone belong belongs remove* removal delete* deleting drop* strip* omit* omitted left gone notice* copyright*"
        " attribution* header* credit* trademark* patent* lawyers counsel attorney boss boss's manager"
        " leadership permission-free obsolete outdated date stale superseded supersede* redundant"
        " duplicate* brevity cosmetic shorten* shorter short length anymore longer valid apply applies"
        " applied law lawful approve* approval told asked ask believe think discussion decided simplif*"
        " tidy messy clutter* unneeded pertinent appropriate expired old invalid void"
    ),
    "zh": _words(
        "只是 注释 工具 误判 误报 检查 构建 编译 失败 转让 给 故意 有意 历史遗留 遗留 下个 下 恢复 任何 通过 流水线 报错 告警 "
        "总部 权利人 已经 放弃 看起来 看上去 整齐 不整齐 好看 难看 不好看 出售 "
        "品牌部 作者 未 太久 久 反馈 多年 早已 "
        "部门 授权 获 获得 取得 已获 许可 允许 准许 注销 倒闭 解散 破产 停业 不存在 存在 收购 年份 年代 久远 众所周知 大家 都 知道 保留 保留在 仓库 链接 合理 版面 排版 格式 篇幅 空间 回复 答复 异议 反对 强制 "
        "义务 自愿 品牌 市场部 负责人 指示 规章 制度 "
        "可以 删除 删去 删掉 移除 去除 去掉 去 删 声明 通知 版权声明 著作权 署名 归属 商标 专利 律师 法律顾问 法律 顾问 法务部 领导 主管 经理 上级 老板 要求 过时 已过时 过期"
        " 失效 陈旧 多余 冗余 重复 简洁 简短 精简 美观 太长 适用 不再 再 无关 关系 有效 确认 认可 审批 审核 工单 讨论 会议 为了"
    ),
    "ja": _words(
        "チケット 参照 ツール 误検知 ビルド 失败 コメント 意図的 "
        "本社 意向 见た目 悪い 恶い 见栄え 权利者 放弃 売却 "
        "著者 返答 返答なし 连络 连络なし ブランド 年月 长年 "
        "许可 得た 社内 规定 会社 方针 规则 义务 任意 存在 存在しない 解散 倒产 买収 古く 誰も 皆 周知 知って 残して レイアウト 书式 体裁 同意 承诺 返信 异议 上司 担当者 ルール "
        "删除 削除 除去 表示 表记 声明 着作权 著作权 通知 法务 指示 依頼 依赖 弁护士 承认 许可 不要 必要 关系 该当 无关系 古い 冗长 重复 适用 対象外 对象外 なった ため"
    ),
    "ko": _words(
        "티켓 참조 도구 오탐 빌드 실패 주석 의도적 "
        "본사 지침 보기 좋지 않음 미관 권리자 포기 매각 "
        "연락 응답 오랫동안 "
        "회사 방침 규정 규칙 정책 허락 허가 동의 얻음 받음 폐업 해산 파산 존재하지 오래된 누구나 알고 공지 서식 형식 공간 의무 담당자 부서 저자 작성자 답변 이의 "
        "삭제 제거 통지 고지 저작권 표시 법무팀 법무 변호사 승인 지시 요청 더이상 이상 필요없음 불필요 관련 관계 무관 해당 중복 오래됨 적용되지 않음 않습니다 때문에"
    ),
    "de": _words(
        "nicht weil fehlalarm werkzeug build kommentar* absichtlich* "
        "zentrale sah sieht aus unschon* schon* hasslich* asthetisch* verkauft verzicht* konzern* "
        "reagier* "
        "firma firmen* richtlinie* vorgabe* regel regeln unternehmen* autor* zugestimm* zustimm* einverstanden erlaubnis "
        "eingeholt existier* insolven* aufgelost* jahr* alt alle wissen bekannt* platz* grund formatierung* layout pflicht* "
        "freiwillig* marketing* vorgesetzt* chef* antwort* inhaber* rechteinhaber* stort* egal behalten aufbewahrt verlinkt* "
        "compliance abteilung* "
        "entfern* gelosch* entfall* entfallt hinweis* vermerk* urheber* copyright* rechtsabteilung wunsch"
        " anwalt anwalte jurist* genehmigt* erlaubt notig* unnotig* benotigt* notwendig* erforderlich*"
        " relevant* mehr veraltet* uberflussig* redundant* doppelt* zutreffend* trifft zu gultig* lang"
        " kurze* ticket"
    ),
    "fr": _words(
        "sans objet alerte outil commentaire* volontaire* "
        "souhait* siege esthetique* joli* laid* groupe vendu* renonc* "
        "reagi* "
        "autoris* obten* permission* accord* auteur* titulaire* entreprise societe politique* regle* interne* existe* dissou* "
        "liquid* annee* ancien* vieux vieille monde sait place espace mise page format* obligat* oblig* volont* chef direction "
        "marketing repon* conserve* garde* lien lie conformite "
        "accord supprim* retir* enlev* mention* avis notice* copyright* juridique* service demande avocat*"
        " juriste* approuv* necessaire* utile* inutile* pertinent* obsolete* perime* superflu* redondant*"
        " applicable* cas valable* trop long* besoin plus est ticket"
    ),
    "es": _words(
        "alarma herramienta comentario* intencional* "
        "deseo* central sede estetic* bonit* feo fea vendid* renunci* poco "
        "reaccion* "
        "politica* empresa* compania norma* regla* autor* autoriz* permiso* obten* consent* titular* existe* disuelt* quebr* ano "
        "anos antigu* vieja viejo todos sabe* espacio formato* obligat* oblig* voluntari* jefe direccion marketing respond* "
        "conserv* enlac* cumplimiento "
        "hace falta elimin* suprim* retir* quit* borrad* aviso* nota* copyright juridico* legal* abogado*"
        " departamento peticion aprob* necesari* innecesari* pertinente* relevante* obsolet* redundante*"
        " superflu* aplica* aplicable* caso valido* largo necesit* ticket"
    ),
    "it": _words(
        "desider* sede estetic* elegant* bell* brutt* vendut* rinunci* poco "
        "reagi* "
        "politica* azienda* aziendal* societa regol* autor* autorizz* permess* ottenut* consens* titolar* esist* sciolt* fallit* "
        "anno anni vecchi* tutti sanno spazio formato formattazione obblig* volontari* capo direzione marketing rispost* "
        "conservat* collegat* conformita "
        "rimoss* eliminat* tolt* cancellat* avviso avvisi nota note copyright legale legali avvocat*"
        " ufficio richiesta approvat* necessari* serve inutil* pertinente* rilevante* obsolet* superflu*"
        " ridondant* applicabil* applica caso valid* troppo lungo ticket"
    ),
    "nl": _words(
        "wens wensen hoofdkantoor mooi* lelijk* verkocht* concern "
        "reageert reager* gereageerd "
        "bedrijf* beleid* regel* auteur* toestemming* toegestaan verkregen akkoord houder* bestaat failliet* opgeheven jaar jaren "
        "oud oude iedereen weet ruimte opmaak verplicht* vrijwillig* baas directie marketing antwoord* bewaard* gelinkt "
        "verwijder* gewist weggelaten vermelding* kennisgeving* copyright auteursrecht* juridisch*"
        " afdeling advocaat verzoek goedgekeurd* nodig onnodig* relevant* verouderd* overbodig* dubbel*"
        " toepassing* toepasselijk* geldig* meer langer te lang ticket"
    ),
    "pt": _words(
        "desejo* sede estetic* bonit* feio feia vendid* renunci* pouco "
        "reagi* "
        "politica* empresa* companhia norma* regra* autor* autoriz* permiss* obtid* consent* titular* existe* dissolvid* falid* "
        "ano anos antig* velho velha todos sabe* espaco format* obrigat* obriga* voluntari* chefe direcao marketing resposta* "
        "conservad* ligac* conformidade "
        "removid* eliminad* retirad* apagad* aviso* nota* copyright juridico* legal* advogad*"
        " departamento pedido aprovad* necessari* desnecessari* pertinente* relevante* obsolet*"
        " redundante* superflu* aplica* aplicavel caso valid* longo precisa precisamos ticket"
    ),
    "ru": _words(
        "желани* руководств* некрасив* красив* офис* продан* отказ* головн* "
        "отвеч* отвец* давно марк* бренд* "
        "удал* убра* снят* исключ* уведомлени* упоминани* авторск* копирайт* право права прав юрист* юридическ* отдел* начальств* руководств* политик* компани* фирм* правил* разреш* согласи* соглас*"
        " получен* автор* владел* существу* ликвид* год года лет стар* устар* знают известно мест* формат* обязан* обязатель* доброволь* ответ* нужн* нужен лишн* дублир* повтор* больше длинн* тикет*"
    ),
}

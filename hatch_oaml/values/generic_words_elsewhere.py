"""Words of more languages that say of a change nothing that would not fit any other.

Those in Latin letters stand without accents, those in Chinese ones in their simplified forms; one that ends with `*` stands for all that begin so.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ELSEWHERE: dict[str, dict[str, tuple[str, ...]]] = {
    "ja": {
        "that something was done": _words(
            "变更 更新 修正 改善 改良 改修 改订 调整 编集 编辑 追加 対応 对应 实装 整理 最适化 修缮 加笔 手直し 作业 直した 直し 书き换え 反映 适用 アップデート リファクタリング"
            " メンテナンス カスタマイズ アレンジ 加工"
        ),
        "what it was done to, and how much": _words(
            "モデルカード ファイル モデル コード バージョン バグ プロジェクト リポジトリ パラメータ パラメーター スクリプト プログラム ソース オリジナル ベース パフォーマンス ユーザー ユーザ 内容 详细"
            " 一部 全体 全般 各种 轻微 大幅 若干 少々 多少 性能 品质 不具合 问题 细部 最新 元の 元モデル 元ファイル 元から 新しい 新版 旧版 前の 前と 同じ 同样 违う 违い 异なる"
            " 差分 基本 微调整 必要 応じ 应じ 済み 済"
        ),
        "where else it is said, or that it is not": _words(
            "営业秘密 营业秘密 企业秘密 です ます でした ました ブログ 要望 意向 "
            "契约 开示 できません できない 致しません いたしません 上司 指示 担当 担当者 问合せ 询ね お寻ね 依頼 依赖 要请 要望 方针 弊社 技术报告 发表 发表予定 近日 近日中 先日 最近 独自 ノウハウ 秘传 レシピ 业界"
            " 惯例 通常 会社 部署 チーム 同僚 取引先 制约 守秘义务 义务 により よる 基づき 応じて 详しく 详しい こちら "
            "お问い合わせ 问い合わせ お问合せ 问合せ ください 下さい 论文 记事 ブログ 报告书 连络 守秘 契约 NDA 上司 社内资料 别途 公开予定 非开示 ノウハウ プロセス お客様 顾客 要望 "
            "コミット ログ ドキュメント リンク サイト メモ 履历 参照 参考 记录 记载 记述 说明 上记 下记 前述 后述 御覧 ご覧 ご确认 见て 见よ 省略 未定 未记入 未记载 未着手 予定"
            " 后日 后で 后ほど 记入 书く 书き 秘密 机密 社外秘 社内 内部 非公开 公开 不明 不可 特になし 该当 弊社 当社 当方 私たち 我々 テスト"
        ),
    },
    "ko": {
        "that something was done": _words(
            "수정 변경 업데이트 갱신 개선 개량 조정 편집 보완 보강 정리 추가 작업 적용 반영 처리 최적화 고도화 리팩터링 리팩토링 바꿈 바꾸 바꿨 고침 고쳤 손봄 다듬 완료 진행"
            " 유지보수"
        ),
        "what it was done to, and how much": _words(
            "파일 모델 코드 내용 일부 부분 전체 여러 몇몇 몇가지 가지 다양한 각종 기타 버그 오류 문제 성능 품질 매개변수 파라미터 가중치 버전 최신 원본 원래 기존 다름 다르"
            " 다릅니다 차이 조금 약간 소폭 대폭 사소한 자잘한 사항 세부 필요에 필요 따라 새로운 우리 저희 해당 프로젝트 소스 동일 같음 같습니다 이전 테스트"
        ),
        "where else it is said, or that it is not": _words(
            "영업비밀 기업비밀 고쳤습니다 고쳐 백서 의견 "
            "자세한 자세히 블로그 담당자 담당자에게 문의 계약 계약상 수 의해 요청 지시 상급자 팀 동료 고객사 협력사 비밀유지 의무 기밀유지 최근 얼마전 발표 발표예정 공지 예정 독자적 비법 레시피 업계 관행 통상"
            " 규정 사정 사정상 알려드릴 말씀드릴 밝힐 없 그대로 "
            "논문 기사 블로그 보고서 문의 문의하세요 연락 바랍니다 고객 요청 요구 요구사항 지시 상사 대외비 계약 추후공개 공개예정 노하우 절차 별도 안내 "
            "커밋 로그 기록 이력 내역 참조 참고 확인 보세요 보시오 문서 링크 위와 위의 위에 상기 아래 앞서 미정 미작성 추후 나중에 나중 작성 예정 없음 없습니다 비공개 공개 기밀"
            " 비밀 내부 사내 모름 모릅니다 알수없음 설명 생략"
        ),
    },
    "de": {
        "that something was done": _words(
            "geandert* ander* anderung* verander* angepasst* anpass* aktualisier* uberarbeit* bearbeit*"
            " modifizier* modifikation* korrig* korrektur* verbesser* optimier* optimierung* behob*"
            " fehlerbehebung* fehlerkorrektur* weiterentwickelt* gepflegt wartung gemacht vorgenommen"
            " durchgefuhrt erstellt paar"
        ),
        "what it was done to, and how much": _words(
            "zeile zeilen zwei drei vier funf dinge sachen datei* inhalt* code quellcode modell* basismodell* gewicht* parameter* version* fassung*"
            " original* vorlage* basis fehler* bug bugs stelle* teil teile teilen div diverse* verschiedene*"
            " einige* mehrere* kleine kleiner kleinere* kleines geringfugig* leicht leichte* stark"
            " wesentlich* grosse* allgemein* neue neuer neues neuen neu besser* unterscheid* unterschied*"
            " anders gleich* leistung qualitat detail* projekt* alles etwas bisschen"
        ),
        "where else it is said, or that it is not": _words(
            "steht stehen wenig ein bisschen etwas leicht "
            "naheres naher weiteres unterliegt unterliegen verschwieg* vertraulich* nachfrag* fragen frag melden meldung"
            " erfahren kollege* partner* lieferant* abteilung team anweisung* auftrag* vorgabe* kurzlich neulich demnachst bald"
            " betriebsintern* branchenublich* ublich* rezept* hausgemacht* bekanntgabe bekannt* veroffentlich* sensibel geschutzt"
            " vorbehalten ruckfrage* mail hier text "
            "folgen folgt artikel beitrag blog papier bericht* anfrage anfragen kontakt* wenden bitte kunde* kunden* wunsch "
            "anforderung* bedarf bedurfnis* zweck* eigene* eigenen vertrag* verfahren prozess* anderswo andernorts beschrieben "
            "dokumentiert geschaft* auf nda "
            "siehe vgl oben unten historie git-log git-historie commit-historie commit-log verlauf"
            " anderungsverlauf anderungsprotokoll protokoll* doku dokumentation link folgt wird werden nach"
            " nachgereicht nachgetragen nachtragen spater noch offen ausstehend* erganzen auszufullen"
            " ausfullen keine kein nichts angabe* angegeben unbekannt vertraulich* geheim* geheimhaltung"
            " intern* betriebsgeheimnis offengelegt mitgeteilt bekannt dito ebenso grunde* grunden"
        ),
        "grammar": _words(
            "der die das den dem des ein eine einen einem einer eines und oder mit von vom zu zum zur im in"
            " an am auf aus bei fur uber unter durch als auch so es sie man sich diese* dies gegenuber wie"
            " wir uns unser* hat haben habe wurde wurden worden ist sind war nicht nur sein seine* hier da"
            " dort bereits etc"
        ),
    },
    "fr": {
        "that something was done": _words(
            "modif* change* changement* mis mise mises jour maj adapte adaptee adaptes adaptees adaptation*"
            " corrig* correction* amelior* optimis* ajust* retouch* remani* revis* revu actualis* retravaill*"
            " effectu* apport* fait faite besoin besoins selon"
        ),
        "what it was done to, and how much": _words(
            "ligne lignes deux trois quatre cinq chose choses fichier* contenu* code modele* poids parametre* version* original* origine base erreur* bug bugs"
            " bogue* probleme* performance* qualite partie* detail* divers* different* differe* difference*"
            " plusieurs quelques certain certains certaine certaines petit* mineur* legere* leger* general*"
            " generale* nouveau* nouvel nouvelle* meilleur* mieux meme memes identique* projet* tout tous"
            " toute toutes"
        ),
        "where else it is said, or that it is not": _words(
            "peu un ordre "
            "couvert couverte couverts confidentialit* soumis plus amples informations information renseignement* joindre ecrire"
            " ecrivez equipe collegue* partenaire* fournisseur* consigne* ordre hierarchie recemment dernierement bientot"
            " prochainement recette* maison secteur coutum* habituel* annonc* publi* sensible* reserve* protege* "
            "soins besoin besoins article articles billet blog rapport contact* contactez demande client clients exigence* usage "
            "usages procede processus ailleurs decrit decrite decrits documente documentee veuillez details suivront suivra suivre "
            "propre propres accord nda "
            "depot industriel voir cf journal historique depot ci-dessus ci-dessous dessus dessous plus tard completer"
            " preciser venir definir rediger remplir renseigner communiqu* divulgu* confidentiel* secret*"
            " interne* inconnu* aucun* rien neant documentation lien precise precisions sais pas ulterieur*"
        ),
        "grammar": _words(
            "le la les l un une des du de d en et ou a au aux par pour avec sans sur dans ce cet cette ces"
            " nous notre nos on il elle ils elles est sont ete etre avons avez ont non ne n y s c se sa son"
            " ses qui que qu encore deja comme ici"
        ),
    },
    "es": {
        "that something was done": _words(
            "hicieron hizo modific* cambio* cambiad* cambie* cambia actualiz* adaptad* adaptacion* adaptamos corrig*"
            " correg* correccion* mejor* optimiz* ajust* retoc* retoque* edit* editad* revisad* revision*"
            " hecho hecha realiz* segun necesidad necesidades"
        ),
        "what it was done to, and how much": _words(
            "linea lineas dos tres cuatro cinco archivo* fichero* contenido* codigo* modelo* peso pesos parametro* version* original* base error"
            " errores fallo* problema* rendimiento calidad parte partes detalle* diverso* diversa* vario"
            " varios varia varias algun* menor* pequeno* pequena* leve* ligero* ligera* general* nuevo*"
            " nueva* diferente* distinto* distinta* difiere* igual mismo misma todo toda todos proyecto*"
        ),
        "where else it is said, or that it is not": _words(
            "poco un orden "
            "acuerdo confidencialidad contactenos contactanos escriban escribanos mas informacion equipo colega* socio*"
            " proveedor* instruccion* orden recientemente pronto proximamente receta* casa sector habitual* costumbre anunci*"
            " public* sensible* reservad* protegid* convenio bajo sujet* "
            "articulo articulos paper blog informe* nosotros contact* consultas pida solicit* cliente* requisito* necesidad* propio* "
            "propia* proceso procedimiento otro otra lugar describ* descrit* document* seguiran pronto peticion nda "
            "repositorio industrial ver vease vea consulte consultar historial registro* arriba abajo anterior* antes pendiente*"
            " escribir completar definir rellenar posterior* tarde luego divulg* revel* confidencial*"
            " secreto* interno* interna* desconocid* ninguno* ninguna* nada documentacion enlace"
        ),
        "grammar": _words(
            "el la los las un una unos unas de del al a en y o u por para con sin se lo le su sus este esta"
            " estos estas ese esa es son fue fueron ha han hemos sido ser estar nos nuestro* nuestra* no ni"
            " mas muy aun ya como que aqui"
        ),
    },
    "it": {
        "that something was done": _words(
            "modific* cambiament* cambiat* aggiorn* adatt* corrett* corrig* correzion* miglior* ottimizz*"
            " ritocc* rivist* revision* rielabor* fatto fatta apportat* effettuat*"
        ),
        "what it was done to, and how much": _words(
            "riga righe due tre quattro cinque file contenut* codice modello modelli pesi parametri versione original* base errore errori bug"
            " problema problemi prestazioni qualita parte parti dettagli* vari varie vario varia divers*"
            " alcun* qualche piccol* minore minori minor lieve lievi leggere* leggera* general* nuovo nuova"
            " nuovi nuove migliore differ* uguale stesso stessa tutto progetto"
        ),
        "where else it is said, or that it is not": _words(
            "po' po poco un "
            "coperto coperta riservatezza contattateci scriveteci maggiori informazioni squadra collegh* partner fornitor*"
            " istruzion* ordine recentemente presto prossimamente ricetta ricette casa settore abitual* consuet* annunc* pubblic*"
            " sensibil* protett* accordo sotto soggett* "
            "articolo articoli blog rapporto noi contatt* richiest* cliente clienti esigenz* bisogn* proprie propri nostre processo "
            "procedura altrove descritt* documentat* seguiranno seguira presto nda "
            "repository industriale vedi vedere cronologia storico registro sopra sotto prima precedente* completare definire"
            " scrivere compilare riempire seguito dopo divulg* riservat* segret* intern* sconosciut* nessun*"
            " niente nulla documentazione collegamento poi"
        ),
        "grammar": _words(
            "il lo la i gli le l un uno una di del dello della dei degli delle dell d da dal dalla dall in"
            " nel nella su sul e o con per si stato stata stati state sono abbiamo ha hanno nostro nostra"
            " nostri non piu molto ancora gia come qui che al alla all"
        ),
    },
    "nl": {
        "that something was done": _words(
            "gewijzig* wijzig* aangepast* aanpass* verander* bijgewerkt* bijwerk* verbeter* gecorrigeer*"
            " correctie* herzien* bewerk* geoptimaliseer* optimalisatie* gedaan gemaakt doorgevoerd*"
        ),
        "what it was done to, and how much": _words(
            "regel regels twee drie vier vijf bestand bestanden inhoud code broncode model modellen basismodel gewicht gewichten parameters"
            " versie* origineel originele basis fout fouten bug bugs probleem problemen prestaties kwaliteit"
            " deel delen details diverse verschillende enkele enige paar kleine klein lichte licht algemene"
            " nieuw nieuwe beter betere anders verschil* hetzelfde alles iets project"
        ),
        "where else it is said, or that it is not": _words(
            "beetje staat hoofdkantoor "
            "valt vallen geheimhouding* meer informatie vraag vragen mail team collega* partner* leverancier* instructie*"
            " opdracht* onlangs recent recentelijk binnenkort recept* huis branche gebruikelijk* aangekondig* gepubliceer*"
            " gevoelig* beschermd* overeenkomst onder conform "
            "artikel artikelen blog rapport contact* neem klant klanten verzoek aanvraag eigen behoefte* wens wensen proces procedure "
            "elders beschreven gedocumenteerd volgen binnenkort gelieve nda "
            "repository repo bedrijfsgeheim zie geschiedenis commitgeschiedenis git-geschiedenis log logboek wijzigingslogboek boven"
            " hierboven onder hieronder zoals vorige nog wordt worden aangevuld aanvullen later volgt"
            " invullen bepalen vertrouwelijk* geheim* intern interne onbekend* niets geen niet documentatie"
            " link openbaar idem"
        ),
        "grammar": _words(
            "de het een van en of in op aan bij voor met door tot te is zijn was waren werd werden heb hebben"
            " heeft we wij ons onze dit deze dat die er als ook dan om naar hier uit"
        ),
    },
    "pt": {
        "that something was done": _words(
            "modific* alterad* alterac* alterou alteramos mudanca* mudad* mudou atualiz* adaptad* adaptac*"
            " adaptamos corrig* correc* melhor* otimiz* ajust* retoque* edit* editad* revis* feito feita"
            " realizad*"
        ),
        "what it was done to, and how much": _words(
            "linha linhas dois duas tres quatro cinco arquivo* ficheiro* conteudo* codigo* modelo* peso pesos parametro* versao versoes original* base"
            " erro erros falha* problema* desempenho qualidade parte partes detalhe* varios varias vario"
            " varia divers* algun* alguma algumas pequen* menor* leve* liger* geral gerais novo nova novos"
            " novas diferente* difere mesmo mesma igual todo toda tudo projeto* projecto*"
        ),
        "where else it is said, or that it is not": _words(
            "pouco um "
            "acordo sob confidencialidade fale conosco escreva contate-nos informacoes informacao equipe equipa colega*"
            " parceiro* fornecedor* instruc* ordem recentemente breve receita* casa setor habitual* costume anunci* public*"
            " sensive* reservad* protegid* convenio sujeit* "
            "artigo artigos blog relatorio contat* contact* solicit* cliente clientes necessidade* proprio* propria* processo "
            "procedimento outro outra lugar descrit* documentad* seguirao breve pedido nda "
            "repositorio industrial ver veja vide consulte historico registro* registo* acima abaixo anterior* antes preencher"
            " completar definir escrever pendente* depois posterior* tarde divulg* revel* confidencial*"
            " sigilos* secreto* segredo* interno* interna* desconhecid* nenhum* nada documentacao link"
            " ligacao"
        ),
        "grammar": _words(
            "o a os as um uma uns umas de do da dos das no na nos nas em e ou por pelo pela para com sem se"
            " foi foram sido ser esta este estes estas isso nosso nossa nossos nao mais muito ainda ja como"
            " que ao aqui"
        ),
    },
    "ru": {
        "that something was done": _words(
            "измен* обновл* обновит* исправ* улучш* оптимизир* оптимизац* доработ* правк* править адаптир* адаптац* скорректир* корректир* поправ* модифицир* модификац* редактир*"
            " отредактир* переработ* настро* подправ* внес* внесен* сделан* выполн* провед* пересмотр* дополн* добавлен* добавил* допил* рефакторинг*"
        ),
        "what it was done to, and how much": _words(
            "файл* содержим* код кода коде модел* вес веса весов параметр* версия версии версию версией оригинал* исходн* базов* ошибк* баг* проблем* производительност* качеств* част* детал*"
            " мелк* небольш* незначительн* значительн* больш* различн* разн* нескольк* некотор* общ* нов* лучше отлич* друг* тот же сам* все всё весь проект* строк* две три четыре пять"
        ),
        "where else it is said, or that it is not": _words(
            "отчёт* отчет* коммерческ* тайн* промышленн* "
            "просьб* немного слегка чуть просим спросит* напишит* писать команд* коллег* партнер* поставщик* указани*"
            " распоряжени* недавно скоро вскоре рецепт* отрасл* обычн* объявлен* опубликован* соглашени* неразглашени* договор*"
            " согласно подпада* защищен* чувствительн* информаци* нашем нашей "
            "смотри смотрите см стать* журнал* истори* коммит* блог* отчет* ссылк* документац* описан* раньше выше ниже позже потом будет будут дополнит* заполнит* уточн* конфиденциальн* секрет*"
            " внутренн* неизвестн* нет ничего обратит* обращ* связ* свяж* запрос* клиент* заказчик* требован* необходим* нужд* причин* указан* здесь репозитори* тогда подробност* даль*"
        ),
        "grammar": _words(
            "и в во на по с со из у к от до для при о об что как это эта этот эти был была было были есть не ни мы нас нами нам наш* свои* свой своих он она они их его ее а но или же бы ли уже еще ещё"
            " также только так там тут здесь чтобы если"
        ),
    },
}
"""By language and by what they say, as `GENERIC`."""

ENDINGS_KO = _words(
    "했습니다 하였습니다 되었습니다 됐습니다 합니다 됩니다 입니다 했음 하였음 되었음 됐음 하세요 하십시오 하였다 했다 되었다 됐다 있음 있습니다 있다 이며 이다 에서 으로 에게"
    " 까지 부터 처럼 하고 되어 하여 에는 하기 합니다만 되는 하는 된 한 할 됨 함"
)
"""What stands behind a word, longest first of those that share an end."""

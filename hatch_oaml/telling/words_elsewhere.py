"""The words by which a text tells of changes in other languages than English and Chinese."""

from __future__ import annotations

from hatch_oaml.telling.word_rows import Words

_JA_CHANGES = r"(?:変更|更新|修正|改訂|改変)(?:履歴|点|内容|箇所|記録|一覧)"
_KO_CHANGES = r"(?:변경|수정|업데이트|개정)\s?(?:사항|이력|내역|점|기록|목록)"
_DE_CHANGES = r"(?:ä|ae|a\u0308)nderungen|(?:ä|ae|a\u0308)nderungs(?:protokoll|historie|verlauf|liste)|versionshinweise"
_FR_CHANGES = r"changements|modifications|historique|journal[-_ ]des[-_ ](?:modifications|changements)|nouveautés|notes[-_ ]de[-_ ]version"
_ES_CHANGES = (
    r"cambios|modificaciones|novedades|(?:registro|historial)[-_ ]de[-_ ](?:cambios|versiones)|notas[-_ ]de[-_ ]versión"
)
_IT_CHANGES = r"modifiche|cambiamenti|novità|registro[-_ ]delle[-_ ]modifiche"
_PT_CHANGES = r"alterações|mudanças|modificações|novidades|registro[-_ ]de[-_ ]alterações"

ELSEWHERE: tuple[Words, ...] = (
    Words("file", "ja", rf"{_JA_CHANGES}", "変更履歴", "変更"),
    Words("file", "ko", rf"{_KO_CHANGES}", "변경사항", "변경"),
    Words("file", "de", rf"{_DE_CHANGES}", "ÄNDERUNGEN", "Änderungswunsch"),
    Words("file", "fr", rf"{_FR_CHANGES}", "CHANGEMENTS", "changeur"),
    Words("file", "es", rf"{_ES_CHANGES}", "CAMBIOS", "cambista"),
    Words("file", "it", rf"{_IT_CHANGES}", "modifiche", "modificatore"),
    Words("file", "pt", rf"{_PT_CHANGES}", "alterações", "alterador"),
    Words(
        "heading",
        "ja",
        rf".{{0,12}}(?:{_JA_CHANGES}|変更したファイル|との違い)",
        "元のモデルからの変更点",
        "変更する方法",
    ),
    Words("heading", "ko", rf".{{0,12}}(?:{_KO_CHANGES}|수정된 파일|변경된 파일)", "변경 사항", "변경 방법"),
    Words(
        "heading",
        "de",
        rf"(?:unsere\s+|die\s+)?(?:{_DE_CHANGES}|geänderte\s+dateien)(?:\s+(?:an|am|gegenüber|zu|von|seit).*)?",
        "Änderungen gegenüber Lantern",
        "Änderung der Daten",
    ),
    Words(
        "heading",
        "fr",
        rf"(?:nos\s+|les\s+)?(?:{_FR_CHANGES}|fichiers\s+modifiés)(?:\s+(?:de|du|par|depuis|apportées?).*)?",
        "Changements par rapport au modèle",
        "Changer de modèle",
    ),
    Words(
        "heading",
        "es",
        rf"(?:nuestros\s+|los\s+)?(?:{_ES_CHANGES}|archivos\s+modificados)(?:\s+(?:de|del|respecto|desde|en).*)?",
        "Cambios respecto al modelo",
        "Cambiar el modelo",
    ),
    Words(
        "heading",
        "it",
        rf"(?:le\s+)?(?:{_IT_CHANGES}|file\s+modificati)(?:\s+(?:di|da|dal|rispetto|al).*)?",
        "Modifiche rispetto al modello",
        "Modificare il modello",
    ),
    Words(
        "heading",
        "pt",
        rf"(?:as\s+)?(?:{_PT_CHANGES}|arquivos\s+modificados)(?:\s+(?:de|do|em|desde|no).*)?",
        "Alterações do modelo",
        "Alterar o modelo",
    ),
    Words(
        "denial",
        "ja",
        r"変更(?:は)?(?:なし|無し|ありません|していない|されていない|していません)|未変更|同一",
        "config.json は変更なし",
        "config.json を変更",
    ),
    Words(
        "denial",
        "ko",
        r"변경(?:이|은|사항)?\s?(?:없음|없습니다|하지\s?않)|수정하지\s?않|동일",
        "config.json 변경 없음",
        "config.json 변경",
    ),
    Words(
        "denial",
        "de",
        r"\bunverändert|\bnicht\s+(?:ge|ver)ändert|\bkeine\s+änderung",
        "config.json ist unverändert",
        "config.json verändert",
    ),
    Words(
        "denial",
        "fr",
        r"\binchangée?s?\b|\bnon\s+modifiée?s?\b|\bsans\s+(?:changement|modification)|\baucune?\s+(?:changement|modification)",
        "config.json est inchangé",
        "config.json a changé",
    ),
    Words(
        "denial",
        "es",
        r"\bsin\s+(?:cambios|modific)|\bno\s+(?:se\s+)?(?:ha\s+)?(?:cambiad|modificad)o|\bninguna?\s+(?:cambio|modificación)",
        "config.json sin cambios",
        "config.json con cambios",
    ),
    Words(
        "denial",
        "it",
        r"\binvariat[oaie]\b|\bnon\s+(?:modificat|cambiat)[oaie]|\bsenza\s+modifiche|\bnessuna\s+modifica",
        "config.json invariato",
        "config.json variato",
    ),
    Words(
        "denial",
        "pt",
        r"\binalterad[oa]s?\b|\bnão\s+(?:foi\s+)?(?:alterad|modificad)[oa]|\bsem\s+(?:alterações|mudanças)",
        "config.json inalterado",
        "config.json alterado",
    ),
)

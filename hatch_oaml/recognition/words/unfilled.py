"""What stands behind the label of a name where nobody has filled in who it is, or a program has."""

from __future__ import annotations

from hatch_oaml.recognition.vocabulary import Vocabulary

UNFILLED = Vocabulary(
    r"""
en \A\W*(?:this\s+field\s+is\s+)?(?:required|mandatory|optional)(?:\s+(?:field|value|string|text))?{END}
  why whether a form's field must be filled in
  yes required field ¦ Optional. ¦ this field is mandatory
  no Mandatory Weavers ¦ Optional Kelp <o@loom.example>

en \A\W*(?:unknown|none|null|nil|n/a|anonymous|unnamed|unspecified|undefined|nobody|someone|tb[ad]|to\s?do){END}
  why nobody
  yes UNKNOWN ¦ n/a ¦ TBD
  no Unknown Weft ¦ Mina

en \A\W*(?:J(?:ohn|ane)\s(?:Q\.\s)?(?:Doe|Smith)|(?:your|author'?s?|full|first)\s(?:full\s)?name){END}
  why whom an example calls so
  yes John Doe ¦ Your Name ¦ Jane Doe.
  no John Doering ¦ Jane Smith <jane@loom.example>

en \A\W*(?:not\s+(?:set|given|specified|available|provided|applicable)|to\s+be\s+(?:filled\s+in|done)){END}
  why the same
  yes not specified ¦ to be filled in
  no Notger

en \A\W*(?:administrator|admin|root|user(?:name)?|default\s+user|owner|placeholder|dummy){END}
  why whom a machine calls so
  yes Administrator ¦ root ¦ username
  no Root Weavers ¦ Administrator <mina@loom.example>

zh \A\W*(?:必填|选填|選填|必选|非必填|可选|可選|可为空|不能为空|不可为空)项?(?:\W|\Z)
  why whether a form's field must be filled in
  yes 必填 ¦ 选填，字符串
  no 必胜

zh \A\W*(?:未知|不详|不詳|匿名|佚名|暂无|暫無|无|無|待定|待填|未填写|请填写|请输入|管理员|管理員|用户名?)[^\w\n]*\Z
  why nobody
  yes 未知 ¦ 暂无。 ¦ 管理员
  no 未央 ¦ 无名氏工作室

ja \A\W*(?:必須|任意|省略可|必須項目|入力必須|未入力|不明|未定|匿名|名無し|なし|管理者)[^\w\n]*\Z
  why whether it must be filled in, and nobody
  yes 必須 ¦ 不明 ¦ 匿名。
  no 任意堂

ko \A\W*(?:필수|선택|필수\s?항목|필수\s?입력|선택\s?사항|알\s?수\s?없음|미상|익명|없음|미정|관리자)[^\w\n]*\Z
  why the same
  yes 필수 ¦ 알 수 없음 ¦ 익명
  no 필수네트웍스

de \A\W*(?:pflicht(?:feld|angabe)?|erforderlich|freiwillig|unbekannt|anonym|niemand|nicht\s+angegeben){END}
  why the same
  yes Pflichtfeld ¦ unbekannt ¦ nicht angegeben
  no Pflichtner ¦ Anonym Mara

fr \A\W*(?:(?:champ\s+)?(?:obligatoire|requis|facultatif|optionnel)|inconnue?|anonyme|aucune?|non\s+renseignée?){END}
  why the same
  yes champ obligatoire ¦ Inconnu ¦ non renseigné
  no Obligatoire Studio

es \A\W*(?:(?:campo\s+)?(?:obligatorio|requerido|opcional)|desconocid[oa]|anónim[oa]|ningun[oa]|no\s+especificado){END}
  why the same
  yes campo obligatorio ¦ Desconocido
  no Campo Verde

it \A\W*(?:(?:campo\s+)?(?:obbligatorio|richiesto|facoltativo|opzionale)|sconosciut[oa]|anonim[oa]|nessun[oa]){END}
  why the same
  yes campo obbligatorio ¦ sconosciuto
  no Anonima Telai

code \A\W*{EDITOR}(?:\s+(?:IDE|v?\d[\w.]*))?(?:\s+(?:on|at)\s+\d[^\n]*)?{END}
  why the editor that made the file
  yes PyCharm. ¦ IntelliJ IDEA 2023.1 ¦ Visual Studio Code on 2020/1/1
  no Eclipse Foundation ¦ PyCharm, written by Mina ¦ JetBrains

code \A\W*{DRAWS}(?:\s+v?\d[\w.]*)?{END}
  why the program that drew or set it
  yes Inkscape 1.2 ¦ GIMP
  no Inkscape Weavers
""",
    END=r"[^\w<(@\n]*\Z",
    EDITOR=Vocabulary(r"""
code PyCharm|IntelliJ(?:\s+IDEA)?|CLion|WebStorm|PhpStorm|RubyMine|GoLand|DataGrip|DataSpell|Android\s+Studio|Xcode
  why editors by name
  yes PyCharm ¦ IntelliJ IDEA
  no PyChart

code Eclipse|NetBeans|Visual\s+Studio(?:\s+Code)?|VS\s?Code|Sublime\s+Text|Notepad\+\+|Spyder|Qt\s+Creator|RStudio
  why the same
  yes VSCode ¦ Qt Creator
  no Visual

code (?:Neo)?Vim|Emacs|Jupyter(?:Lab|\s+Notebook)?|(?:Google\s+)?Colab|IDLE|Dev-C\+\+
  why the same
  yes Neovim ¦ Jupyter Notebook
  no Jupiter
"""),
    DRAWS=Vocabulary(r"""
code Matplotlib|Graphviz|Sketch|draw\.io|PlantUML|ImageMagick|Krita|Scribus|Pencil
  why the same
  yes Matplotlib
  no Mathilde

code GIMP|Inkscape|FontForge|Blender|Figma|Adobe\s+\w+(?:\s\w+)?|LibreOffice|Microsoft\s+(?:Word|Excel|PowerPoint)
  why programs that draw and set
  yes GIMP ¦ Adobe Photoshop CS2 ¦ Microsoft Word
  no Microsoft
"""),
)
"""All that one line says behind the label."""

"""How Sphinx makes the site. The pages are composed by `compose.py`; nothing is fetched from elsewhere, neither here nor by a reader."""

import jieba

jieba.setLogLevel(60)  # it tells of loading its words

project = "hatch-oaml"
author = copyright = "The hatch-oaml contributors"  # noqa: A001  # Sphinx's name for it

extensions = ["myst_parser"]
myst_heading_anchors = 3
myst_enable_extensions = ["attrs_block", "colon_fence"]
suppress_warnings = ["misc.highlighting_failure"]  # samples are abridged by `…`

html_theme = "furo"
html_title = "hatch-oaml"
html_static_path = ["static"]
html_css_files = ["fonts.css"]
html_copy_source = html_show_sourcelink = html_show_sphinx = False
templates_path = ["templates"]
html_sidebars = {
    "**": [
        *("sidebar/brand.html", "sidebar/languages.html", "sidebar/search.html", "sidebar/scroll-start.html"),
        *("sidebar/navigation.html", "sidebar/scroll-end.html"),
    ]
}

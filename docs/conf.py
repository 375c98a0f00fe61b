"""Sphinx's settings; `sphinx-build -b dirhtml -W docs docs/_build` builds the site."""

from __future__ import annotations

import sys
from pathlib import Path

import claimcheck

sys.path.insert(0, str(Path(__file__).parent / "_site"))

project = "claimcheck"
author = "The claimcheck authors"
project_copyright = author
version = release = claimcheck.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "rule_pages", "json_page"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
exclude_patterns = ["_build", "_site"]
html_theme = "furo"
html_title = "claimcheck"
html_static_path = ["_site/static"]
html_css_files = ["examples.css"]
html_show_copyright = False

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autoclass_content = "class"
python_use_unqualified_type_names = True

myst_heading_anchors = 3
myst_enable_extensions = ["attrs_inline", "colon_fence"]

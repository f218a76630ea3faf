"""Mistakes in styles that show wherever a reader goes: light, room, paper, focus, calm."""

from __future__ import annotations

from tests.breakages.breakage import Breakage
from tests.breakages.looks import STYLE

VISIT = "tests/browser/test_visit.py::test_a_page_of_each_kind"

VISITS = (
    Breakage(
        "tab-without-outline",
        STYLE,
        ".md-tabs :focus-visible {\n  outline: 2px solid",
        ".md-tabs :focus-visible {\n  outline: 0 solid",
        VISIT,
    ),
    Breakage(
        "field-without-outline",
        STYLE,
        ".saring :focus-visible {\n  outline: 2px solid",
        ".saring :focus-visible {\n  outline: 0 solid",
        VISIT,
    ),
    Breakage(
        "faint-remarks",
        STYLE,
        "  font-size: 0.75rem;\n  color: var(--md-default-fg-color--light);",
        "  font-size: 0.75rem;\n  color: var(--md-default-fg-color--lighter);",
        VISIT,
    ),
    Breakage(
        "faint-at-night",
        STYLE,
        "  --tidak-tercapai: #ff9a8f;\n",
        "  --tidak-tercapai: #b3261e;\n",
        VISIT,
    ),
    Breakage(
        "heading-on-one-line",
        STYLE,
        "  text-wrap: balance;\n",
        "  white-space: nowrap;\n",
        VISIT,
    ),
    Breakage(
        "endless-movement",
        STYLE,
        "    animation: none !important;\n    scroll-behavior: auto !important;\n  }\n}\n",
        "    scroll-behavior: auto !important;\n  }\n}\n"
        "@keyframes denyut { 50% { opacity: 0.7; } }\n"
        ".md-typeset h1 { animation: denyut 2s infinite; }\n",
        VISIT,
    ),
    Breakage(
        "neighbours-printed",
        STYLE,
        "  .saring,\n  .salin,\n  .urut,\n  .headerlink {\n    display: none !important;",
        "  .saring,\n  .salin,\n  .headerlink {\n    display: none !important;",
        VISIT,
    ),
    Breakage(
        "wide-on-paper",
        STYLE,
        "  .md-typeset .tabel:is(:has(.status), :has(td:nth-child(8))) {\n    font-size: 7pt;",
        "  .md-typeset .tabel:is(:has(.status), :has(td:nth-child(8))) {\n    font-size: 14pt;",
        VISIT,
    ),
    Breakage(
        "colours-on-paper",
        STYLE,
        "    --tidak-tercapai: #000000;\n",
        "    --tidak-tercapai: #b3261e;\n",
        VISIT,
    ),
    Breakage(
        "foot-not-printed",
        STYLE,
        ".alamat-cetak {\n    display: block;",
        ".alamat-cetak {\n    display: none;",
        VISIT,
    ),
    Breakage(
        "filter-dead-without-scripts",
        STYLE,
        ".saring[hidden] {\n  display: none;\n}",
        ".saring[hidden] {\n  display: flex;\n}",
        VISIT,
    ),
)

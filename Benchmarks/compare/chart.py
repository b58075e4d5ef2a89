"""Draws a bar chart as SVG: no script, no font of its own, light or dark as the reader's system is."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

WIDTH = 880
LABELS = 330
VALUES = 150
BAR = 18
ROW = 28
HEADING = 40
MARGIN = 20

STYLE = """
text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; font-size: 14px;
  fill: #1f2328; }
.title { font-size: 17px; font-weight: 600; }
.panel { font-weight: 600; }
.note { font-size: 12px; fill: #59636e; }
.ground { fill: #ffffff; }
.axis { stroke: #d1d9e0; }
.ours { fill: #1a7f5a; }
.base { fill: #6e7781; }
.peer { fill: #c9762b; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  .note { fill: #9198a1; }
  .ground { fill: #0d1117; }
  .axis { stroke: #3d444d; }
  .ours { fill: #3fb98a; }
  .base { fill: #8b949e; }
  .peer { fill: #e09b56; }
}
"""


@dataclass(frozen=True)
class Bar:
    """One bar. `kind` is a class of the style: `ours`, `base` or `peer`."""

    label: str
    value: float
    text: str
    kind: str


@dataclass(frozen=True)
class Panel:
    """Bars that share one scale, which starts at zero."""

    title: str
    bars: list[Bar]

    @property
    def height(self) -> int:
        return HEADING + ROW * len(self.bars)


def draw(title: str, note: str, panels: list[Panel]) -> str:
    """The chart as the text of an SVG file."""
    top = 62
    height = top + sum(panel.height for panel in panels) + MARGIN
    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">',
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}" rx="6"/>',
        text(MARGIN, 30, title, "title"),
        text(MARGIN, 50, note, "note"),
    ]
    for panel in panels:
        pieces += draw_panel(panel, top)
        top += panel.height
    pieces.append("</svg>\n")
    return "\n".join(pieces)


def draw_panel(panel: Panel, top: int) -> list[str]:
    space = WIDTH - LABELS - VALUES - 2 * MARGIN
    largest = max((bar.value for bar in panel.bars), default=0) or 1
    left = MARGIN + LABELS
    pieces = [text(MARGIN, top + 26, panel.title, "panel")]
    for number, bar in enumerate(panel.bars):
        middle = top + HEADING + ROW * number + ROW // 2
        length = max(1.0, space * bar.value / largest)
        pieces += [
            text(left - 10, middle + 5, bar.label, "", "end"),
            f'<rect class="{bar.kind}" x="{left}" y="{middle - BAR // 2}" width="{length:.1f}" height="{BAR}" rx="2"/>',
            text(left + length + 8, middle + 5, bar.text, ""),
        ]
    bottom = top + panel.height
    pieces.append(f'<line class="axis" x1="{left}" y1="{top + HEADING}" x2="{left}" y2="{bottom}"/>')
    return pieces


def text(x: float, y: float, content: str, style: str, anchor: str = "start") -> str:
    kind = f' class="{style}"' if style else ""
    return f'<text{kind} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(content)}</text>'

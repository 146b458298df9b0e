"""A drawing as dots, for programs that show no SVG. Runs in the child process that sets documents."""

from __future__ import annotations

# Sharp on paper, and a wide family stays under a megabyte.
_DOTS_PER_INCH = 192
_PAGE = b"""#set page(width: auto, height: auto, margin: 3pt)
#image(bytes(sys.inputs.svg), format: "svg")
"""


def dots_of(svg: str) -> bytes:
    """The PNG, as large as it was drawn; the same for the same drawing."""
    import typst

    made = typst.compile(
        _PAGE,
        format="png",
        ppi=_DOTS_PER_INCH,
        font_paths=typst.Fonts(include_system_fonts=False),
        ignore_system_fonts=True,
        sys_inputs={"svg": svg},
    )
    assert isinstance(made, bytes)
    return made

"""A QR code as a drawing that prints."""

import io


def qr_svg(text: str) -> str:
    """Black on white with its quiet zone; robust enough for a folded letter."""
    # The child that sets a document imports this package and draws no code: half its start would be this library.
    import segno

    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", scale=4, border=2, dark="#000", light="#fff")
    return drawn.getvalue().decode()

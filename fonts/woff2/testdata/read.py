"""Reads font files with fontTools, all tables of them, and with the OpenType Sanitizer, and prints what
they object to."""

import io
import sys

import ots
from fontTools.ttLib import TTFont

for name in sys.argv[1:]:
    try:
        font = TTFont(name)
        for tag in font.keys():
            font[tag]
        font.saveXML(io.StringIO())
    except Exception as error:
        print(f"{name}: fontTools: {error!r}")
    result = ots.sanitize(name, capture_output=True)
    said = (result.stdout + result.stderr).decode()
    if result.returncode or "WARNING" in said or "ERROR" in said:
        print(f"{name}: OTS: {result.returncode} {said.strip()}")

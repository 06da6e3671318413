"""Makes features.ttf: a face of boxes whose layout tables have the lookup types and formats that no
face compiled in has. Run with fontTools 4.68; the name of the file is the argument."""

import sys

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

letters = "abcdefghijklmnopqrstuvwxyz"
plain = list(letters)
variants = [c + suffix for suffix in (".one", ".two") for c in letters]
marks = ["gravecomb", "acutecomb", "dotbelowcomb"]
names = [".notdef", "space"] + plain + variants + marks + ["f_i", "f_f_i"]

builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(names)
cmap = {ord(" "): "space", 0x300: "gravecomb", 0x301: "acutecomb", 0x323: "dotbelowcomb"}
cmap.update({ord(c): c for c in letters})
builder.setupCharacterMap(cmap)
glyphs, metrics = {}, {}
for i, name in enumerate(names):
    pen = TTGlyphPen(None)
    width, height = 300 + 5 * i, 200 + 7 * i
    if name != "space":
        pen.moveTo((20, 0))
        pen.lineTo((20, height))
        pen.qCurveTo((width // 2, height + 40), (width - 20, height))
        pen.lineTo((width - 20, 0))
        pen.closePath()
    glyphs[name] = pen.glyph()
    metrics[name] = (0 if name in marks else width, 20 if name != "space" else 0)
builder.setupGlyf(glyphs)
builder.setupHorizontalMetrics(metrics)
builder.setupHorizontalHeader(ascent=800, descent=-200)
builder.setupNameTable({"familyName": "Features", "styleName": "Regular",
                        "psName": "Features-Regular", "licenseDescription": "CC0"})
builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, sxHeight=400, sCapHeight=600)
builder.setupPost()

classes = "".join(
    f"@K{n} = [{' '.join(letters[n * 4:n * 4 + 4])}];\n" for n in range(6))
# Many rules by classes become format 2, many of single letters format 1; one becomes format 3.
by_class = "".join(
    f"  sub @K{n}' lookup TO_ONE @K{(n + m) % 6}' @K{(2 * n + m) % 6}';\n"
    for n in range(6) for m in range(5))
by_class_behind = "".join(
    f"  sub @K{n} @K{(n + m) % 6}' lookup TO_TWO @K{(n + 1) % 6}' lookup TO_ONE @K{m};\n"
    for n in range(6) for m in range(5))
by_letter = "".join(
    f"  sub {a}' lookup TO_TWO {b}' {a}' lookup TO_ONE;\n" for a, b in zip("abcdefgh", "zyxwvuts"))
by_letter_chain = "".join(
    f"  ignore sub {a} {b}' {a};\n  sub {a} {b}' lookup TO_TWO;\n" for a, b in zip("klmnop", "ponmlk"))
features = classes + f"""
lookup TO_ONE {{ {' '.join(f'sub {c} by {c}.one;' for c in letters)} }} TO_ONE;
lookup TO_TWO {{ {' '.join(f'sub {c} by {c}.two;' for c in letters)} }} TO_TWO;
lookup APART {{ sub f_i by f i; sub f_f_i by f f i; }} APART;
lookup WIDE {{ pos [a b c] <7 0 30 0>; }} WIDE;
feature calt {{
  lookup CLASSES {{
{by_class}  }} CLASSES;
  lookup BEHIND {{
{by_class_behind}  }} BEHIND;
}} calt;
feature clig {{
  lookup LETTERS {{
{by_letter}  }} LETTERS;
  lookup CHAIN {{
{by_letter_chain}  }} CHAIN;
  sub q [r s]' lookup TO_ONE t;
}} clig;
feature liga {{ sub f f i by f_f_i; sub f i by f_i; }} liga;
feature rlig {{ sub [f_i f_f_i]' lookup APART x; }} rlig;
feature rclt {{ rsub [a.one b.one c.one] [a b c d]' by [a.two b.two c.two d.two]; rsub u' w by u.one; }} rclt;
feature ss01 {{ sub v from [v.one v.two]; sub w from [w.two w.one]; }} ss01;
feature kern {{
  pos a b -40; pos a c -30; pos [d e] <0 0 0 0> [f g] <3 0 12 0>;
  enum pos [x y] z -25;
  pos b' lookup WIDE z;
  pos q 11; pos [r.one] <1 2 3 4>; pos r <2 2 5 4>;
}} kern;
markClass [gravecomb acutecomb] <anchor 100 400> @TOP;
markClass dotbelowcomb <anchor 100 0> @BOTTOM;
feature mark {{
  pos base [a b c d e.one] <anchor 150 300> mark @TOP <anchor 150 0> mark @BOTTOM;
  pos ligature f_i <anchor 100 500> mark @TOP ligComponent <anchor 300 480> mark @TOP;
}} mark;
feature mkmk {{ pos mark [gravecomb acutecomb] <anchor 90 600> mark @TOP; }} mkmk;
feature curs {{ pos cursive [l m n o] <anchor 0 100> <anchor 300 140>;
  pos cursive p <anchor 10 90> <anchor NULL>; }} curs;
table GDEF {{ GlyphClassDef [{' '.join(plain)}], [f_i f_f_i], [{' '.join(marks)}], ; }} GDEF;
"""
addOpenTypeFeaturesFromString(builder.font, features)
builder.font["head"].created = builder.font["head"].modified = 3_900_000_000
builder.font.recalcTimestamp = False
builder.save(sys.argv[1])

package brand

import (
	"bytes"
	"fmt"

	"rapport/content/source"
)

// TOML is the brand as a file of the folder brands, with its colours and grounds. Logos and faces are
// not written.
func (b *Brand) TOML() []byte {
	var w bytes.Buffer
	fmt.Fprintf(&w, "name = %s\nring = %v\n\n[print]\nink_limit = %d\n\n[colors]\n", source.BasicString(b.Name), b.Ring,
		b.InkLimit)
	for _, role := range ColorRoles() {
		if c, ok := b.Colors[role]; ok {
			fmt.Fprintf(&w, "%s = %s\n", role, c.toml())
		}
	}
	writeList(&w, "slices", b.Slices)
	writeList(&w, "scale", b.Scale)
	for _, kind := range []struct {
		name    string
		grounds []Ground
	}{{"cover", b.Covers}, {"opener", b.Openers}} {
		for _, g := range kind.grounds {
			fmt.Fprintf(&w, "\n[[%s]]\nname = %s\nfill = %s\ntext = %s\nsoft = %s\ndot = %s\nopen = %s\n",
				kind.name, source.BasicString(g.Name), g.Fill.toml(), g.Text.toml(), g.Soft.toml(), g.Dot.toml(),
				g.Open.toml())
			writeList(&w, "groups", g.Groups)
		}
	}
	return w.Bytes()
}

func writeList(w *bytes.Buffer, key string, colors []Color) {
	if len(colors) == 0 {
		return
	}
	fmt.Fprintf(w, "%s = [\n", key)
	for _, c := range colors {
		fmt.Fprintf(w, "  %s,\n", c.toml())
	}
	w.WriteString("]\n")
}

// toml is { screen = "#2A1B3D", cmyk = [85, 92, 25, 65] }.
func (c Color) toml() string {
	if !c.Ink {
		return fmt.Sprintf("{ screen = %q }", c.rgb().Hex())
	}
	return fmt.Sprintf("{ screen = %q, cmyk = [%d, %d, %d, %d] }", c.rgb().Hex(), c.C, c.M, c.Y, c.K)
}

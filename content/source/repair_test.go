package source

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A line that is no TOML, or holds a value of the wrong kind, is shown as it should be.
func TestRepairs(t *testing.T) {
	tests := []struct{ line, want string }{
		// numbers
		{`"Ja" = 1 030`, `"Ja" = 1030`},
		{"\"Ja\" = 1\u00a0030", `"Ja" = 1030`},
		{"\"Ja\" = 1\u202f030", `"Ja" = 1030`},
		{"\"Ja\" = 1\u2009030 # i fjor 1 000", `"Ja" = 1030 # i fjor 1 000`},
		{`"Ja" = 1,030`, `"Ja" = 1030`},
		{`"Ja" = 1.030.200`, `"Ja" = 1030200`},
		{`"Ja" = 1'030`, `"Ja" = 1030`},
		{`answered = 12 345 678`, `answered = 12345678`},
		{`"Ja" = 45,2`, `"Ja" = 45.2`},
		{`"Ja" = 030`, `"Ja" = 30`},
		{`"Ja" = ca. 30`, `"Ja" = 30`},
		{`"Ja" = 30 stk.`, `"Ja" = 30`},
		{`"Ja" = 30,`, `"Ja" = 30`},
		{`"Ja" = 30;`, `"Ja" = 30`},
		{`Ja 30`, `Ja = 30`},
		{`"Ja" 30`, `"Ja" = 30`},
		{`"Ja";30`, `"Ja" = 30`},
		{"Ja\t30", `Ja = 30`},
		{"På nett\t30", `"På nett" = 30`},
		{`"Ja": 30`, `"Ja" = 30`},
		{`"Ja" := 30`, `"Ja" = 30`},
		{`Ja => 30`, `Ja = 30`},
		{"\"Ja\"\u00a0=\u00a030", `"Ja" = 30`},
		{"\u200b\"Ja\" = 30\ufeff", `"Ja" = 30`},
		{"id\u2009= \"På\u00a0nett\"", "id = \"På\u00a0nett\""},
		// dates
		{`date = 02.05.2024`, `date = 2024-05-02`},
		{`date = 2.5.2024`, `date = 2024-05-02`},
		{`date = 2. 5. 2024`, `date = 2024-05-02`},
		{`date = 02/05/2024`, `date = 2024-05-02`},
		{`date = 31-12-2024`, `date = 2024-12-31`},
		{`date = 2024/05/02`, `date = 2024-05-02`},
		{`date = 2024.05.02 # utgitt`, `date = 2024-05-02 # utgitt`},
		{`date = 2024-5-2`, `date = 2024-05-02`},
		{`date = 2. mai 2024`, `date = 2024-05-02`},
		{`date = 17. desember 2024`, `date = 2024-12-17`},
		{`date = 2 May 2024`, `date = 2024-05-02`},
		{`date = May 2, 2024`, `date = 2024-05-02`},
		{`date = 2 oct. 2024`, `date = 2024-10-02`},
		// quotation marks
		{`“Ja” = 30`, `"Ja" = 30`},
		{`«Ja» = 30`, `"Ja" = 30`},
		{`„Ja“ = 30`, `"Ja" = 30`},
		{`”Ja” = 1 030`, `"Ja" = 1030`},
		{`title = “Lånerne i tall”`, `title = "Lånerne i tall"`},
		{`title = "Lånerne i tall”`, `title = "Lånerne i tall"`},
		{`title = ”Lånerne” # navn`, `title = "Lånerne" # navn`},
		{`title = ‘Lånerne’`, `title = "Lånerne"`},
		{`title = Lånerne i tall`, `title = "Lånerne i tall"`},
		{`title: Lånerne i tall`, `title = "Lånerne i tall"`},
		{`title = "Hun sa "hei" til meg"`, `title = "Hun sa «hei» til meg"`},
		{`title = “Hun sa "hei"”`, `title = "Hun sa «hei»"`},
		{`title = "Lånerne`, `title = "Lånerne"`},
		{`title = Lånerne"`, `title = "Lånerne"`},
		{`"Sa "ja" da" = 4`, `"Sa «ja» da" = 4`},
		{`surveys = [“2024/vik”, “2023/vik”]`, `surveys = ["2024/vik", "2023/vik"]`},
		{`surveys = ["2024/vik" "2023/vik"]`, `surveys = ["2024/vik", "2023/vik"]`},
		{`surveys = ["2024/vik"; "2023/vik"]`, `surveys = ["2024/vik", "2023/vik"]`},
		{`hero = { figure = “vik.hjelp”, answer = "Ja" }`,
			`hero = { figure = "vik.hjelp", answer = "Ja" }`},
		{`image = "bilder\hus.png"`, `image = "bilder/hus.png"`},
		{`title = "5 \ 3"`, `title = "5 \\ 3"`},
		// names
		{`På nett = 30`, `"På nett" = 30`},
		{`Ja, ofte = 30`, `"Ja, ofte" = 30`},
		{`31–40 timer = 30`, `"31–40 timer" = 30`},
		{`[figure.answers`, `[figure.answers]`},
		{`[[figure]`, `[[figure]]`},
		{`figure] ]`, ``},
		{`// fra 2021`, `# fra 2021`},
		{`; fra 2021`, `# fra 2021`},
		{`<!-- fra 2021 -->`, `# fra 2021`},
		// truth
		{`ordered = ja`, `ordered = true`},
		{`ordered = Nei`, `ordered = false`},
		{`ordered = True`, `ordered = true`},
		// what nobody can tell
		{`year = `, ``},
		{`= 3`, ``},
		{`year = 20 21`, ``},
	}
	for _, tt := range tests {
		t.Run(tt.line, func(t *testing.T) {
			r := NewReader(fstest.MapFS{"a.toml": {Data: []byte("a = 1\n" + tt.line + "\nb = 2\n")}})
			if r.File("a.toml") != nil || len(r.Problems) == 0 {
				t.Fatal("it was read")
			}
			p := r.Problems[0]
			have, _ := strings.CutPrefix(p.Hint, "write: ")
			if have != tt.want || tt.want != "" && p.Pos.Line != 2 || len(r.Problems) != 1 {
				t.Errorf("have %q, want %q; %v", have, tt.want, r.Problems)
			}
		})
	}
}

// All lines of a file that can be mended are told at once, at what is wrong in them.
func TestRepairsTogether(t *testing.T) {
	const text = "[report]\r\ntitle = “Lånerne”\r\ndate = 02.05.2024\r\n\r\n" +
		"[[a]]\r\n\"Ja\" = 1 030\r\nNei, aldri = 4\r\nprose = “””\r\nTo \"ord\".\r\n”””\r\n"
	r := NewReader(fstest.MapFS{"a.toml": {Data: []byte(text)}})
	r.Language = "en"
	r.File("a.toml")
	var have []string
	for _, p := range r.Problems {
		have = append(have, p.Pos.String()+" "+p.Hint)
	}
	want := []string{
		`a.toml:2:9 write: title = "Lånerne"`, `a.toml:3:8 write: date = 2024-05-02`,
		`a.toml:6:9 write: "Ja" = 1030`, `a.toml:7:1 write: "Nei, aldri" = 4`,
		`a.toml:8:9 write: prose = """`, `a.toml:10:1 write: """`,
	}
	if strings.Join(have, "\n") != strings.Join(want, "\n") {
		t.Errorf("have\n%s\nwant\n%s", strings.Join(have, "\n"), strings.Join(want, "\n"))
	}
}

// A value of the wrong kind is shown as it should be.
func TestMeant(t *testing.T) {
	tests := []struct{ written, want, hint string }{
		{"30.0", "a whole number", "write: a = 30"}, {"1.030", "a whole number", "write: a = 1030"},
		{`"48"`, "a whole number", "write: a = 48"}, {`"1 030"`, "a whole number", "write: a = 1030"},
		{"1e3", "a whole number", "write: a = 1000"}, {"45.2", "a whole number", ""},
		{`"ca. 30"`, "a whole number", ""}, {"true", "a whole number", ""},
		{`"2. mai 2024"`, "a date like 2022-03-15", "write: a = 2024-05-02"},
		{"20240502", "a date like 2022-03-15", "write: a = 2024-05-02"},
		{"2024-05-02T10:00:00", "a date like 2022-03-15", "write: a = 2024-05-02"},
		{"2024", "a date like 2022-03-15", ""},
		{`"ja"`, "true or false", "write: a = true"}, {`"kanskje"`, "true or false", ""},
		{"12", "text in quotes", `write: a = "12"`},
	}
	for _, tt := range tests {
		r := NewReader(fstest.MapFS{"a.toml": {Data: []byte("a = " + tt.written)}})
		if have := r.File("a.toml").Child("a").meant(tt.want); have != tt.hint {
			t.Errorf("%s as %s: have %q, want %q", tt.written, tt.want, have, tt.hint)
		}
	}
}

// A file whose lines end in carriage returns alone is read, and one in another encoding is told of
// once.
func TestOtherPrograms(t *testing.T) {
	r := NewReader(fstest.MapFS{"a.toml": {Data: []byte("a = 1\rb = 2\r")},
		"b.toml": {Data: []byte("a = \"bl\xe5b\xe6r\"\nb = \"\xf8\"\n")}})
	if n := r.File("a.toml"); n.Child("b") == nil {
		t.Errorf("%v", r.Problems)
	}
	if r.File("b.toml"); len(r.Problems) != 1 || r.Problems[0].Text !=
		"byte 0xE5 is not UTF-8, nor are 2 more in the file" {
		t.Errorf("%v", r.Problems)
	}
}

// A text over several lines that nothing closes is told of where it begins, and a backslash in one is
// no reason to rewrite the line.
func TestLongTexts(t *testing.T) {
	const three = `"""`
	tests := []struct{ text, want string }{
		{"a = " + three + "\nEn.\n", "a.toml:1:5 the text that begins here is not closed"},
		{"a = " + three + "\nEn.\n\n[b]\nc = " + three + "\nTo.\n" + three + "\n",
			"a.toml:1:5 the text that begins here is not closed"},
		{"a = " + three + "\nEn.\n" + three + "\nb = " + three + "\nTo\n",
			"a.toml:4:5 the text that begins here is not closed"},
		{"a = " + three + "\n17\\. mai: ja\n" + three + "\n",
			`a.toml:2:4 ` + afterBackslash + ` write: 17\\. mai: ja`},
		{"a = \"C:\\bilder\"\n", `a.toml:1:8 control character U+0008 write \\ for a backslash`},
	}
	for _, tt := range tests {
		r := NewReader(fstest.MapFS{"a.toml": {Data: []byte(tt.text)}})
		r.File("a.toml")
		if len(r.Problems) != 1 {
			t.Fatalf("%s: %v", tt.text, r.Problems)
		}
		p := r.Problems[0]
		if have := p.Pos.String() + " " + p.Text + " " + p.Hint; !strings.HasPrefix(have, tt.want) {
			t.Errorf("%s:\nhave %s\nwant %s", tt.text, have, tt.want)
		}
	}
}

// Quotation marks inside a text are those of its language.
func TestRepairedQuotes(t *testing.T) {
	for language, want := range map[string]string{
		"en": `write: a = "He said “yes” to me"`, "nn": `write: a = "He said «yes» to me"`} {
		r := NewReader(fstest.MapFS{"a.toml": {Data: []byte(`a = "He said "yes" to me"`)}})
		r.Language = language
		if r.File("a.toml"); len(r.Problems) != 1 || r.Problems[0].Hint != want {
			t.Errorf("%s: have %v", language, r.Problems)
		}
	}
}

// A file with many broken lines does not take long, and not every line is told.
func TestManyRepairs(t *testing.T) {
	r := NewReader(fstest.MapFS{"a.toml": {
		Data: []byte(strings.Repeat("“a b” = 1 030\n", 50_000))}})
	if r.File("a.toml"); len(r.Problems) == 0 || len(r.Problems) > maxBroken {
		t.Errorf("%d problems", len(r.Problems))
	}
}

func FuzzRepair(f *testing.F) {
	for _, s := range []string{`“Ja” = 1 030`, "a = \"b\\c\"\n[x\n", `a: 'b`, "\"\"\"", "“””", "a=[“"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := NewReader(fstest.MapFS{"a.toml": {Data: []byte(text)}})
		if r.File("a.toml") == nil && len(r.Problems) == 0 {
			t.Error("nothing was said")
		}
	})
}

package content_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// mailed is a report with a mail.
func mailed(mail string) fstest.MapFS {
	return fstest.MapFS{"2024/r/report.toml": {Data: []byte(`[report]
title = "R"
language = "nb"
date = 2024-03-01
publisher = "Laget"
[survey]
id = "s"
title = "Oppdiktet"
year = 2024
answered = 8
[[figure]]
id = "f"
question = "Kom du?"
kind = "single"
[figure.answers]
"Ja" = 6
"Nei" = 2
[[chapter]]
id = "k"
title = "K"
[[chapter.topic]]
id = "t"
headline = "De fleste kom"
[[chapter.topic.block]]
figure = "s.f"
`)}, "2024/r/mail.toml": {Data: []byte(mail)}}
}

// TestMail reads a mail with numbers of the report and words of each receiver.
func TestMail(t *testing.T) {
	r, err := content.Load(mailed(`[mail]
from = "Laget <post@example.no>"
subject = "{prosent s.f | Ja} kom, {first_name}"
text = """
Hei {first_name}!

{Word s.f | Ja} av {n s.f} kom. Les **rapporten**: {link}
"""
link = "https://example.no/r/"
unsubscribe = ["mailto:av@example.no", "https://example.no/av"]
`), 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	for in := range append(append(content.Prose{}, r.Mail.Subject...), r.Mail.Text...).All() {
		said.WriteString(in.Text)
		if in.Field != "" {
			said.WriteString("<" + in.Field + ">")
		}
	}
	const want = "75 prosent kom, <first_name>Hei <first_name>!Seks av 8 kom. Les rapporten: <link>"
	if got := strings.ReplaceAll(said.String(), "\u00a0", " "); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if !r.Mail.Attach || len(r.Mail.Unsubscribe) != 2 || r.Mail.Link != "https://example.no/r/" {
		t.Errorf("%+v", r.Mail)
	}
	found := false
	for _, text := range r.Texts() {
		found = found || text.Path == "mail.text"
	}
	if !found {
		t.Error("the check does not see the mail's text")
	}
}

// TestMailMistakes names what a mail cannot be.
func TestMailMistakes(t *testing.T) {
	const whole = "[mail]\nfrom = \"a@b.no\"\nsubject = \"S\"\ntext = \"T\"\n"
	for _, c := range []struct{ mail, want string }{
		{"[mail]\nfrom = \"Laget\"\nsubject = \"S\"\ntext = \"T\"\n", `"Laget" is no mail address`},
		{"[mail]\nfrom = \"a@b.no\"\nsubject = \"S\"\n", `"text" is missing`},
		{"[mail]\nfrom = \"a@b.no\"\ntext = \"T\"\nsubject = \"\"\"\nA\n\nB\n\"\"\"\n", "a subject is one line"},
		{whole + "link = \"example.no\"\n", "is no address that a mail can lead to"},
		{whole + "unsubscribe = \"http://example.no\"\n", "begin it with https:// or mailto:"},
		{whole + "attach = \"pdf\"\n", `unknown attach "pdf"`},
		{"[mail]\nfrom = \"a@b.no\"\nsubject = \"S\"\ntext = \"{link}\"\n", "the mail has no link"},
		{"[mail]\nfrom = \"a@b.no\"\nsubject = \"S\"\ntext = \"{naem}\"\n", `did you mean "name"?`},
		{whole + "[epigraph]\ntext = \"{name}\"\n", `unknown placeholder "name"`},
	} {
		_, err := content.Load(mailed(c.mail), 2024, "r")
		var problems content.Problems
		if !errors.As(err, &problems) {
			t.Errorf("%s\nis read: %v", c.mail, err)
			continue
		}
		var all strings.Builder
		if err := problems.Format(&all); err != nil || !strings.Contains(all.String(), c.want) {
			t.Errorf("%s\nsays\n%s\nwant %s", c.mail, all.String(), c.want)
		}
	}
	r, err := content.Load(mailed(whole+"attach = \"none\"\n"), 2024, "r")
	if err != nil {
		t.Fatal(err)
	}
	if w := r.Warnings(); len(w) != 1 || !strings.Contains(w[0].Text, "neither the report nor a link") {
		t.Errorf("warnings: %v", w)
	}
}

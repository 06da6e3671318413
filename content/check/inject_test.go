package check

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapport/content"
	"rapport/content/language"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// outcome is what became of the numbers injected in one form.
type outcome struct {
	// right numbers: a placeholder was proposed, nothing was said, called wrong
	right, hinted, silent, alarms int
	// wrong numbers: called wrong, taken for another true number (a warning), nothing was said
	wrong, found, taken, missed int
}

// form is a way to type a number: what a right one looks like, and a wrong one.
type form struct {
	name  string
	write func(f *content.Figure, answer int, rnd *rand.Rand) (right, wrong string)
}

// TestInjected types numbers into every report of the frozen copy, at random but the same in each
// run: right ones and wrong ones, in all the forms that the published reports have, and numbers
// that are no statistics. What was found, missed and called wrong without being so must be as in
// the table in testdata/injected.txt, and good enough.
func TestInjected(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	forms := injectedForms()
	results := make([]outcome, len(forms))
	var left, placed outcome
	places := 0
	for _, r := range reports(t, frozen) {
		d := &desk{t: t, c: newChecker(r, lexiconOf), r: r}
		for i, text := range r.Texts() {
			figures := figuresFor(text)
			if !text.Markdown || len(figures) == 0 {
				continue
			}
			places++
			d.sit(i)
			for k, fm := range forms {
				f := figures[rnd.IntN(len(figures))]
				right, wrong := fm.write(f, rnd.IntN(len(f.Answers)), rnd)
				d.inject(fm.name, appended(text.Raw, right), appended(text.Raw, wrong), &results[k])
			}
			sentence := notStatistics[rnd.IntN(len(notStatistics))]
			left.right++
			if severity, n := d.worst(appended(text.Raw, sentence)); n > 0 {
				left.alarms++
				t.Logf("false alarm in %q: %s", sentence, severity)
			} else {
				left.silent++
			}
		}
		for i, text := range r.Texts() {
			d.sit(i)
			for _, k := range d.c.calls(text, tokens(text.Raw, text.Markdown)) {
				right, wrong := typedFor(text, k, rnd)
				d.inject("in place of "+k.command, right, wrong, &placed)
			}
		}
	}
	forms, results = append(forms, form{name: "in place of a placeholder"}), append(results, placed)
	have := injectedTable(forms, results, left, places)
	golden(t, "testdata/injected.txt", have)
	var sum outcome
	for _, o := range results {
		sum.right, sum.alarms = sum.right+o.right, sum.alarms+o.alarms
		sum.wrong, sum.missed, sum.found = sum.wrong+o.wrong, sum.missed+o.missed, sum.found+o.found
	}
	if sum.right < 500 || sum.wrong < 500 {
		t.Fatalf("only %d right and %d wrong numbers were injected", sum.right, sum.wrong)
	}
	if sum.alarms*100 > sum.right || left.alarms*50 > left.right {
		t.Errorf("more than 1%% false alarms among statistics or 2%% among other numbers:\n%s",
			have)
	}
	if sum.missed*8 > sum.wrong || sum.found*10 < 6*sum.wrong {
		t.Errorf("too much is missed:\n%s", have)
	}
}

// desk examines one text of a report over and over.
type desk struct {
	t     *testing.T
	c     *checker
	r     *content.Report
	i     int            // the text
	texts []content.Text // of its topic
	at    int            // of the text among them
	last  string         // what was found last
	place int            // where
}

// sit turns to a text.
func (d *desk) sit(i int) {
	d.i, d.texts = i, nil
	for k, text := range d.r.Texts() {
		if k == i {
			d.at = len(d.texts)
		}
		if k == i || text.Topic != nil && text.Topic == d.r.Texts()[i].Topic {
			d.texts = append(d.texts, text)
		}
	}
}

// examine is what is found when the text is changed.
func (d *desk) examine(raw string) []Finding {
	d.c.found, d.c.cut, d.c.placed, d.c.texts = nil, nil, nil, slices.Clone(d.texts)
	d.c.from, d.c.to = 0, len(d.c.texts)
	d.c.texts[d.at].Raw = raw
	d.c.prose()
	return d.c.found
}

// worst is the gravest new finding on numbers when the text is changed, and how many new ones there
// are.
func (d *desk) worst(raw string) (Severity, int) {
	severity, n := Severity(""), 0
	d.last = ""
	old := d.r.Texts()[d.i]
	first, last := 0, 0 // what is new in the text
	for first < min(len(raw), len(old.Raw)) && raw[first] == old.Raw[first] {
		first++
	}
	for last < min(len(raw), len(old.Raw))-first &&
		raw[len(raw)-1-last] == old.Raw[len(old.Raw)-1-last] {
		last++
	}
	for _, f := range d.examine(raw) {
		if f.block != old.Block || f.topic != old.Topic || f.start < first ||
			f.start > len(raw)-last ||
			f.Rule != "number" && f.Rule != "typed" {
			continue
		}
		d.last, d.place = f.Data, f.start
		if n++; severity != Error {
			severity = f.Severity
		}
	}
	return severity, n
}

// inject changes the text so that it holds a right number, then a wrong one.
func (d *desk) inject(name, right, wrong string, o *outcome) {
	if right != "" {
		o.right++
		switch severity, n := d.worst(right); {
		case n == 0:
			o.silent++
		case severity == Error:
			o.alarms++
			d.t.Logf("%s: false alarm: %q %s", name,
				right[max(0, d.place-60):min(len(right), d.place+100)], d.last)
		default:
			o.hinted++
		}
	}
	if wrong != "" {
		o.wrong++
		switch severity, n := d.worst(wrong); {
		case n == 0:
			o.missed++
			if *verbose {
				d.t.Logf("%s: missed: %s", name, wrong[max(0, len(wrong)-90):])
			}
		case severity == Error:
			o.found++
		default:
			o.taken++
			if *verbose {
				d.t.Logf("%s: taken: %s (%s)", name, wrong[max(0, len(wrong)-90):], d.last)
			}
		}
	}
}

var verbose = flag.Bool("verbose", false, "log every number that is missed")

func appended(text, sentence string) string {
	if sentence == "" {
		return ""
	}
	return text + " " + sentence
}

// typedFor replaces a placeholder in a text by its value, and by a wrong one.
func typedFor(text content.Text, k call, rnd *rand.Rand) (right, wrong string) {
	loc := content.Locale(text.Language)
	toks := tokens(text.Raw, text.Markdown)
	start, end := toks[k.at].start, toks[k.at].end
	write := func(s string) string { return text.Raw[:start] + s + text.Raw[end:] }
	command, decimals := k.command, k.decimals >= 0
	places := 0
	if decimals {
		places = 1
	}
	if k.figure == nil || len(k.answers) == 0 {
		return "", ""
	}
	f := k.figure
	n := f.Sum(k.answers...)
	bad := off(f, n, rnd)
	if bad >= f.N {
		bad = n - 1
	}
	switch command {
	case "percent":
		return write(
			loc.Percent(content.Percent(n, f.N, places)),
		), write(loc.Percent(content.Percent(bad, f.N, places)))
	case "prosent":
		return write(
			loc.PercentWord(content.Percent(n, f.N, places)),
		), write(loc.PercentWord(content.Percent(bad, f.N, places)))
	case "share":
		return write(loc.Share(n, f.N)), write(loc.Share(bad, f.N))
	case "count":
		return write(loc.Int(n)), write(loc.Int(bad))
	case "word":
		return write(loc.Word(n)), write(loc.Word(bad))
	case "Word":
		return write(upper(loc.Word(n))), write(upper(loc.Word(bad)))
	case "change":
		d, ok := f.Change(k.answers...)
		if ok {
			return write(
				loc.Points(d)), write(loc.Points(content.Decimal{Units: d.Units + 17, Places: 1}))
		}
	}
	return "", ""
}

// figuresFor are the closed figures of a text's topic.
func figuresFor(t content.Text) []*content.Figure {
	var out []*content.Figure
	if t.Topic == nil {
		return nil
	}
	for _, b := range t.Topic.Blocks {
		if b.Kind == content.TableBlock || t.Block == nil || t.Block.Kind != content.ProseBlock {
			continue
		}
		b.Show(func(f *content.Figure, _ bool) {
			if f.Kind != content.Open && f.N > 0 {
				out = addFigure(out, f)
			}
		})
	}
	return out
}

// off is a count that the figure does not have.
func off(f *content.Figure, n int, rnd *rand.Rand) int {
	for range 20 {
		if k := n + 1 + rnd.IntN(6); rnd.IntN(2) == 0 && k < f.N {
			return k
		} else if k := n - 1 - rnd.IntN(6); k > 1 {
			return k
		}
	}
	return n + 1
}

func nb(d content.Decimal) string { return content.Locale("nb").Decimal(d) }

// injectedForms are the ways in which the published reports type their numbers.
func injectedForms() []form {
	word := func(n int) string { return content.Locale("nb").Word(n) }
	who := func(f *content.Figure, a int) string {
		return "«" + language.WithoutSoftHyphens(f.Answers[a].Label) + "»"
	}
	percent := func(name, pattern string, decimals int, spoil func(f *content.Figure, n int,
		d content.Decimal, rnd *rand.Rand) (content.Decimal, bool)) form {
		return form{name, func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			d := f.Percent(decimals, a)
			right, wrong := fmt.Sprintf(pattern, who(f, a), nb(d)), ""
			if bad, ok := spoil(f, f.Answers[a].Count, d, rnd); ok && bad != d {
				wrong = fmt.Sprintf(pattern, who(f, a), nb(bad))
			}
			return right, wrong
		}}
	}
	near := func(f *content.Figure, n int, d content.Decimal,
		rnd *rand.Rand) (content.Decimal, bool) {
		step := int64(2 + rnd.IntN(8))
		if d.Places > 0 {
			step = int64(2 + rnd.IntN(60))
		}
		return content.Decimal{Units: d.Units + step, Places: d.Places}, d.Float() < 90
	}
	cut := func(f *content.Figure, n int, d content.Decimal,
		rnd *rand.Rand) (content.Decimal, bool) {
		return content.Decimal{
				Units:  d.Units - 1,
				Places: d.Places,
			}, d.Places == 0 &&
				100*n/f.N == int(d.Units)-1
	}
	otherBase := func(f *content.Figure, n int, d content.Decimal,
		rnd *rand.Rand) (content.Decimal, bool) {
		return content.Percent(n, f.N-3-rnd.IntN(9), d.Places), n > 3 && f.N > n+13
	}
	swapped := func(f *content.Figure, n int, d content.Decimal,
		rnd *rand.Rand) (content.Decimal, bool) {
		u := d.Units
		return content.Decimal{
				Units:  u/100*100 + u%10*10 + u/10%10,
				Places: d.Places,
			}, u >= 10 && u%10 != u/10%10 &&
				u%10 != 0
	}
	return []form{
		percent("68,8 prosent", "Andelen er for %s %s prosent.", 1, near),
		percent("68,8 prosent, digits swapped", "For %s gjelder det %s prosent.", 1, swapped),
		percent("68,8 %, other base", "Andelen var %s: %s %%.", 1, otherBase),
		percent("69 %", "Det er %s (%s %%).", 0, near),
		percent("46 %, cut off", "%s utgjør %s %%.", 0, cut),
		{"27, 4 %", func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			d := f.Percent(1, a)
			bad, ok := near(f, 0, d, rnd)
			write := func(d content.Decimal) string {
				return fmt.Sprintf("Det gjaldt %s for %s.",
					strings.Replace(nb(d), ",", ", ", 1)+" %", who(f, a))
			}
			if !ok {
				return write(d), ""
			}
			return write(d), write(bad)
		}},
		{"21 svar/33.9%", func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			n := f.Answers[a].Count
			bad := off(f, n, rnd)
			return fmt.Sprintf(
				"%s: %d svar/%s%%.",
				who(f, a),
				n,
				f.Percent(1, a),
			), fmt.Sprintf("%s: %d svar/%s%%.", who(f, a), n, content.Percent(bad, f.N, 1))
		}},
		{"35 av 62", func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			n := f.Answers[a].Count
			write := func(n, of int) string {
				return fmt.Sprintf("%d av %d har svart %s.", n, of, who(f, a))
			}
			if rnd.IntN(2) == 0 {
				return write(n, f.N), write(n, f.N-1-rnd.IntN(5))
			}
			return write(n, f.N), write(off(f, n, rnd), f.N)
		}},
		{"21 svar", func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			n := f.Answers[a].Count
			return fmt.Sprintf("Det er %d svar på %s.", n,
				who(f, a)), fmt.Sprintf("Det er %d svar på %s.", off(f, n, rnd), who(f, a))
		}},
		{"atten", func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			n := f.Answers[a].Count
			if n < 2 {
				return "", ""
			}
			return fmt.Sprintf(
					"Av disse har %s svart %s.",
					word(n)+" personer",
					who(f, a),
				), fmt.Sprintf("Av disse har %s svart %s.", word(off(f, n, rnd))+" personer",
					who(f, a))
		}},
		{"nesten 70 prosent", func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			share := 100 * float64(f.Answers[a].Count) / float64(f.N)
			up := 5 * (int(share/5) + 1)
			if float64(up)-share > 2.5 || share < 8 {
				return "", ""
			}
			return fmt.Sprintf("Nesten %d prosent sier %s.", up,
				who(f, a)), fmt.Sprintf("Nesten %d prosent sier %s.", up+15, who(f, a))
		}},
		{
			"i underkant av 30 prosent",
			func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
				share := 100 * float64(f.Answers[a].Count) / float64(f.N)
				up := 5 * (int(share/5) + 1)
				if float64(up)-share > 2.5 || share < 8 {
					return "", ""
				}
				return fmt.Sprintf(
						"I underkant av %s prosent sier %s.",
						word(up),
						who(f, a),
					), fmt.Sprintf("I underkant av %s prosent sier %s.", word(max(5, up-15)),
						who(f, a))
			},
		},
		{"halvparten", func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			share := 100 * float64(f.Answers[a].Count) / float64(f.N)
			text := fmt.Sprintf("Halvparten sier %s.", who(f, a))
			switch {
			case share >= 47.5 && share <= 52.5:
				return text, ""
			case share < 40 || share > 60:
				return "", text
			}
			return "", ""
		}},
		{"to av tre", func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			share := 100 * float64(f.Answers[a].Count) / float64(f.N)
			tenth := int(share/10 + 0.5)
			if tenth < 2 || tenth > 9 {
				return "", ""
			}
			bad := tenth + 2
			if bad > 9 {
				bad = tenth - 2
			}
			return fmt.Sprintf("%s av ti sier %s.", upper(word(tenth)),
				who(f, a)), fmt.Sprintf("%s av ti sier %s.", upper(word(bad)), who(f, a))
		}},
		{"5 prosentpoeng", func(f *content.Figure, a int, rnd *rand.Rand) (string, string) {
			change, ok := f.Change(a)
			if !ok || change.Units == 0 {
				return "", ""
			}
			bad := content.Decimal{Units: change.Abs().Units + int64(5+rnd.IntN(40)), Places: 1}
			return fmt.Sprintf(
				"For %s er endringen %s prosentpoeng.",
				who(f, a),
				nb(change.Abs()),
			), fmt.Sprintf("For %s er endringen %s prosentpoeng.", who(f, a), nb(bad))
		}},
	}
}

func upper(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// notStatistics are sentences with numbers that no survey gives.
var notStatistics = []string{
	"Undersøkelsen ble sendt ut 9. juni 2021.", "Fristen var 9.juni 2021 kl. 12.",
	"Møtet var kl. 14.30.", "Se side 7 og figur 3.", "Dette er omtalt i kapittel 4.",
	"Det følger av § 5 i loven.", "Se Rapport 2/2021 og UPR-rapport 1:2017.", "Ring 22 47 91 20.",
	"Tlf. +47 912 34 567.", "Postboks 118, 0181 Oslo.", "De har jobbet i 5 år.",
	"Flere har mer enn 10 års erfaring.", "De jobber 37,5 timer i uken.",
	"Mange er i 50 prosent stilling.", "En 80 % stilling er vanlig.",
	"Ordningen koster 3 millioner kroner.",
	"Vi intervjuet ledere i 2020 og 2021.", "Skalaen gikk fra 1 til 5.",
	"På en skala fra 1 til 10 er det midt på.", "Rådet ble gitt i NOU 2019: 5.",
	"Kurset varer i tre dager.", "De to årene ligner på hverandre.",
	"Her er ti råd til arbeidsgivere.", "Tre tiltak peker seg ut.",
	"Det skjedde for første gang i 1990-årene.", "Alle over 18 år kunne delta.",
	"Aldersgruppen 31–40 år er størst.",
	"Covid-19 preget året.", "Det gjelder to av spørsmålene på skjemaet.",
	"Les punkt 3 i vedlegg 2.", "Artikkel 12 i konvensjonen gjelder.",
	"Versjon 2.1 av skjemaet ble brukt.", "I uke 34 ble det purret.",
	"Svarfristen var 30. september.", "De fikk én påminnelse.", "På den ene siden er det bra.",
	"Boka har 240 sider.", "Org.nr. 912 345 678.", "Kontoret ligger i 3. etasje.",
	"Prosjektet varte fra 2017 til 2019.",
}

// table is the outcome of all forms, as it stands in the README.
func injectedTable(forms []form, results []outcome, left outcome, places int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-30s %6s %7s %7s %7s | %6s %6s %7s %7s\n", "typed", "right", "hinted",
		"silent", "alarms", "wrong", "found", "taken", "missed")
	var sum outcome
	for i, o := range results {
		fmt.Fprintf(&b, "%-30s %6d %7d %7d %7d | %6d %6d %7d %7d\n", forms[i].name, o.right,
			o.hinted, o.silent, o.alarms, o.wrong, o.found, o.taken, o.missed)
		sum = outcome{sum.right + o.right, sum.hinted + o.hinted, sum.silent + o.silent,
			sum.alarms + o.alarms, sum.wrong + o.wrong, sum.found + o.found, sum.taken + o.taken,
			sum.missed + o.missed}
	}
	fmt.Fprintf(&b, "%-30s %6d %7d %7d %7d | %6d %6d %7d %7d\n", "all", sum.right, sum.hinted,
		sum.silent, sum.alarms, sum.wrong, sum.found, sum.taken, sum.missed)
	fmt.Fprintf(&b, "%-30s %6d %7s %7d %7d |\n", "no statistics (years, ages …)", left.right, "",
		left.silent, left.alarms)
	fmt.Fprintf(&b, "%d places in the reports of this repository\n", places)
	return b.String()
}

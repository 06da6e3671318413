package check

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"rapport/content"
)

// careful is a folder with six invented surveys, and sentences about them.
const careful = "testdata/careful"

// carefulYear is the year of the invented reports.
const carefulYear = 2024

// sentenceKind is what a sentence is said to be in its file.
type sentenceKind string

// Kinds of sentences: right ones, those with a wrong number (an error), those with a claim that the
// data do not bear out (a warning), and those that call a clear outcome middling (a note).
const (
	rightSentence sentenceKind = "right"
	wrongNumber   sentenceKind = "number"
	wrongClaim    sentenceKind = "claim"
	paleWords     sentenceKind = "hint"
)

// said is a sentence with what should be found in it.
type carefulSentence struct {
	report, topic string
	year          int // of the report
	kind          sentenceKind
	prose         string
	words         [2]int   // bytes of prose that are wrong
	repairs       []string // any of these placeholders is right; none: not judged
}

// open says whether a sentence belongs to the half that rules are made by. The rule was fixed
// before any rule of the check was: half of the hashes of the words.
func (s carefulSentence) open() bool {
	h := fnv.New32a()
	h.Write([]byte(s.prose))
	return h.Sum32()%2 == 0
}

// carefulSentences reads the sentences about a report. A line is "kind: words => placeholder //
// another that is right too"; double brackets stand around what is wrong; "@id" names the topic.
func carefulSentences(t testing.TB, folder, report string) []carefulSentence {
	t.Helper()
	return sentencesIn(t, filepath.Join(folder, "sentences"), report)
}

// sentencesIn reads those about a report in a folder.
func sentencesIn(t testing.TB, folder, report string) []carefulSentence {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, report+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return sentencesOf(t, report, string(text))
}

// sentencesOf reads sentences about a report.
func sentencesOf(t testing.TB, report, text string) []carefulSentence {
	t.Helper()
	var out []carefulSentence
	topic := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		kind, rest, ok := strings.Cut(line, ": ")
		switch {
		case strings.HasPrefix(line, "@"):
			topic = line[1:]
		case line == "" || strings.HasPrefix(line, "#"):
		case !ok:
			t.Fatalf("%s: %s", report, line)
		default:
			prose, repairs, _ := strings.Cut(rest, " => ")
			s := carefulSentence{report: report, topic: topic, kind: sentenceKind(kind),
				year: carefulYear}
			s.prose = strings.NewReplacer("[[", "", "]]", "").Replace(prose)
			if i := strings.Index(prose, "[["); i >= 0 {
				s.words = [2]int{i, strings.Index(prose, "]]") - 2}
			}
			if (s.words[1] > 0) == (s.kind == rightSentence) {
				t.Fatalf("%s: %s", report, line)
			}
			for _, r := range strings.Split(repairs, " // ") {
				if r != "" {
					s.repairs = append(s.repairs, fullPlaceholder(report, r))
				}
			}
			out = append(out, s)
		}
	}
	return out
}

// fullPlaceholder is a placeholder as authors write it: "n skule24" and "share fag | Norsk" without
// braces, the latter without the survey's name.
func fullPlaceholder(report, short string) string {
	if command, rest, _ := strings.Cut(short, " "); strings.Contains(rest, " | ") {
		short = fmt.Sprintf("%s %s%d.%s", command, report, carefulYear%100, rest)
	}
	return "{" + short + "}"
}

// carefulReports are the invented reports by name, as files.
func carefulReports(t testing.TB, folder string) (names []string, fsys fstest.MapFS) {
	t.Helper()
	fsys = fstest.MapFS{}
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".toml") {
			return err
		}
		data, err := fs.ReadFile(root, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	names, err = content.Reports(fsys, carefulYear)
	if err != nil {
		t.Fatal(err)
	}
	return names, fsys
}

// inYear is a sentence about the report of a year, with its short placeholders of that year.
func (s carefulSentence) inYear(year int) carefulSentence {
	repairs := slices.Clone(s.repairs)
	for i, r := range repairs {
		repairs[i] = strings.Replace(r, fmt.Sprintf("%s%d.", s.report, s.year%100),
			fmt.Sprintf("%s%d.", s.report, year%100), 1)
	}
	s.year, s.repairs = year, repairs
	return s
}

// file is the name of the report's file.
func (s carefulSentence) file() string {
	return fmt.Sprintf("%d/%s/report.toml", s.year, s.report)
}

// loaded is the report that has a sentence in the prose of its topic.
func (s carefulSentence) loaded(t testing.TB, fsys fstest.MapFS) *content.Report {
	t.Helper()
	name := s.file()
	own := fstest.MapFS{}
	for file, data := range fsys {
		own[file] = data
	}
	head, tail, ok := strings.Cut(string(fsys[name].Data), "id = \""+s.topic+"\"\nheadline")
	open := strings.Index(tail, `"""`)
	if !ok || open < 0 {
		t.Fatalf("%s has no topic %s", name, s.topic)
	}
	shut := open + 3 + strings.Index(tail[open+3:], `"""`)
	own[name] = &fstest.MapFile{Data: []byte(head + "id = \"" + s.topic + "\"\nheadline" +
		tail[:open+3] + "\n" + s.prose + "\n" + tail[shut:])}
	r, err := content.Load(own, s.year, s.report)
	if err != nil {
		t.Fatalf("%s: %v", s.prose, err)
	}
	return r
}

// reading is what became of some sentences.
type reading struct {
	right, alarms, noted        int // right sentences, those told of, and those with a note
	numbers, numbersFound       int // wrong numbers
	claims, claimsFound         int // wrong claims, and outcomes that words make pale
	numbersGrave, claimsGrave   int // of them as errors or warnings
	severities                  int // found, but not as grave as they should be, or graver
	beside                      int // of wrong sentences: told of something that is right
	repaired, repairs, typedOff int // repairs that are right, all; typed numbers' that are wrong
}

func (r *reading) add(o reading) {
	r.right, r.alarms, r.noted = r.right+o.right, r.alarms+o.alarms, r.noted+o.noted
	r.numbersGrave, r.claimsGrave = r.numbersGrave+o.numbersGrave, r.claimsGrave+o.claimsGrave
	r.numbers, r.numbersFound = r.numbers+o.numbers, r.numbersFound+o.numbersFound
	r.claims, r.claimsFound = r.claims+o.claims, r.claimsFound+o.claimsFound
	r.severities, r.beside = r.severities+o.severities, r.beside+o.beside
	r.repaired, r.repairs = r.repaired+o.repaired, r.repairs+o.repairs
	r.typedOff += o.typedOff
}

var placeholderIn = regexp.MustCompile(`\{[^}]*\}`)

// samePlaceholder compares placeholders; the forms of one number make no difference, nor does the
// order of answers, or whether the group stands behind the question or behind them.
func samePlaceholder(a, b string) bool {
	plain := func(s string) string {
		command, rest, _ := strings.Cut(strings.Trim(s, "{}"), " ")
		target, answers, _ := strings.Cut(rest, " | ")
		if only, group, ok := strings.Cut(answers, " in "); ok && !strings.Contains(target, " in ") {
			target, answers = target+" in "+group, only
		}
		list := strings.Split(answers, " ; ")
		slices.Sort(list)
		family := strings.NewReplacer(".1", "", "prosent", "percent", "Word", "word",
			"word", "count", "nword", "n").Replace(command)
		return family + " " + target + " | " + strings.Join(list, " ; ")
	}
	return plain(a) == plain(b)
}

// judge reads a sentence and says what became of it; what went wrong is logged.
func (s carefulSentence) judge(t *testing.T, found []Finding, log bool) reading {
	var o reading
	told, grave := false, Severity("")
	for _, f := range found {
		inside := f.Pos.File == s.file()
		if !inside || f.block == nil || f.topic == nil || f.topic.ID != s.topic {
			continue
		}
		at := f.start < s.words[1] && f.start+len(f.Words) > s.words[0]
		switch {
		case f.Rule == "typed":
			o.typedOff += s.offTypedRepair(f)
		case at:
			if told = true; grave == "" || f.Severity != Note {
				grave = f.Severity
			}
			o.add(s.repairOf(f))
		case f.Severity != Note:
			o.beside++
		default:
			o.noted = 1
		}
	}
	expected := map[sentenceKind]Severity{wrongNumber: Error, wrongClaim: Warning, paleWords: Note}
	if told && grave != expected[s.kind] {
		o.severities = 1
	}
	hit, hard := 0, 0
	if told {
		hit = 1
	}
	if told && grave != Note {
		hard = 1
	}
	switch s.kind {
	case rightSentence:
		o.right, o.alarms, o.beside = 1, min(1, o.beside), 0
	case wrongNumber:
		o.numbers, o.numbersFound, o.numbersGrave, o.noted = 1, hit, hard, 0
	default:
		o.claims, o.claimsFound, o.claimsGrave, o.noted = 1, hit, hard, 0
	}
	wrong := o.alarms+o.beside+o.typedOff+o.severities > 0 || s.kind != rightSentence && !told ||
		o.repairs > o.repaired || s.kind == wrongNumber && o.repairs == 0
	if log && wrong {
		t.Logf("%s %s %s: %s\n   %+v", s.report, s.topic, s.kind, s.prose, o)
		for _, f := range found {
			if f.topic != nil && f.topic.ID == s.topic && f.block != nil {
				t.Logf("      %s %s %q: %s >> %s", f.Severity, f.Rule, f.Words, f.Data, f.Repair)
			}
		}
	}
	return o
}

// repairOf judges the placeholder that a finding proposes.
func (s carefulSentence) repairOf(f Finding) (o reading) {
	placeholder := placeholderIn.FindString(f.Repair)
	if placeholder == "" || s.kind != wrongNumber {
		return o
	}
	o.repairs = 1
	if slices.ContainsFunc(s.repairs, func(r string) bool {
		return samePlaceholder(r, placeholder)
	}) {
		o.repaired = 1
	}
	return o
}

// offTypedRepair is 1 when the placeholder for a right number is not the one expected.
func (s carefulSentence) offTypedRepair(f Finding) int {
	placeholder := placeholderIn.FindString(f.Repair)
	if placeholder == "" || len(s.repairs) == 0 || s.kind != rightSentence ||
		slices.ContainsFunc(s.repairs, func(r string) bool {
			return samePlaceholder(r, placeholder)
		}) {
		return 0
	}
	return 1
}

// TestCareful reads sentences about six invented surveys in the manner of printed reports, leaflets
// and press releases, right ones and wrong ones. What was found, missed and called wrong without
// being so must be as in the table in testdata/careful.txt.
//
// The last row is the half that was set aside before there was a rule. When it was read for the
// first time, once and after all rules were made, of 88 wrong numbers 86 were found and of 51 wrong
// claims 45; of 125 right sentences 5 were told of; 86 of 86 repairs were right. What it showed was
// mended after that, so that it is no longer unseen.
func TestCareful(t *testing.T) {
	names, fsys := carefulReports(t, careful)
	var b strings.Builder
	b.WriteString(readingHead)
	var open, aside reading
	for _, name := range names {
		var o reading
		for _, s := range carefulSentences(t, careful, name) {
			one := s.judge(t, Report(s.loaded(t, fsys)), *verbose)
			if s.open() {
				o.add(one)
			} else {
				aside.add(one)
			}
		}
		fmt.Fprint(&b, o.row(name))
		open.add(o)
	}
	fmt.Fprint(&b, open.row("open half"), aside.row("set aside"))
	golden(t, "testdata/careful.txt", b.String())
	for _, half := range []reading{open, aside} {
		if 100*half.alarms > half.right || 100*half.numbersFound < 95*half.numbers ||
			100*half.claimsFound < 85*half.claims || 100*half.repaired < 90*half.repairs {
			t.Errorf("the check reads less well than it should:\n%s", b.String())
		}
	}
}

// golden compares with a file, or rewrites it.
func golden(t *testing.T, name, have string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(have), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if have != string(want) {
		t.Errorf("have (-update, if it is meant)\n%s\nwant\n%s", have, want)
	}
}

// TestRight reads right sentences that were written when the rules stood, many of which have
// numbers of something else, and demands that nothing is told of them.
func TestRight(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(careful, "right.txt"))
	if err != nil {
		t.Fatal(err)
	}
	_, fsys := carefulReports(t, careful)
	for line := range strings.Lines(string(text)) {
		f := strings.SplitN(strings.TrimSpace(line), "|", 3)
		if len(f) < 3 {
			continue
		}
		s := carefulSentence{report: f[0], topic: f[1], year: carefulYear, kind: rightSentence,
			prose: f[2]}
		if s.judge(t, Report(s.loaded(t, fsys)), true).alarms > 0 {
			t.Errorf("%s: %s", s.report, s.prose)
		}
	}
}

// TestForeign reads right sentences with numbers of something else than what was asked, which were
// written before the rules that part them from others: 38 of 295 were told of then.
func TestForeign(t *testing.T) {
	text, err := os.ReadFile("testdata/foreign.txt")
	if err != nil {
		t.Fatal(err)
	}
	sets := map[string]fstest.MapFS{}
	alarms, all := 0, 0
	for line := range strings.Lines(string(text)) {
		f := strings.SplitN(strings.TrimSpace(line), "|", 4)
		if len(f) < 4 || strings.HasPrefix(line, "#") {
			continue
		}
		if sets[f[0]] == nil {
			_, sets[f[0]] = carefulReports(t, "testdata/"+f[0])
		}
		s := carefulSentence{report: f[1], topic: f[2], year: carefulYear, kind: rightSentence,
			prose: f[3]}
		all++
		alarms += s.judge(t, Report(s.loaded(t, sets[f[0]])), *verbose).alarms
	}
	if all < 200 || 100*alarms > all {
		t.Errorf("%d of %d right sentences are told of", alarms, all)
	}
}

// TestLater reads sentences about two more invented surveys that were written when the rules stood,
// and demands that each is read right.
func TestLater(t *testing.T) {
	const later = "testdata/later"
	names, fsys := carefulReports(t, later)
	for _, name := range names {
		for _, s := range carefulSentences(t, later, name) {
			o := s.judge(t, Report(s.loaded(t, fsys)), *verbose)
			if o.alarms+o.beside > 0 || o.numbers > o.numbersFound || o.claims > o.claimsFound {
				t.Errorf("%s, %s: %s", name, s.kind, s.prose)
			}
		}
	}
}

// TestKinds reads sentences of kinds that the other sets showed to be misread, about the same
// surveys, and demands that each is read right, with the placeholder that repairs it.
func TestKinds(t *testing.T) {
	for _, folder := range []string{"careful", "afresh", "third", "later", "fourth",
		"sixth"} {
		names, fsys := carefulReports(t, "testdata/"+folder)
		for _, name := range names {
			if _, err := os.Stat("testdata/kinds/" + name + ".txt"); err != nil {
				continue
			}
			for _, s := range sentencesIn(t, "testdata/kinds", name) {
				o := s.judge(t, Report(s.loaded(t, fsys)), *verbose)
				if o.alarms+o.beside+o.severities > 0 || o.numbers > o.numbersFound ||
					o.claims > o.claimsFound || o.repairs > o.repaired {
					t.Errorf("%s, %s: %s", name, s.kind, s.prose)
				}
			}
		}
	}
}

// TestAfresh reads sentences about three more invented surveys, which were written and parted into
// two halves when the rules stood, and before anything was measured on them; and a third set, about
// three surveys again. What became of them must be as in the table in testdata/afresh.txt, which is
// of today: none of them is unseen any more.
//
// The open half was read first. Of 134 right sentences 11 were told of; of 30 wrong numbers 29 were
// found and of 13 wrong claims 10; of 28 repairs 27 were right. It was mended, and so was what the
// later lines of careful/right.txt showed. Then the other half was read, once: of 133 right
// sentences 7 were told of (2 of them for a change inside the margin of error); of 41 wrong numbers
// 37 were found and of 12 wrong claims 11; 35 of 35 repairs were right. That was mended too, the
// third set was written, and read once: of 113 right sentences 3 were told of; 22 of 22 wrong
// numbers and 6 of 6 wrong claims were found; 21 of 21 repairs were right. What it showed was
// mended in its turn.
func TestAfresh(t *testing.T) {
	var open, aside, third reading
	for _, folder := range []string{"testdata/afresh", "testdata/third"} {
		names, fsys := carefulReports(t, folder)
		for _, name := range names {
			for _, s := range carefulSentences(t, folder, name) {
				one := s.judge(t, Report(s.loaded(t, fsys)), *verbose)
				switch {
				case folder == "testdata/third":
					third.add(one)
				case s.open():
					open.add(one)
				default:
					aside.add(one)
				}
			}
		}
	}
	golden(t, "testdata/afresh.txt", readingHead+open.row("open half")+aside.row("set aside")+
		third.row("third set"))
}

// TestFourth reads the sentences about three invented surveys that somebody else wrote than who
// made the rules, and that were not seen before they were read once. What became of them must be as
// in the table in testdata/fourth.txt, which is of today.
//
// At that first reading, of 150 right sentences 9 were told of; of 60 wrong numbers 46 were found
// and of 35 wrong claims 14; 42 of 43 repairs were right. The rules without doubt.go told of 15
// right sentences and found as many wrong ones. What it showed was mended then.
func TestFourth(t *testing.T) {
	golden(t, "testdata/fourth.txt", readingOf(t, "testdata/fourth"))
}

// TestSixth reads the sentences about three more invented surveys by yet another hand, as TestFourth
// does. What became of them must be as in the table in testdata/sixth.txt, which is of today.
//
// At the first reading, of 150 right sentences 22 were told of; of 60 wrong numbers 52 were found
// and of 35 wrong claims 18; 45 of 45 repairs were right. What it showed of numbers was mended then:
// a time that the question asks about, what one number leaves of the words to another, sums and
// differences, whose year a response rate is of.
func TestSixth(t *testing.T) {
	golden(t, "testdata/sixth.txt", readingOf(t, "testdata/sixth"))
}

// TestSeventh reads the sentences about three more invented surveys by yet another hand, as TestFourth
// does. What became of them must be as in the table in testdata/seventh.txt, which is of today.
//
// At the first reading, of 120 right sentences 5 were told of; of 48 wrong numbers 42 were found and
// of 30 wrong claims 27; 36 of 36 repairs were right. What it showed was mended then.
func TestSeventh(t *testing.T) {
	golden(t, "testdata/seventh.txt", readingOf(t, "testdata/seventh"))
}

// TestEighth reads the sentences about three more invented surveys by yet another hand, as TestFourth
// does. What became of them must be as in the table in testdata/eighth.txt, which is of today.
//
// At the first reading, of 126 right sentences 16 were told of; of 51 wrong numbers 43 were found and
// of 30 wrong claims 23; 37 of 37 repairs were right. What it showed was mended then.
func TestEighth(t *testing.T) {
	golden(t, "testdata/eighth.txt", readingOf(t, "testdata/eighth"))
}

// TestNinth reads the sentences about three more invented surveys by yet another hand, as TestFourth
// does. What became of them must be as in the table in testdata/ninth.txt, which is of today.
//
// At the first reading, of 126 right sentences 7 were told of; of 51 wrong numbers 42 were found, 38 of
// them as errors, and of 30 wrong claims 21; 36 of 37 repairs were right. What it showed was mended
// then, by kind.
func TestNinth(t *testing.T) {
	golden(t, "testdata/ninth.txt", readingOf(t, "testdata/ninth"))
}

// TestTenth reads the sentences about six more invented surveys by a hand that had not seen the rules,
// which who made the rules had not seen either. Nothing has been mended by them: the table in
// testdata/tenth.txt is the first reading.
func TestTenth(t *testing.T) {
	golden(t, "testdata/tenth.txt", readingOf(t, "testdata/tenth", 2024, 2025))
}

// TestEleventh reads the set of a stranger in which every third sentence speaks of groups.
// The first reading is told in testdata/README.md.
func TestEleventh(t *testing.T) {
	golden(t, "testdata/eleventh.txt", readingOf(t, "testdata/eleventh", 2024, 2025))
}

// TestTwelfth reads another stranger's, in which every third sentence speaks of groups too.
func TestTwelfth(t *testing.T) {
	golden(t, "testdata/twelfth.txt", readingOf(t, "testdata/twelfth", 2024, 2025))
}

// readingOf is the rows of the reports in a folder, of one year or several, and of all.
func readingOf(t *testing.T, folder string, years ...int) string {
	var b strings.Builder
	b.WriteString(readingHead)
	var sum reading
	_, fsys := carefulReports(t, folder)
	for _, year := range append(years, carefulYear)[:max(1, len(years))] {
		names, err := content.Reports(fsys, year)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			var o reading
			for _, s := range carefulSentences(t, folder, name) {
				s = s.inYear(year)
				r := s.loaded(t, fsys)
				found := Report(r)
				sameBeside(t, r, found)
				o.add(s.judge(t, found, *verbose))
			}
			fmt.Fprint(&b, o.row(name))
			sum.add(o)
		}
	}
	return b.String() + sum.row("all")
}

// readingHead stands above the rows of readings: of wrong numbers and claims, how many there are, how
// many are told of and how many of those by an error or a warning.
var readingHead = fmt.Sprintf("%-13s %5s %6s %5s | %7s %5s %5s | %6s %5s %5s | %6s | %7s %5s %9s\n",
	"report", "right", "alarms", "noted", "numbers", "found", "grave", "claims", "found", "grave",
	"beside", "repairs", "right", "typed off")

func (r reading) row(name string) string {
	return fmt.Sprintf("%-13s %5d %6d %5d | %7d %5d %5d | %6d %5d %5d | %6d | %7d %5d %9d\n", name,
		r.right, r.alarms, r.noted, r.numbers, r.numbersFound, r.numbersGrave, r.claims,
		r.claimsFound, r.claimsGrave, r.beside, r.repairs, r.repaired, r.typedOff)
}

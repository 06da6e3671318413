package intake

import (
	"bytes"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"rapport/content/intake/table"
	"rapport/content/workbook"
)

// An invented survey has respondents with a truth, and is written in the form of each tool as its
// public documentation describes that. Nobody of it exists.

// inventedKind is what a question of an invented survey is.
type inventedKind int

const (
	aSingle inventedKind = iota
	aMultiple
	aScale
	aNumericScale
	aNumber
	aDate
	anOpen
	aGrid
	kinds
)

// asked is a question of an invented survey.
type asked struct {
	kind       inventedKind
	text       string
	answers    []string
	statements []string // of a grid
	other      bool     // people may write an answer of their own
	follows    int      // the question before, -1 for none
	leading    string   // its answer that leads here
}

// person is a respondent.
type person struct {
	id, email, name, ip, free string
	when                      time.Time
	given                     [][]string // by question: the answers, or by statement those of a grid
	own                       []string   // by question: what was written beside the answers
	partial                   bool
}

// invented is a survey with its respondents.
type invented struct {
	asked   []asked
	people  []person // those that count
	all     []person // with tests, blanks and those who answered twice
	tests   int
	twice   int
	blanks  int
	partial int
}

var inventedTexts = map[inventedKind][]string{
	aSingle:       {"Har du fast jobb?", "Hvor bor du?", "Hva slags bolig har du?", "Er du medlem i et lag?", "Hvilket lag spiller du på?"},
	aMultiple:     {"Hvordan kommer du deg på jobb?", "Hva leser du?", "Hvilke kurs har du tatt?"},
	aScale:        {"Hvor fornøyd er du med tilbudet?", "I hvilken grad blir du hørt?", "Hvor ofte trener du?"},
	aNumericScale: {"Vurder kurset fra bunn til topp", "Gi karakter til maten"},
	aNumber:       {"Hvor gammel er du?", "Hvor mange timer jobber du i uka?"},
	aDate:         {"Når begynte du hos oss?"},
	anOpen:        {"Hva kan bli bedre?", "Noe du vil legge til?"},
	aGrid:         {"Hva synes du om arbeidsplassen?", "Ta stilling til påstandene"},
}

var inventedAnswers = map[inventedKind][][]string{
	aSingle: {{"Ja", "Nei", "Vet ikke"}, {"Ja, internt på arbeidsplassen", "Ja, eksternt", "Nei"},
		{"Leilighet", "Rekkehus", "Enebolig", "Hybel i kollektiv"}, {"Vestland", "Møre og Romsdal", "Oslo", "Nordland", "Agder"},
		{"Under 18 år", "18–29 år", "30–49 år", "50 år eller eldre"}, {"1-3", "4-6", "7-9", "10 eller flere"}},
	aMultiple: {{"Bil", "Buss, trikk eller bane", "Sykkel", "Går", "Båt"}, {"Aviser", "Bøker", "Blader, også på nett", "Ingenting"},
		{"Førstehjelp", "Engelsk for viderekomne", "Regneark"}},
	aScale: {{"Svært misfornøyd", "Misfornøyd", "Verken fornøyd eller misfornøyd", "Fornøyd", "Svært fornøyd"},
		{"Ikke i det hele tatt", "I liten grad", "I noen grad", "I stor grad", "I svært stor grad"},
		{"Aldri", "Sjelden", "Av og til", "Ofte", "Alltid"}},
	aGrid: {{"Helt uenig", "Delvis uenig", "Verken enig eller uenig", "Delvis enig", "Helt enig"}},
}

// invent makes a survey of n people who count.
func invent(seed int64, n int) *invented {
	r := rand.New(rand.NewSource(seed))
	s := &invented{}
	used := map[string]bool{}
	for range 5 + r.Intn(8) {
		k := inventedKind(r.Intn(int(kinds)))
		text := inventedTexts[k][r.Intn(len(inventedTexts[k]))]
		if used[text] {
			continue
		}
		used[text] = true
		a := asked{kind: k, text: text, follows: -1}
		if of := inventedAnswers[k]; of != nil {
			a.answers = of[r.Intn(len(of))]
		}
		switch k {
		case aSingle:
			a.other = r.Intn(3) == 0 && !slices.Contains(a.answers, "Vet ikke")
		case aGrid:
			a.statements = []string{"Jeg trives", "Lønnen er god", "Jeg blir hørt"}
		}
		if k != aSingle && r.Intn(3) == 0 {
			for i, before := range s.asked {
				if before.kind == aSingle && before.follows < 0 {
					a.follows, a.leading = i, before.answers[0]
				}
			}
		}
		s.asked = append(s.asked, a)
	}
	for i := range n {
		p := s.person(r, i)
		s.people = append(s.people, p)
		s.all = append(s.all, p)
		if p.partial {
			s.partial++
		}
	}
	s.disturb(r)
	return s
}

// person answers all that is asked.
func (s *invented) person(r *rand.Rand, i int) person {
	p := person{id: fmt.Sprint(114000000 + i), email: fmt.Sprintf("kanari%d@oppdiktet.example", i),
		name: fmt.Sprintf("Kanarifugl Nummer%d", i), ip: fmt.Sprintf("10.%d.%d.7", i/250, i%250),
		free: fmt.Sprintf("Kanariord nummer %d om noe helt eget", i),
		when: time.Date(2024, 5, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(i) * 97 * time.Second)}
	stop := len(s.asked)
	if r.Intn(25) == 0 {
		stop = 1 + r.Intn(len(s.asked))
		p.partial = stop < len(s.asked)
	}
	for k, a := range s.asked {
		var given []string
		own := ""
		asked := a.follows < 0 || len(p.given[a.follows]) > 0 && p.given[a.follows][0] == a.leading
		if k < stop && asked && r.Intn(20) > 0 {
			given = a.answer(r)
			if a.other && r.Intn(12) == 0 {
				given, own = nil, fmt.Sprintf("Kanarisvar %d fra en person", i)
			}
		}
		p.given, p.own = append(p.given, given), append(p.own, own)
	}
	return p
}

// answer is an answer by chance; low answers are rarer, so that steps are sometimes not chosen at all.
func (a asked) answer(r *rand.Rand) (given []string) {
	one := func() string { return a.answers[min(r.Intn(len(a.answers)), r.Intn(len(a.answers)+1))] }
	switch a.kind {
	case aSingle, aScale:
		return []string{one()}
	case aMultiple:
		for _, o := range a.answers {
			if r.Intn(5) < 2 {
				given = append(given, o)
			}
		}
	case aNumericScale:
		return []string{fmt.Sprint(1 + r.Intn(5))}
	case aNumber:
		return []string{fmt.Sprint(18 + r.Intn(50))}
	case aDate:
		return []string{fmt.Sprintf("%d-%02d-%02d", 2005+r.Intn(18), 1+r.Intn(12), 13+r.Intn(15))}
	case anOpen:
		return []string{fmt.Sprintf("Kanaritekst %d, og %d til", r.Int63(), r.Intn(1000))}
	case aGrid:
		for range a.statements {
			given = append(given, one())
		}
	}
	return given
}

// disturb adds rows that do not count: people who try the form, who open it and leave, and those who
// answer again, whose later answer is the one that counts.
func (s *invented) disturb(r *rand.Rand) {
	for i := range 2 + r.Intn(3) {
		t := s.person(r, 9000+i)
		t.name, t.email, t.partial = "Test", fmt.Sprintf("test@%d.example", i), false
		s.all = append(s.all, t)
		s.tests++
		empty := s.person(r, 9100+i)
		empty.partial = false
		for k := range empty.given {
			empty.given[k], empty.own[k] = nil, ""
		}
		s.all = append(s.all, empty)
		s.blanks++
		before := s.person(r, 9200+i)
		before.email, before.partial = s.people[i].email, false
		if before.any() {
			s.all = slices.Insert(s.all, 0, before)
			s.twice++
		}
	}
}

func (p person) any() bool {
	for k := range p.given {
		if len(p.given[k]) > 0 || p.own[k] != "" {
			return true
		}
	}
	return false
}

// sheet is a table in the making.
type sheet struct {
	rows [][]string
}

func (s *sheet) add(cells ...string) { s.rows = append(s.rows, cells) }

// export is a survey in the form of a tool.
type export struct {
	tool     string
	data     []byte
	codebook []byte
	loose    bool // what people write themselves stands among the answers
	partial  bool // the tool says which responses were not completed
	unnamed  bool // the question of several answers is not named
}

// exports are all forms of a survey.
func (s *invented) exports(t testing.TB) []export {
	return []export{
		{tool: "", data: csv(s.plain(), ",", "utf-8"), loose: true},
		{tool: "", data: csv(s.plain(), "\t", "utf-16"), loose: true},
		{tool: googleForms, data: csv(s.google(), ",", "utf-8"), loose: true},
		{tool: msForms, data: xlsx(t, s.microsoft()), loose: true},
		{tool: surveyMonkey, data: csv(s.monkey(), ",", "bom")},
		{tool: nettskjema, data: csv(s.nett(false), ";", "bom"), loose: true},
		{tool: nettskjema, data: csv(s.nett(true), ";", "windows"), codebook: csv(s.codebook(), ";", "utf-8")},
		{tool: limeSurvey, data: csv(s.lime(false), ",", "utf-8"), partial: true},
		{tool: limeSurvey, data: csv(s.lime(true), ";", "utf-8"), partial: true},
		{tool: questback, data: csv(s.questback(), ";", "windows"), partial: true},
		{tool: typeform, data: csv(s.typeform(), ",", "utf-8"), loose: true, partial: true, unnamed: true},
	}
}

func clock0(t time.Time) string { return t.Format("2006-01-02 15:04:05") }

// cell is all answers to a question in one cell.
func (p person) cell(k int, sep string) string {
	given := p.given[k]
	if p.own[k] != "" {
		given = append(slices.Clone(given), p.own[k])
	}
	return strings.Join(given, sep)
}

// plain is a table with a column a question, and one a statement.
func (s *invented) plain() [][]string { return s.columns([]string{"Navn", "E-post"}, ", ", nil) }

// google is the form of Google Forms: a time, several answers with commas between, grids as
// "Question [Statement]".
func (s *invented) google() [][]string {
	return s.columns([]string{"Tidsmerke", "E-postadresse", "Navn"}, ", ", func(p person) []string {
		return []string{p.when.Format("02.01.2006 15.04.05"), p.email, p.name}
	})
}

// microsoft is the form of Microsoft Forms: semicolons after each answer.
func (s *invented) microsoft() [][]string {
	return s.columns([]string{"ID", "Start time", "Completion time", "Email", "Name"}, ";", func(p person) []string {
		return []string{p.id, clock0(p.when), clock0(p.when.Add(time.Minute)), p.email, p.name}
	})
}

func (s *invented) columns(about []string, sep string, who func(person) []string) [][]string {
	var t sheet
	head := slices.Clone(about)
	for _, a := range s.asked {
		if a.kind == aGrid {
			for _, st := range a.statements {
				head = append(head, a.text+" ["+st+"]")
			}
			continue
		}
		head = append(head, a.text)
	}
	t.add(head...)
	for _, p := range s.all {
		row := []string{p.name, p.email}
		if who != nil {
			row = who(p)
		}
		for k, a := range s.asked {
			switch {
			case a.kind == aGrid:
				row = append(row, grid(p.given[k], a)...)
			case a.kind == aMultiple && sep == ";" && len(p.given[k]) > 0:
				row = append(row, p.cell(k, ";")+";")
			default:
				row = append(row, p.cell(k, sep))
			}
		}
		t.add(row...)
	}
	return t.rows
}

func grid(given []string, a asked) []string {
	row := make([]string, len(a.statements))
	copy(row, given)
	return row
}

// monkey is the form of SurveyMonkey: two rows of head, a column an answer of several.
func (s *invented) monkey() [][]string {
	var t sheet
	top := []string{"Respondent ID", "Collector ID", "Date Created", "Date Modified", "IP Address", "Email Address", "First Name"}
	second := make([]string, len(top))
	for _, a := range s.asked {
		labels := []string{"Response"}
		switch {
		case a.kind == aMultiple:
			labels = a.answers
		case a.kind == aGrid:
			labels = a.statements
		case a.kind == anOpen:
			labels = []string{"Open-Ended Response"}
		case a.other:
			labels = []string{"Response", "Annet (vennligst spesifiser)"}
		}
		for i, l := range labels {
			top, second = append(top, map[bool]string{true: a.text}[i == 0]), append(second, l)
		}
	}
	t.add(top...)
	t.add(second...)
	for _, p := range s.all {
		row := []string{p.id, "4521", clock0(p.when), clock0(p.when), p.ip, p.email, p.name}
		for k, a := range s.asked {
			switch {
			case a.kind == aMultiple:
				for _, o := range a.answers {
					row = append(row, map[bool]string{true: o}[slices.Contains(p.given[k], o)])
				}
			case a.kind == aGrid:
				row = append(row, grid(p.given[k], a)...)
			case a.other:
				row = append(row, strings.Join(p.given[k], ""), p.own[k])
			default:
				row = append(row, strings.Join(p.given[k], ""))
			}
		}
		t.add(row...)
	}
	return t.rows
}

// nett is the form of Nettskjema: 0 and 1 for answers of several, and codes when there is a codebook.
func (s *invented) nett(codes bool) [][]string {
	var t sheet
	head := []string{"$submission_id", "$created", "$answer_time_ms"}
	if !codes {
		head = append(head, "E-post", "Navn")
	} else {
		head = append(head, "email", "name")
	}
	name := func(k, i int, a asked, part string) string {
		if codes && i < 0 {
			return fmt.Sprintf("q%d", k+1)
		} else if codes {
			return fmt.Sprintf("q%d.a%d", k+1, i+1)
		} else if i < 0 {
			return a.text
		}
		return a.text + " :: " + part
	}
	code := func(a asked, given string) string {
		if i := slices.Index(a.answers, given); codes && i >= 0 {
			return fmt.Sprint(i + 1)
		}
		return given
	}
	for k, a := range s.asked {
		switch a.kind {
		case aMultiple:
			for i, o := range a.answers {
				head = append(head, name(k, i, a, o))
			}
		case aGrid:
			for i, st := range a.statements {
				head = append(head, name(k, i, a, st))
			}
		default:
			head = append(head, name(k, -1, a, ""))
		}
	}
	t.add(head...)
	for _, p := range s.all {
		row := []string{p.id, p.when.Format(time.RFC3339), "53211", p.email, p.name}
		for k, a := range s.asked {
			switch a.kind {
			case aMultiple:
				for _, o := range a.answers {
					row = append(row, map[bool]string{true: "1", false: "0"}[slices.Contains(p.given[k], o)])
				}
			case aGrid:
				for _, g := range grid(p.given[k], a) {
					row = append(row, code(a, g))
				}
			case aSingle:
				if codes && p.own[k] != "" {
					row = append(row, "99")
					continue
				}
				row = append(row, p.cell(k, ""))
				if len(p.given[k]) > 0 {
					row[len(row)-1] = code(a, p.given[k][0])
				}
			case aScale:
				row = append(row, "")
				if len(p.given[k]) > 0 {
					row[len(row)-1] = code(a, p.given[k][0])
				}
			default:
				row = append(row, p.cell(k, ""))
			}
		}
		t.add(row...)
	}
	return t.rows
}

// codebook is what the codes of nett mean.
func (s *invented) codebook() [][]string {
	var t sheet
	t.add("element_code", "element_text", "subelement_code", "subelement_text", "answer_code", "answer_text")
	for k, a := range s.asked {
		q := fmt.Sprintf("q%d", k+1)
		switch a.kind {
		case aMultiple:
			for i, o := range a.answers {
				t.add(q, a.text, "", "", fmt.Sprintf("a%d", i+1), o)
			}
		case aGrid:
			for i, st := range a.statements {
				for j, o := range a.answers {
					t.add(q, a.text, fmt.Sprintf("a%d", i+1), st, fmt.Sprint(j+1), o)
				}
			}
		case aSingle, aScale:
			for j, o := range a.answers {
				t.add(q, a.text, "", "", fmt.Sprint(j+1), o)
			}
			if a.other {
				t.add(q, a.text, "", "", "99", "Annet")
			}
		default:
			t.add(q, a.text, "", "", "", "")
		}
	}
	return t.rows
}

// lime is the form of LimeSurvey: full texts, or codes before them; a response that was not sent has
// no submitdate.
func (s *invented) lime(codes bool) [][]string {
	var t sheet
	head := []string{"id", "submitdate", "lastpage", "startlanguage", "seed", "ipaddr", "email", "firstname"}
	for k, a := range s.asked {
		add := func(sub, text string) {
			full := a.text
			if text != "" {
				full += " [" + text + "]"
			}
			if codes {
				q := fmt.Sprintf("G%dQ%02d", k/3+1, k+1)
				if sub != "" {
					q += "[" + sub + "]"
				}
				full = q + ". " + full
			}
			head = append(head, full)
		}
		switch {
		case a.kind == aMultiple:
			for i, o := range a.answers {
				add(fmt.Sprintf("SQ%03d", i+1), o)
			}
		case a.kind == aGrid:
			for i, st := range a.statements {
				add(fmt.Sprintf("SQ%03d", i+1), st)
			}
		default:
			add("", "")
			if a.other {
				add("other", "Annet")
			}
		}
	}
	t.add(head...)
	for _, p := range s.all {
		sent := clock0(p.when)
		if p.partial {
			sent = ""
		}
		row := []string{p.id, sent, "7", "nb", "1234567", p.ip, p.email, p.name}
		for k, a := range s.asked {
			switch {
			case a.kind == aMultiple:
				for _, o := range a.answers {
					v := "Nei"
					if slices.Contains(p.given[k], o) {
						v = "Ja"
					} else if len(p.given[k]) == 0 {
						v = map[bool]string{true: "N/A", false: ""}[a.follows >= 0]
					}
					row = append(row, v)
				}
			case a.kind == aGrid:
				row = append(row, grid(p.given[k], a)...)
			case a.other:
				given := strings.Join(p.given[k], "")
				if p.own[k] != "" {
					given = "Annet"
				}
				row = append(row, given, p.own[k])
			default:
				row = append(row, strings.Join(p.given[k], ""))
			}
		}
		t.add(row...)
	}
	return t.rows
}

// questback is the form of Questback's feedback system: dispcode 31 and 32 mean completed, -77 not
// shown, "quoted" ticked.
func (s *invented) questback() [][]string {
	var t sheet
	head := []string{"lfdn", "external_lfdn", "tester", "dispcode", "lastpage", "duration", "u_email", "u_name"}
	for _, a := range s.asked {
		switch {
		case a.kind == aMultiple:
			for _, o := range a.answers {
				head = append(head, a.text+": "+o)
			}
		case a.kind == aGrid:
			for _, st := range a.statements {
				head = append(head, a.text+": "+st)
			}
		case a.other:
			head = append(head, a.text, a.text+" [Annet]")
		default:
			head = append(head, a.text)
		}
	}
	t.add(head...)
	for i, p := range s.all {
		code, tester := "31", "0"
		if i%2 == 0 {
			code = "32"
		}
		if p.partial {
			code = "22"
		}
		if p.name == "Test" {
			tester = "1"
		}
		row := []string{p.id, "0", tester, code, "99", "312", p.email, p.name}
		for k, a := range s.asked {
			none := map[bool]string{true: "-77", false: ""}[len(p.given[k]) == 0 && p.own[k] == ""]
			switch {
			case a.kind == aMultiple:
				for _, o := range a.answers {
					v := none
					if slices.Contains(p.given[k], o) {
						v = "quoted"
					} else if none == "" {
						v = "not quoted"
					}
					row = append(row, v)
				}
			case a.kind == aGrid:
				for _, g := range grid(p.given[k], a) {
					row = append(row, g+map[bool]string{true: "-77"}[g == ""])
				}
			case a.other:
				row = append(row, strings.Join(p.given[k], ""), p.own[k])
			default:
				row = append(row, strings.Join(p.given[k], "")+none)
			}
		}
		t.add(row...)
	}
	return t.rows
}

// typeform is the form of Typeform: a column an answer of several, whose question is not named.
func (s *invented) typeform() [][]string {
	var t sheet
	head := []string{"#"}
	for _, a := range s.asked {
		switch {
		case a.kind == aMultiple:
			head = append(head, a.answers...)
		case a.kind == aGrid:
			for _, st := range a.statements {
				head = append(head, a.text+" - "+st)
			}
		default:
			head = append(head, a.text)
		}
	}
	t.add(append(head, "Email", "Name", "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags")...)
	for _, p := range s.all {
		row := []string{p.id}
		for k, a := range s.asked {
			switch {
			case a.kind == aMultiple:
				for _, o := range a.answers {
					row = append(row, map[bool]string{true: o}[slices.Contains(p.given[k], o)])
				}
			case a.kind == aGrid:
				row = append(row, grid(p.given[k], a)...)
			default:
				row = append(row, p.cell(k, ""))
			}
		}
		status := "completed"
		if p.partial {
			status = "started"
		}
		t.add(append(row, p.email, p.name, status, clock0(p.when), "", clock0(p.when), "9a"+p.id, "")...)
	}
	return t.rows
}

// csv is a table as text.
func csv(rows [][]string, sep, letters string) []byte {
	var b strings.Builder
	for _, row := range rows {
		for i, c := range row {
			if i > 0 {
				b.WriteString(sep)
			}
			if strings.ContainsAny(c, "\"\r\n,;\t|") {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString("\r\n")
	}
	s := b.String()
	switch letters {
	case "bom":
		return []byte("\xef\xbb\xbf" + s)
	case "utf-16":
		out := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			out = append(out, byte(u), byte(u>>8))
		}
		return out
	case "windows":
		var out []byte
		for _, r := range s {
			if r == '–' {
				r = 0x96
			}
			out = append(out, byte(r))
		}
		return out
	}
	return []byte(s)
}

// xlsx is a table as a workbook.
func xlsx(t testing.TB, rows [][]string) []byte {
	t.Helper()
	b := workbook.Book{Title: "Svar", Language: "nb", Date: time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)}
	s := workbook.Sheet{Name: "Form1"}
	for i, h := range rows[0] {
		_ = i
		s.Columns = append(s.Columns, workbook.Column{Head: h, Width: 20})
	}
	for _, row := range rows[1:] {
		var cells []workbook.Cell
		for _, c := range row {
			cells = append(cells, workbook.Cell{Text: c})
		}
		s.Rows = append(s.Rows, cells)
	}
	b.Sheets = append(b.Sheets, s)
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// open reads an export as the program does.
func (e export) open(t testing.TB) *Dataset {
	t.Helper()
	d := openData(t, e.data)
	if e.codebook != nil {
		book, err := table.Open(table.Input{ReaderAt: bytes.NewReader(e.codebook), Size: int64(len(e.codebook))}, table.Options{})
		if err != nil {
			t.Fatal(err)
		}
		c, ok, err := ReadCodebook(book)
		if err != nil || !ok {
			t.Fatal("no codebook", err)
		}
		d.Decode(c)
	}
	return d
}

func openData(t testing.TB, data []byte) *Dataset {
	t.Helper()
	tab, err := table.Open(table.Input{ReaderAt: bytes.NewReader(data), Size: int64(len(data))}, table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(tab)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

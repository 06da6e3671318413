package intake

import (
	"slices"
	"strings"
)

// field is a column as a tool's head describes it.
type field struct {
	*column
	question string // what is asked
	code     string // what the tool calls the question, "" mostly
	option   string // the answer or statement that the column is about
	why      Why    // it is no question
	closed   bool   // all that stands in it are answers of the form
	text     bool   // free text
	other    bool   // free text beside the answers of the question
	void     string // what the tool writes where a question was not shown, "" nothing
	told     *Instruction
	coded    bool     // the codebook says what its texts mean
	order    []string // of the answers in the codebook
}

// Tools by their names.
const (
	surveyMonkey = "SurveyMonkey"
	googleForms  = "Google Forms"
	msForms      = "Microsoft Forms"
	nettskjema   = "Nettskjema"
	limeSurvey   = "LimeSurvey"
	questback    = "Questback"
	typeform     = "Typeform"
)

// heading is the head of a table: which tool wrote it, and what it says of the columns.
type heading struct {
	tool   string
	rows   int      // how many rows the head has
	top    []string // the first of them
	fields []field
}

// head reads the head from the first rows of a table.
func head(first [][]string) heading {
	h := heading{rows: 1}
	if len(first) == 0 {
		return h
	}
	top := cleaned(first[0])
	var second []string
	if len(first) > 1 {
		second = cleaned(first[1])
	}
	if doubled(top, second) {
		h.tool, h.rows = surveyMonkey, 2
		h.fields = doubleHead(top, second)
		for _, f := range h.fields {
			h.top = append(h.top, f.label())
		}
		return h
	}
	h.tool, h.top = toolOf(top), top
	for i, text := range top {
		f := field{question: text}
		switch {
		case h.tool == limeSurvey:
			f.lime(text)
		case h.tool == questback:
			f.efs(text)
		default:
			f.bracketed(text)
		}
		if f.why == "" && f.option == "" {
			f.why = roleOf(text)
		}
		if h.tool == typeform && text == "#" || text == "" && !hasBelow(first, i) {
			f.why = WhyID
			if text == "" {
				f.why = WhyEmpty
			}
		}
		h.fields = append(h.fields, f)
	}
	if h.tool == nettskjema {
		coded(h.fields)
	}
	prefixed(h.fields)
	return h
}

func hasBelow(rows [][]string, i int) bool {
	return slices.ContainsFunc(rows[1:], func(r []string) bool {
		return i < len(r) && strings.TrimSpace(r[i]) != ""
	})
}

func cleaned(row []string) (out []string) {
	for _, c := range row {
		out = append(out, clean(c))
	}
	return out
}

// toolOf is the tool that writes such a head.
func toolOf(top []string) string {
	has := map[string]bool{}
	dollar := false
	for _, c := range top {
		has[strings.ToLower(c)] = true
		dollar = dollar || strings.HasPrefix(c, "$submission_id") || strings.HasPrefix(c, "$created")
	}
	all := func(words ...string) bool {
		return !slices.ContainsFunc(words, func(w string) bool { return !has[w] })
	}
	first := ""
	if len(top) > 0 {
		first = strings.ToLower(top[0])
	}
	switch {
	case dollar:
		return nettskjema
	case all("submitdate", "lastpage") || all("date submitted", "last page") || all("lastpage", "startlanguage"):
		return limeSurvey
	case all("lfdn", "dispcode") || all("lfdn", "lastpage"):
		return questback
	case all("network id") && (all("#") || all("start date (utc)")):
		return typeform
	case first == "timestamp" || first == "tidsmerke" || first == "tidsstempel":
		return googleForms
	case all("id", "start time", "completion time") || all("id", "starttidspunkt", "fullføringstidspunkt") ||
		all("id", "starttid", "fullføringstid") || all("id", "start time", "completion time", "email"):
		return msForms
	}
	return ""
}

// roleOf is why a head is that of no question.
func roleOf(text string) Why {
	for _, r := range []struct {
		kind string
		why  Why
	}{
		{"status", WhyStatus}, {"test", WhyTest}, {"weight", WhyWeight}, {"email", WhyEmail}, {"name", WhyName},
		{"phone", WhyPhone}, {"ip", WhyIP}, {"address", WhyAddress}, {"born", WhyBorn}, {"id", WhyID},
		{"time", WhyTime}, {"meta", WhyMeta},
	} {
		if is(r.kind, text) {
			return r.why
		}
	}
	for _, begin := range []string{"points - ", "poeng - ", "feedback - ", "tilbakemelding - "} {
		if strings.HasPrefix(strings.ToLower(text), begin) {
			return WhyMeta // of a quiz
		}
	}
	return ""
}

// doubled says whether two rows are the head of SurveyMonkey: the upper one has a question at its
// first column only, the lower one says of each column which answer it is.
func doubled(top, second []string) bool {
	if len(second) < 2 || len(top) == 0 {
		return false
	}
	words, below := 0, 0
	for i, s := range second {
		if is("response", s) || is("text", s) {
			words++
		}
		if s != "" && (i >= len(top) || top[i] == "") {
			below++
		}
	}
	return roleOf(top[0]) == WhyID && second[0] == "" && (words > 0 || below > 0)
}

// doubleHead reads such a head.
func doubleHead(top, second []string) (fields []field) {
	question := ""
	for i := range max(len(top), len(second)) {
		at := func(row []string) string {
			if i < len(row) {
				return row[i]
			}
			return ""
		}
		if at(top) != "" {
			question = at(top)
		}
		f := field{question: question, option: at(second), closed: true}
		switch {
		case f.option == "":
			if f.why = roleOf(question); f.why == "" {
				f.why = WhyMeta
			}
		case is("response", f.option):
			f.option = ""
			f.why = roleOf(question)
		case is("text", f.option):
			f.option, f.text = "", true
			f.why = roleOf(question)
		case is("other", f.option):
			f.other = true
		case roleOf(f.option) != "" && roleOf(f.option) != WhyID && roleOf(f.option) != WhyTime:
			f.why = roleOf(f.option) // of a block of contact information
		}
		fields = append(fields, f)
	}
	return fields
}

var (
	bracket  = pattern(`^(.*\S)\s*\[([^\[\]]+)\]$`)
	limeCode = pattern(`^([A-Za-z][A-Za-z0-9]*)(?:\[([^\]]*)\])?(?:[.:]\s+(.+))?$`)
	// limeAnswer is an answer that LimeSurvey exports as a code.
	limeAnswer = pattern(`^(A|AO|SQ)[0-9]{1,3}$`)
	efsCode    = pattern(`^(v|c|p|u)_[0-9]+(_[0-9]+)*$`)
)

// bracketed reads "Question [Statement]", as Google Forms writes grids.
func (f *field) bracketed(text string) {
	if m := bracket().FindStringSubmatch(text); m != nil {
		f.question, f.option = m[1], m[2]
		f.other = is("other", f.option)
	}
}

// lime reads the heads of LimeSurvey: Q1, Q1[SQ001], "Q1. Question", "Question [Answer]", and
// "Q1[SQ001]. Question [Answer]".
func (f *field) lime(text string) {
	if roleOf(text) != "" {
		return
	}
	f.void = "N/A"
	m := limeCode().FindStringSubmatch(text)
	if m == nil {
		f.bracketed(text)
	} else {
		f.code, f.option = m[1], m[2]
		if m[3] != "" {
			f.bracketed(m[3])
			if f.question == text {
				f.question = m[3]
			}
		} else {
			f.question = m[1]
		}
	}
	sub := strings.ToLower(f.option)
	if m != nil && m[2] != "" {
		sub = strings.ToLower(m[2])
	}
	switch {
	case sub == "other" || is("other", f.option):
		f.other = true
	case strings.HasSuffix(sub, "comment"):
		f.why = WhyComment
	case sub == "filecount":
		f.why = WhyMeta
	}
	if strings.HasSuffix(strings.ToLower(text), "time") && m != nil && m[3] == "" && len(f.code) > 4 && f.option == "" {
		f.why = WhyTime // Q1Time, groupTime12
	}
}

// efs reads the heads of Questback's feedback system: the columns before the first question are about
// the respondent.
func (f *field) efs(text string) {
	f.bracketed(text)
	if efsCode().MatchString(text) {
		f.code = text
	}
}

// coded parts the codes of Nettskjema, which stand for a question and an answer: "kurs.svomming".
func coded(fields []field) {
	count := map[string]int{}
	part := func(f field) (string, string, bool) {
		if q, a, ok := cutLast(f.question, " :: "); ok {
			return q, a, true
		}
		if strings.ContainsAny(f.question, " $?") || f.why != "" {
			return "", "", false
		}
		return cutLast(f.question, ".")
	}
	for _, f := range fields {
		if q, _, ok := part(f); ok {
			count[q]++
		}
	}
	for i := range fields {
		if q, a, ok := part(fields[i]); ok && count[q] > 1 {
			fields[i].question, fields[i].option = q, a
			fields[i].other = is("other", a)
		}
	}
}

func cutLast(s, sep string) (before, after string, ok bool) {
	if k := strings.LastIndex(s, sep); k > 0 && k+len(sep) < len(s) {
		return s[:k], s[k+len(sep):], true
	}
	return "", "", false
}

// prefixed parts heads that begin alike, column after column: "Question - Answer", "Question: Answer".
func prefixed(fields []field) {
	for _, sep := range []string{" :: ", " - ", " – ", ": ", " / ", " | "} {
		for i := 0; i < len(fields); {
			q, _, ok := cutLast(fields[i].question, sep)
			if sep != " :: " {
				q, _, ok = strings.Cut(fields[i].question, sep)
				ok = ok && len(q) > 5
			}
			if !ok || fields[i].option != "" || fields[i].why != "" {
				i++
				continue
			}
			j := i + 1
			for j < len(fields) && fields[j].option == "" && fields[j].why == "" &&
				strings.HasPrefix(fields[j].question, q+sep) && len(fields[j].question) > len(q)+len(sep) {
				j++
			}
			if j-i > 1 {
				for k := i; k < j; k++ {
					option := fields[k].question[len(q)+len(sep):]
					fields[k].question, fields[k].option = q, option
					fields[k].other = is("other", option)
				}
			}
			i = j
		}
	}
}

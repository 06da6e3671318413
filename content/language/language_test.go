package language

import (
	"reflect"
	"strings"
	"testing"
)

// mayBeEmpty are the parts that a language may do without, and why.
func mayBeEmpty() map[string]string {
	return map[string]string{
		"DayDot":              "a day needs no mark in every language",
		"Numerals.Joint":      "a ten and a one may touch",
		"Numerals.OneHundred": "100 may begin with the hundred alone",
		"Numerals.Tens":       "0 and 10 are no tens",
		"Citation.ListComma":  "authors may be listed without a comma before the last",
		"Alphabet.After":      "the alphabet may end in z",
		"Alphabet.Pairs":      "two letters may never count as one",
		"Alphabet.Like":       "marks may only be dropped",

		"Lexicon.Counting.Numerals":     "a number may have one word alone",
		"Lexicon.Counting.OneBeforeTen": "a ten may always stand before its one",
		"Lexicon.Counting.Article":      "the article may be a numeral",
		"Lexicon.Counting.Fractions":    "fractions may never be one word",
		"Lexicon.Counting.AfterHalf":    "the word for half may have no other meaning",
		"Lexicon.Counting.Ordinals":     "fractions and ordinals may be different words",
		"Lexicon.Counting.OutOfFew":     "a base of any size may follow the same word",
		"Lexicon.Things.MonthFirst":     "a day may only stand before its month",
		"Lexicon.Things.OrdinalEndings": "a full stop may make an ordinal",
		"Lexicon.Counted.PluralEndings": "the ending may be that of too many other words",
		"Lexicon.Counted.Definite":      "an article may stand before the noun",
		"Lexicon.Answers.Link":          "compounds may be joined by nothing",
		"Lexicon.Bands.Times":           "how many times may take a number and a word",
		"Lexicon.Claims.MajorityOf":     "no word for most may need people after it",
		"Lexicon.Claims.AsMany":         "no phrase may claim it and nothing else",
		"Lexicon.Claims.NotAsMany":      "goes with AsMany",
		"Lexicon.Changes.Have":          "goes with UpAfterHave",
		"Lexicon.Changes.UpAfterHave":   "no participle may be another word",
		"Lexicon.Changes.More":          "those of Claims may be all",
		"Lexicon.Changes.Less":          "those of Claims may be all",
		"Lexicon.Changes.OnlyAtEnd":     "no comparative may need it",
	}
}

// TestComplete names every part of a language that its file lacks.
func TestComplete(t *testing.T) {
	for _, code := range Codes() {
		l, err := Find(code)
		if err != nil || l.Code != code || l.Terms.Language != code {
			t.Fatalf("%s is found as %v: %v", code, l, err)
		}
		complete(t, code, "", reflect.ValueOf(*l))
	}
}

func complete(t *testing.T, code, path string, v reflect.Value) {
	t.Helper()
	if _, may := mayBeEmpty()[path]; may {
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			complete(t, code, strings.TrimPrefix(path+"."+v.Type().Field(i).Name, "."), v.Field(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			complete(t, code, path+"[]", v.Index(i))
		}
	case reflect.Map, reflect.Slice:
		if v.Len() == 0 {
			t.Errorf("%s: %s is empty", code, path)
		}
	default:
		if v.IsZero() {
			t.Errorf("%s: %s is empty", code, path)
		}
	}
}

// TestSentences: the sentences with numbers in them say all of them, in every language.
func TestSentences(t *testing.T) {
	for _, code := range Codes() {
		terms := terms(t, code)
		for name, c := range map[string]struct {
			have string
			want []string
		}{
			"Changes": {terms.ChangeNote(2019, 2022), []string{"2019", "2022"}},
			"Paired":  {terms.PairedNote(2019, 2022), []string{"2019", "2022"}},
			"Private": {terms.WithheldNote(5), []string{"5"}},
			"Chapter": {terms.ChapterOf(14, 70), []string{"14", "70"}},
			"More":    {terms.AndMore(3), []string{"3"}},
			"Dot":     {terms.DotStandsFor(1000), []string{terms.Locale().Int(1000)}},
			"Earlier": {terms.InYear(2020, "49 %"), []string{"2020", "49 %"}},
			"Faces":   {terms.SetIn("Ane", "Bo"), []string{"Ane", "Bo"}},
		} {
			for _, w := range c.want {
				if !strings.Contains(c.have, w) || strings.Contains(c.have, "%!") {
					t.Errorf("%s: %s gives %q, without %q", code, name, c.have, w)
				}
			}
		}
	}
}

// TestForms: every language names the same forms.
func TestForms(t *testing.T) {
	first, _ := Find(Codes()[0])
	for _, code := range Codes() {
		for key := range first.Terms.Forms {
			if terms(t, code).Forms.Name(key) == "" {
				t.Errorf("%s has no name for form %s", code, key)
			}
		}
		if have, want := len(terms(t, code).Forms), len(first.Terms.Forms); have != want {
			t.Errorf("%s names %d forms, %s %d", code, have, first.Code, want)
		}
	}
}

// TestUnknown: a language without a file is an error that says which there are.
func TestUnknown(t *testing.T) {
	for _, code := range []string{"", "xx", "NB", "nb-NO"} {
		if l, err := Find(code); err == nil || !strings.Contains(err.Error(), "nn") {
			t.Errorf("%q: have %v, %v", code, l, err)
		}
	}
}

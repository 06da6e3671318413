package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"slices"
	"testing"
)

// TestLearned fails when the table is not that of the words: run go generate.
func TestLearned(t *testing.T) {
	packed, err := Learn(read(t, "../words/nb_lemma_exc.json.gz"), read(t, "../words/more.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if packed != string(read(t, "../words.parts")) {
		t.Error("words.parts is not what the words give")
	}
}

func read(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestLearnRefuses(t *testing.T) {
	for name, forms := range map[string][]byte{
		"not packed": []byte("{}"),
		"no JSON":    packed(t, "adj"),
		"no words":   packed(t, `{"adj": {"À la": ["À la"]}}`),
	} {
		if _, err := Learn(forms, nil); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestStems(t *testing.T) {
	for _, c := range []struct {
		lemma       string
		forms, want []string
	}{
		{"tiltak", []string{"tiltaket", "tiltakene"}, []string{"tiltak"}},
		{"rutine", []string{"rutinen", "rutiner"}, []string{"rutine"}},
		{"lærer", []string{"læreren", "lærere", "lærerne"}, []string{"lærer"}},
		{"bok", []string{"boka", "bøker", "bok"}, []string{"bok", "bøk", "bok"}},
	} {
		if have := stemsOf(c.lemma, c.forms); !slices.Equal(have, c.want) {
			t.Errorf("%s: have %v, want %v", c.lemma, have, c.want)
		}
	}
}

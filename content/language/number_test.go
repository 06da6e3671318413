package language

import (
	"math/big"
	"strings"
	"testing"
	"testing/quick"
	"time"
)

func terms(t *testing.T, code string) Terms {
	t.Helper()
	l, err := Find(code)
	if err != nil {
		t.Fatal(err)
	}
	return l.Terms
}

func TestPercent(t *testing.T) {
	tests := []struct {
		part, whole, decimals int
		want                  string
	}{
		{28, 62, 0, "45"}, {28, 62, 1, "45.2"}, {31, 62, 0, "50"}, {1, 8, 0, "13"},
		{3, 8, 0, "38"}, {1, 8, 1, "12.5"}, {1, 200, 0, "1"}, {1, 201, 0, "0"}, {1, 3, 1, "33.3"},
		{2, 3, 1, "66.7"}, {0, 62, 1, "0.0"}, {62, 62, 0, "100"}, {1, 16, 1, "6.3"},
		{1, 16, 3, "6.250"}, {63, 62, 0, "102"}, {1, 0, 0, "0"}, {999, 2000, 0, "50"},
		{9995, 10000, 1, "100.0"}, {-1, 8, 0, "-13"}, {1_000_000_000, 1_000_000_000, 1, "100.0"},
	}
	for _, tt := range tests {
		if have := Percent(tt.part, tt.whole, tt.decimals).String(); have != tt.want {
			t.Errorf("%d of %d to %d decimals: have %s, want %s", tt.part, tt.whole, tt.decimals,
				have, tt.want)
		}
	}
}

// TestPercentExact holds Percent against rational arithmetic: it is the nearest, and the upper of
// two equally near.
func TestPercentExact(t *testing.T) {
	property := func(a, b uint16, decimals uint8) bool {
		part, whole, places := int(a), int(b)+1, int(decimals%4)
		have := Percent(part, whole, places)
		exact := big.NewRat(int64(part)*100*power(places), int64(whole))
		gap := new(big.Rat).Sub(big.NewRat(have.Units, 1), exact)
		half := big.NewRat(1, 2)
		return gap.Cmp(half) <= 0 && gap.Cmp(new(big.Rat).Neg(half)) > 0
	}
	if err := quick.Check(property, &quick.Config{MaxCount: 5000}); err != nil {
		t.Error(err)
	}
}

func TestLocale(t *testing.T) {
	const nbsp = NoBreakSpace
	d := func(units int64, places int) Decimal { return Decimal{units, places} }
	tests := []struct{ name, have, want string }{
		{"small", Locale("nb").Int(148), "148"},
		{"four digits", Locale("nb").Int(9999), "9999"},
		{"five digits", Locale("nb").Int(10000), "10" + nbsp + "000"},
		{"seven digits", Locale("nn").Int(1234567), "1" + nbsp + "234" + nbsp + "567"},
		{"English thousands", Locale("en").Int(1234567), "1,234,567"},
		{"minus", Locale("nb").Int(-5), "−5"},
		{"decimals", Locale("nb").Decimal(d(452, 1)), "45,2"},
		{"English decimals", Locale("en").Decimal(d(452, 1)), "45.2"},
		{"below one", Locale("nb").Decimal(d(5, 2)), "0,05"},
		{"large with decimals", Locale("nb").Decimal(d(123456, 1)), "12" + nbsp + "345,6"},
		{"minus with decimals", Locale("nb").Decimal(d(-162, 1)), "−16,2"},
		{"per cent", Locale("nb").Percent(d(45, 0)), "45" + nbsp + "%"},
		{"per cent in words", Locale("nb").PercentWord(d(45, 0)), "45" + nbsp + "prosent"},
		{"per cent in English words", Locale("en").PercentWord(d(452, 1)),
			"45.2" + nbsp + "per cent"},
		{"rise", Locale("nb").Signed(d(52, 1)), "+5,2"},
		{"fall", Locale("nb").Signed(d(-162, 1)), "−16,2"},
		{"no change", Locale("nb").Signed(d(0, 1)), "0,0"},
		{"points", Locale("nb").Points(d(-52, 1)), "5,2" + nbsp + "prosentpoeng"},
		{"share", Locale("nn").Share(28, 62), "28" + nbsp + "av" + nbsp + "62"},
		{"date", Locale("nb").Date(time.Date(2021, 6, 9, 0, 0, 0, 0, time.UTC)),
			"9." + nbsp + "juni 2021"},
		{"date in nynorsk", Locale("nn").Date(time.Date(2021, 12, 31, 0, 0, 0, 0, time.UTC)),
			"31." + nbsp + "desember 2021"},
		{"date in English", Locale("en").Date(time.Date(2021, 6, 9, 0, 0, 0, 0, time.UTC)),
			"9" + nbsp + "June 2021"},
		{"figure", terms(t, "nn").FigureNumber(3), "Figur" + nbsp + "3"},
		{"one answer", terms(t, "en").ShareOfAnswers(1, 1),
			"1" + nbsp + "of" + nbsp + "1" + nbsp + "answer"},
		{"answers", terms(t, "nb").ShareOfAnswers(31, 62),
			"31" + nbsp + "av" + nbsp + "62" + nbsp + "svar"},
	}
	for _, tt := range tests {
		if tt.have != tt.want {
			t.Errorf("%s: have %q, want %q", tt.name, tt.have, tt.want)
		}
	}
}

func TestDecimal(t *testing.T) {
	a, b := Decimal{726, 1}, Decimal{65, 0}
	if have := a.Minus(b); have != (Decimal{76, 1}) {
		t.Errorf("72.6 - 65 = %v", have)
	}
	if have := b.Minus(a); have.Sign() != -1 || have.Abs() != (Decimal{76, 1}) ||
		have.String() != "-7.6" {
		t.Errorf("65 - 72.6 = %v", have)
	}
	if have := a.Float(); have != 72.6 {
		t.Errorf("72.6 is %v", have)
	}
}

func TestWord(t *testing.T) {
	tests := []struct {
		n          int
		nb, nn, en string
	}{
		{0, "ingen", "ingen", "none"},
		{1, "én", "éin", "one"},
		{2, "to", "to", "two"},
		{7, "sju", "sju", "seven"},
		{12, "tolv", "tolv", "twelve"},
		{20, "tjue", "tjue", "twenty"},
		{21, "tjueen", "tjueein", "twenty-one"},
		{28, "tjueåtte", "tjueåtte", "twenty-eight"},
		{40, "førti", "førti", "forty"},
		{99, "nittini", "nittini", "ninety-nine"},
		{100, "hundre", "hundre", "one hundred"},
		{101, "hundre og én", "hundre og éin", "one hundred and one"},
		{148, "hundre og førtiåtte", "hundre og førtiåtte", "one hundred and forty-eight"},
		{221, "to hundre og tjueen", "to hundre og tjueein", "two hundred and twenty-one"},
		{1000, "tusen", "tusen", "one thousand"},
		{1100, "tusen ett hundre", "tusen eitt hundre", "one thousand one hundred"},
		{2021, "to tusen og tjueen", "to tusen og tjueein", "two thousand and twenty-one"},
		{9999, "ni tusen ni hundre og nittini", "ni tusen ni hundre og nittini",
			"nine thousand nine hundred and ninety-nine"},
		{10000, "10\u00a0000", "10\u00a0000", "10,000"},
	}
	for _, tt := range tests {
		for lang, want := range map[Locale]string{"nb": tt.nb, "nn": tt.nn, "en": tt.en} {
			if have := lang.Word(tt.n); have != want {
				t.Errorf("%s %d: have %q, want %q", lang, tt.n, have, want)
			}
		}
	}
	if have := Capital("åtte"); have != "Åtte" {
		t.Errorf("have %q", have)
	}
	if Capital("") != "" {
		t.Error("nothing has no first letter")
	}
}

// TestWordsDiffer makes sure that no two numbers have the same words.
func TestWordsDiffer(t *testing.T) {
	for _, lang := range Codes() {
		seen := map[string]int{}
		for n := range 10_000 {
			w := Locale(lang).Word(n)
			if old, ok := seen[w]; ok || strings.TrimSpace(w) != w || strings.Contains(w, "  ") {
				t.Fatalf("%s: %d is %q, like %d", lang, n, w, old)
			}
			seen[w] = n
		}
	}
}

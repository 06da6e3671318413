package language

import (
	"strconv"
	"strings"
	"time"
)

// Characters that numbers are set with.
const (
	NoBreakSpace = "\u00a0"
	TrueMinus    = "\u2212"
)

// Numbers is how a language writes numbers.
type Numbers struct {
	Mark      string // before decimals: "," in 45,2
	Thousands string // between thousands, from five digits: a no-break space in 10 000
}

// Decimal is a number with a fixed count of decimals, exact: Units counts in steps of 10^-Places,
// so 45.2 is {452, 1}.
type Decimal struct {
	Units  int64
	Places int // 0 to 6
}

// Percent is part out of whole in per cent, rounded half up (layout/DESIGN.md, "Numbers and
// rounding": away from zero at the half, as readers learnt it) with integers alone, so that 12.5 %
// is 13 % and never 12 %. A whole of zero gives zero.
func Percent(part, whole, decimals int) Decimal {
	if whole <= 0 {
		return Decimal{Places: decimals}
	}
	scaled := 100 * int64(part) * power(decimals)
	w := int64(whole)
	if scaled < 0 {
		return Decimal{-((-2*scaled + w) / (2 * w)), decimals}
	}
	return Decimal{(2*scaled + w) / (2 * w), decimals}
}

// power is ten to the n.
func power(n int) int64 {
	p := int64(1)
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}

// Minus is the difference of two numbers, with the decimals of the finer one.
func (d Decimal) Minus(other Decimal) Decimal {
	places := max(d.Places, other.Places)
	return Decimal{d.Units*power(places-d.Places) - other.Units*power(places-other.Places), places}
}

// Abs is the number without its sign.
func (d Decimal) Abs() Decimal {
	if d.Units < 0 {
		d.Units = -d.Units
	}
	return d
}

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.Units < 0:
		return -1
	case d.Units > 0:
		return 1
	}
	return 0
}

// Float is the number for drawing; what is printed must come from a Locale.
func (d Decimal) Float() float64 { return float64(d.Units) / float64(power(d.Places)) }

// format is the number with a decimal mark, without thousands marks, with a hyphen for minus.
func (d Decimal) format(mark string) string {
	digits := strconv.FormatInt(d.Abs().Units, 10)
	if d.Places > 0 {
		for len(digits) <= d.Places {
			digits = "0" + digits
		}
		cut := len(digits) - d.Places
		digits = digits[:cut] + mark + digits[cut:]
	}
	if d.Units < 0 {
		return "-" + digits
	}
	return digits
}

// String is the number with a decimal point, for data files.
func (d Decimal) String() string { return d.format(".") }

// Locale is the code of a language that Find knows: it writes numbers and dates. The methods panic
// when there is no such language, which whoever made the Locale has asked.
type Locale string

// language is the language of the locale.
func (l Locale) language() *Language {
	found, err := Find(string(l))
	if err != nil {
		panic(err)
	}
	return found
}

// SortKey is a text as the language's alphabet sorts it; see Alphabet.SortKey.
func (l Locale) SortKey(s string) string { return l.language().Alphabet.SortKey(s) }

// Citation is how the locale's language cites.
func (l Locale) Citation() Citation { return l.language().Citation }

// Int is a whole number: 148, 9999, 10 000 (no-break space; a comma in English), true minus.
func (l Locale) Int(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = TrueMinus, digits[1:]
	}
	return sign + l.group(digits)
}

// group puts marks between thousands, from five digits.
func (l Locale) group(digits string) string {
	if len(digits) < 5 {
		return digits
	}
	mark := l.language().Numbers.Thousands
	var b strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(mark)
		}
		b.WriteRune(c)
	}
	return b.String()
}

// Decimal is a number with its decimals: 45,2 (45.2 in English), true minus.
func (l Locale) Decimal(d Decimal) string {
	whole, rest, _ := strings.Cut(d.Abs().format("."), ".")
	s := l.group(whole)
	if rest != "" {
		s += l.mark() + rest
	}
	if d.Units < 0 {
		return TrueMinus + s
	}
	return s
}

func (l Locale) mark() string { return l.language().Numbers.Mark }

// Signed is a number with its sign, also when it is above zero: +5,2, −16,2, 0,0.
func (l Locale) Signed(d Decimal) string {
	if d.Units > 0 {
		return "+" + l.Decimal(d)
	}
	return l.Decimal(d)
}

// Percent is a number with a no-break space and the per cent sign: 45 %.
func (l Locale) Percent(d Decimal) string { return l.Decimal(d) + NoBreakSpace + "%" }

// PercentWord is a number with the word for per cent, parted by a no-break space: 45 prosent.
func (l Locale) PercentWord(d Decimal) string {
	return l.Decimal(d) + NoBreakSpace + l.language().Terms.Percent
}

// Points is a number of percentage points without its sign: 5,2 prosentpoeng.
func (l Locale) Points(d Decimal) string {
	return l.Decimal(d.Abs()) + NoBreakSpace + l.language().Terms.PercentagePoints
}

// Share is "28 av 62".
func (l Locale) Share(part, whole int) string {
	return l.Int(part) + NoBreakSpace + l.language().Terms.Of + NoBreakSpace + l.Int(whole)
}

// Date is a day: 9. juni 2021, in English 9 June 2021. Day and month are held together.
func (l Locale) Date(t time.Time) string {
	lang := l.language()
	return strconv.Itoa(t.Day()) + lang.DayDot + NoBreakSpace + lang.Months[t.Month()-1] + " " +
		strconv.Itoa(t.Year())
}

// Precision is how much of a date is known.
type Precision int

// Precisions.
const (
	ToYear Precision = iota
	ToMonth
	ToDay
)

// When is a date as far as it is known: 2021, juni 2021 or 9. juni 2021.
func (l Locale) When(t time.Time, p Precision) string {
	switch p {
	case ToYear:
		return strconv.Itoa(t.Year())
	case ToMonth:
		return l.language().Months[t.Month()-1] + NoBreakSpace + strconv.Itoa(t.Year())
	}
	return l.Date(t)
}

// Of is the word between a part and its whole: "av" in "28 av 62".
func (l Locale) Of() string { return l.language().Terms.Of }

// Listed is names in running text: "Oslo", "Oslo og Viken", "Agder, Oslo og Viken".
func (l Locale) Listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " " + l.Citation().And + " " + names[last]
}

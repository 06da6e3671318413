package content

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rapport/content/language"
	"rapport/content/source"
)

// readVoice reads words that a named person has published, or let be published: whose, where they
// are from, and how the person agreed, which is noted and not printed. Answers to a survey are never
// such words: who answered was not asked for their name.
func (l *loader) readVoice(t *source.Table, key string, b *Block) {
	b.Text = l.text.Prose(t, key, source.Required)
	l.text.Locale = l.text.Home
	b.Name = l.text.Line(t, "name", source.Required)
	b.Role = l.text.Line(t, "role", source.Optional)
	b.Source = l.text.Prose(t, "source", source.Required)
	b.Consent = t.Text("consent", source.Required)
	if b.Language != "" {
		b.Source.Speak(l.report.Language)
	}
}

// readTimeline reads dated events, each with its source or all with one, in the order of their
// dates.
func (l *loader) readTimeline(t *source.Table, key string, b *Block) {
	b.Source = l.text.Prose(t, "source", source.Optional)
	common := t.Child("source") != nil
	for _, et := range t.Tables(key, source.Required) {
		e := Event{Pos: et.Pos()}
		if n, text := et.TextNode("date", source.Required); n != nil {
			var ok bool
			if e.day, e.precise, ok = eventDay(text); !ok {
				l.src.AtValue(n, source.Quoted(text)+" is no date",
					`a year, a month or a day: "2021", "2021-05" or "2021-05-17"`)
			}
			e.Date = l.text.Home.When(e.day, e.precise)
		}
		e.Title = l.text.Line(et, "title", source.Optional)
		e.Text = l.text.Prose(et, "text", source.Required)
		e.Source = l.text.Prose(et, "source", source.Need(!common))
		et.Done()
		b.Events = append(b.Events, e)
	}
	slices.SortStableFunc(b.Events, func(x, y Event) int {
		if x.day.Equal(y.day) {
			return int(x.precise) - int(y.precise)
		}
		return x.day.Compare(y.day)
	})
}

// eventDay is a date that may be a year or a month only, and how precise it is.
func eventDay(text string) (time.Time, language.Precision, bool) {
	for precise, form := range map[language.Precision]string{language.ToYear: "2006",
		language.ToMonth: "2006-01", language.ToDay: "2006-01-02"} {
		if day, err := time.Parse(form, strings.TrimSpace(text)); err == nil {
			return day, precise, true
		}
	}
	return time.Time{}, 0, false
}

// readSpread reads whether a block begins an even page, a left one, so that what stands on two pages
// faces each other.
func (l *loader) readSpread(t *source.Table, b *Block) {
	if b.Spread = t.Flag("spread", false); !b.Spread {
		return
	}
	why := ""
	switch {
	case b.Kind == SourceBlock:
		why = "a source note stands at the foot of its topic and begins no page"
	case b.Image != nil && b.Image.Bleed:
		why = "an image with bleed stands on the page after those of its topic"
	default:
		return
	}
	b.Spread = false
	l.warn(b, t.Child("spread"), fmt.Sprintf("%s; spread has no effect", why),
		"say spread = true in another block, or in the topic")
}

// Begins says whether a topic begins an even page: it says so, or its first block does.
func (t *Topic) Begins() bool {
	return t.Spread || len(t.Blocks) > 0 && t.Blocks[0].Spread
}

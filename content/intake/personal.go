package intake

import (
	"net/netip"
	"strings"
)

var (
	mailAddress = pattern(`[^\s@]+@[^\s@]+\.[^\s@]{2,}`)
	webAddress  = pattern(`(?i)^(https?://|www\.)`)
	identifier  = pattern(`(?i)^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$|^[0-9a-z]{20,}$`)
	phoneNumber = pattern(`^(\+|00)\d[\d ]{7,16}$|^[2-9]\d[ ]?\d{2}[ ]?\d{2}[ ]?\d{2}$|^[49]\d{2} \d{2} \d{3}$`)
	birthNumber = pattern(`^\d{6} ?\d{5}$`)
	clock       = pattern(`\d{1,2}[:.]\d{2}([:.]\d{2})?`)
	daily       = pattern(`\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}`)
)

// personal is what a text says about a person, "" when it says nothing that is known by its form.
func personal(s string) Why {
	switch {
	case mailAddress().MatchString(s):
		return WhyEmail
	case webAddress().MatchString(s):
		return WhyAddress
	case birthNumber().MatchString(s):
		return WhyBorn
	case phoneNumber().MatchString(s):
		return WhyPhone
	case identifier().MatchString(s) && strings.ContainsAny(s, "0123456789"):
		return WhyID
	case daily().MatchString(s) && clock().MatchString(daily().ReplaceAllString(s, " ")):
		return WhyTime
	}
	if strings.Count(s, ".") == 3 || strings.Count(s, ":") > 1 {
		if a, err := netip.ParseAddr(s); err == nil && (a.Is6() || !a.IsUnspecified()) {
			return WhyIP
		}
	}
	return ""
}

// role is why a column is about people rather than answers, by what stands in it. A number of eight
// digits is a telephone's only where others are written like one.
func (c *column) role() Why {
	if c.over {
		return ""
	}
	count := map[Why]int{}
	total := 0
	for i, v := range c.values {
		if i > 0 {
			count[personal(v)] += c.counts[i]
			total += c.counts[i]
		}
	}
	for _, why := range []Why{WhyEmail, WhyTime, WhyIP, WhyBorn, WhyID, WhyPhone, WhyAddress} {
		if count[why]*10 >= total*6 && total > 0 {
			return why
		}
	}
	return ""
}

package main

import "testing"

func TestAuthorLanguage(t *testing.T) {
	for _, c := range []struct {
		flag string
		env  map[string]string
		want string // "-" for an error
	}{
		{"", nil, ""},
		{"nn", map[string]string{"RAPPORT_LANG": "en"}, "nn"},
		{"", map[string]string{"RAPPORT_LANG": "nb", "LC_ALL": "en_GB.UTF-8"}, "nb"},
		{"", map[string]string{"LC_ALL": "nn_NO.UTF-8", "LANG": "nb_NO.UTF-8"}, "nn"},
		{"", map[string]string{"LANG": "no_NO@euro"}, "nb"},
		{"", map[string]string{"LC_MESSAGES": "sv_SE.UTF-8", "LANG": "nb_NO.UTF-8"}, ""},
		{"", map[string]string{"LANG": "C.UTF-8"}, ""},
		{"", map[string]string{"LANG": "nb-NO"}, "nb"},
		{"sv", nil, "-"},
		{"", map[string]string{"RAPPORT_LANG": "de"}, "-"},
	} {
		got, err := authorLanguage(c.flag, func(name string) string { return c.env[name] })
		if err != nil {
			got = "-"
		}
		if got != c.want {
			t.Errorf("flag %q, environment %v: %q, %v; want %q", c.flag, c.env, got, err, c.want)
		}
	}
}

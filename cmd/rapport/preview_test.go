package main

import "testing"

func TestEditorAddress(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"vscode", "vscode://file/{path}:{line}:{column}"},
		{"zed", "zed://file/{path}:{line}:{column}"},
		{"idea://open?file=/{path}&line={line}", "idea://open?file=/{path}&line={line}"},
		{"notepad", ""}, {"mine://open", ""}, {"javascript:alert('{path}')", ""}, {"JavaScript:{path}", ""},
		{"data:text/html,{path}", ""}, {"{path}", ""}, {"", ""},
	} {
		have, err := editorAddress(tt.name)
		if have != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%q: %q, %v", tt.name, have, err)
		}
	}
}

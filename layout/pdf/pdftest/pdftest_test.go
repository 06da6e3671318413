package pdftest

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"testing"
)

// A report with a broken rule, one on a file that could not be read, and one without a fault.
const reports = `<?xml version="1.0" encoding="utf-8"?>
<report><jobs>
<job><item size="1"><name>/a.pdf</name></item>
<validationReport isCompliant="false"><details><rule clause="7.1" testNumber="9" failedChecks="2">
<description>A title</description><check status="failed"><context>root</context><errorMessage>No title</errorMessage></check></rule></details></validationReport></job>
<job><item size="1"><name>/b.pdf</name></item><taskException type="PARSE"><exceptionMessage>Not a PDF</exceptionMessage></taskException></job>
<job><item size="1"><name>/c.pdf</name></item><validationReport isCompliant="true"><details/></validationReport></job>
</jobs></report>`

func TestReadReport(t *testing.T) {
	checked, problems := readReport(reports)
	if checked != 2 || len(problems) != 2 {
		t.Fatalf("%d files checked, problems %q", checked, problems)
	}
	for i, want := range []string{"/a.pdf: clause 7.1-9, 2 times: A title\n\tNo title\n\troot",
		"/b.pdf: Not a PDF"} {
		if problems[i] != want {
			t.Errorf("have %q\nwant %q", problems[i], want)
		}
	}
	if checked, problems = readReport("Exception in thread"); checked != 0 || len(problems) != 1 {
		t.Errorf("no report: %d files checked, problems %q", checked, problems)
	}
}

// plain is a PDF file without tags or anything else that the standards ask for.
func plain() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	references := "xref\n0 4\n0000000000 65535 f \n"
	for i, object := range []string{"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"} {
		references += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer\n<</Root 1 0 R/Size 4>>\nstartxref\n%d\n%%%%EOF\n", references,
		start)
	return b.Bytes()
}

// The report that veraPDF writes today is the one that readReport reads.
func TestVeraPDFFindsFaults(t *testing.T) {
	program, file := Tool(t, "verapdf"), File(t, "plain.pdf", plain())
	// Its exit status is a failure for a broken rule.
	out, _ := exec.Command(program, "-f", "ua1", "--format", "xml", file).Output()
	checked, problems := readReport(string(out))
	if checked != 1 || !strings.Contains(strings.Join(problems, "\n"), "clause 7.1") {
		t.Errorf("%d files checked, problems %q", checked, problems)
	}
}

// Without a program a test is skipped, and fails when CI=true.
func TestMissingTool(t *testing.T) {
	for ci, want := range map[string]string{"true": "fatal", "": "skip"} {
		t.Setenv("CI", ci)
		r := &recorder{TB: t}
		func() {
			defer func() { recover() }()
			Tool(r, "no-such-program")
		}()
		if r.end != want {
			t.Errorf("CI=%q: %q, want %q", ci, r.end, want)
		}
	}
}

// recorder notes how a test ended, and ends it by a panic.
type recorder struct {
	testing.TB
	end string
}

func (r *recorder) Helper()               {}
func (r *recorder) Fatalf(string, ...any) { r.end = "fatal"; panic(r.end) }
func (r *recorder) Skipf(string, ...any)  { r.end = "skip"; panic(r.end) }

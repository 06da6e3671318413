package members

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"rapport/content/intake/table"
)

func read(t *testing.T, s string) (*List, error) {
	t.Helper()
	return Read(table.Input{ReaderAt: strings.NewReader(s), Size: int64(len(s))})
}

const list = `Medlemsliste;;;;;
E-post;Fornavn;Etternavn;Avmeldt;Språk;Annet
kari@example.no;Kari;Vik;;nb;x
 KARI@example.no ;Kari;Vik;nei;nb;
kari+avis@example.no;;;;;
ingen adresse;Ole;Dal;;;
a@example.no, b@example.no;To;Stykker;;;
ola@example.no;Ola;Li;Ja;;
OLA@example.no;Ola;Li;;;
per@example.no;Per;Li;;;
Per@example.no;Per;Li;2024-03-01;;
styret@example.no;;;;;
åse@example.no;Åse;Ås;;NN;
post@blåbær.example.no;Bær;Post;kanskje;;
x@blåbær.example.no;Bær;Post;;;
"Vik, Anne" <anne@example.no>;;;;;
noreply@example.no;;;;;
rar@example.no;<b>;;;;
`

func TestRead(t *testing.T) {
	l, err := read(t, list)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, m := range l.Members {
		fmt.Fprintf(&got, "%d %s %q %q %s\n", m.Row, m.Address.SMTP(), m.Name, m.FirstName, m.Language)
	}
	for _, n := range l.Notes {
		fmt.Fprintf(&got, "%d: %s %d\n", n.Row, n.Kind, n.Other)
	}
	const want = `3 kari@example.no "Kari Vik" "Kari" nb
5 kari+avis@example.no "" "" 
12 styret@example.no "" "" 
13 åse@example.no "Åse Ås" "Åse" nn
15 x@xn--blbr-roah.example.no "Bær Post" "Bær" 
16 anne@example.no "Anne Vik" "Anne" 
18 rar@example.no "" "" 
4: twice 3
5: no name 0
6: no address 0
7: several addresses 0
8: unsubscribed 0
9: twice 8
11: unsubscribed 0
10: unsubscribed 0
12: no name 0
12: role 0
13: wide 0
14: unclear 0
15: domain 0
17: no address 0
18: bad name 0
18: no name 0
`
	if got.String() != want {
		t.Errorf("%s\nwant\n%s", &got, want)
	}
	if l.Rows != 16 {
		t.Error(l.Rows)
	}
}

// TestWorkbook reads the list as a workbook that another library wrote: as it reads the text.
func TestWorkbook(t *testing.T) {
	f := excelize.NewFile()
	for i, line := range strings.Split(strings.TrimSpace(list), "\n") {
		for k, cell := range strings.Split(line, ";") {
			at, err := excelize.CoordinatesToCellName(k+1, i+1)
			if err := errors.Join(err, f.SetCellValue("Sheet1", at, strings.Trim(cell, `"`))); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	book, err := Read(table.Input{ReaderAt: bytes.NewReader(b.Bytes()), Size: int64(b.Len())})
	if err != nil {
		t.Fatal(err)
	}
	text, err := read(t, strings.ReplaceAll(list, `"Vik, Anne"`, "Vik, Anne"))
	if err != nil || !reflect.DeepEqual(book.Members, text.Members) || !reflect.DeepEqual(book.Notes, text.Notes) {
		t.Errorf("%v\n%v %v\n%v %v", err, book.Members, book.Notes, text.Members, text.Notes)
	}
}

// TestEveryRow sees to it that each row is a member or told as left out.
func TestEveryRow(t *testing.T) {
	l, err := read(t, list)
	if err != nil {
		t.Fatal(err)
	}
	out := map[int]bool{}
	for _, n := range l.Notes {
		if n.Kind.Out() {
			out[n.Row] = true
		}
	}
	if len(l.Members)+len(out) != l.Rows {
		t.Errorf("%d members and %d left out of %d", len(l.Members), len(out), l.Rows)
	}
}

func TestHeads(t *testing.T) {
	for _, head := range []string{"e-post", "E-POST", "epost", "email", "E-mail", "E-postadresse", "Mail"} {
		l, err := read(t, "Navn,"+head+"\nKari Vik,kari@example.no\n")
		if err != nil || len(l.Members) != 1 || l.Members[0].FirstName != "Kari" {
			t.Errorf("%s: %v, %v", head, l, err)
		}
	}
	if _, err := read(t, "Navn;Adresse\nKari;Storgata 1\n"); !errors.Is(err, ErrNoColumn) {
		t.Error(err)
	}
	if _, err := read(t, "kari@example.no\nola@example.no\n"); !errors.Is(err, ErrNoColumn) {
		t.Error(err)
	}
	if _, err := read(t, "\n"); err == nil {
		t.Error("an empty list is read")
	}
}

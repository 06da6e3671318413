package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// inflate undoes FlateDecode with the standard library.
func inflate(t *testing.T, data []byte) []byte {
	t.Helper()
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// number finds an integer in a dictionary.
func number(t *testing.T, dict, key string) int {
	t.Helper()
	m := regexp.MustCompile(key + ` (\d+)`).FindStringSubmatch(dict)
	if m == nil {
		t.Fatalf("no %s in %s", key, dict)
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// streamAt reads the stream object at an offset.
func streamAt(t *testing.T, file []byte, at int) (object int, dict string, data []byte) {
	t.Helper()
	head, _, ok := bytes.Cut(file[at:], []byte("\nstream\n"))
	if _, err := fmt.Sscanf(string(file[at:]), "%d 0 obj\n<<", &object); err != nil || !ok {
		t.Fatalf("no stream object at %d: %.40q", at, file[at:])
	}
	dict = string(head)
	from := at + len(head) + len("\nstream\n")
	data = file[from : from+number(t, dict, "/Length")]
	if rest := file[from+len(data):]; !bytes.HasPrefix(rest, []byte("\nendstream\nendobj\n")) {
		t.Fatalf("object %d does not end: %.20q", object, rest)
	}
	return object, dict, data
}

// references reads the cross-reference stream by ISO 32000-1, 7.5.8.
func references(t *testing.T, file []byte) [][3]int {
	t.Helper()
	var start int
	if _, err := fmt.Sscanf(string(file[bytes.LastIndex(file, []byte("startxref")):]),
		"startxref\n%d\n%%%%EOF", &start); err != nil {
		t.Fatal(err)
	}
	_, dict, data := streamAt(t, file, start)
	columns := number(t, dict, "/Columns")
	rows := inflate(t, data)
	if len(rows) != number(t, dict, "/Size")*(columns+1) {
		t.Fatalf("%d bytes of rows", len(rows))
	}
	above := make([]byte, columns)
	var list [][3]int
	for i := 0; i < len(rows); i += columns + 1 {
		if rows[i] != 2 {
			t.Fatalf("filter %d", rows[i])
		}
		for k := range above {
			above[k] += rows[i+1+k]
		}
		where := 0
		for _, v := range above[1 : columns-2] {
			where = where<<8 | int(v)
		}
		list = append(list,
			[3]int{int(above[0]), where, int(above[columns-2])<<8 | int(above[columns-1])})
	}
	return list
}

// Every object is where the cross-references say.
func TestReferences(t *testing.T) {
	file := render(t, sample(t))
	list := references(t, file)
	packed := 0
	for n, e := range list {
		switch e[0] {
		case 0:
			if n != 0 {
				t.Errorf("object %d was reserved and never written", n)
			}
		case 1:
			if object, _, _ := streamAt(t, file, e[1]); object != n {
				t.Errorf("object %d is at %d, where %d should be", object, e[1], n)
			}
		case 2:
			packed++
			_, dict, data := streamAt(t, file, list[e[1]][1])
			body := inflate(t, data)
			numbers := strings.Fields(string(body[:number(t, dict, "/First")]))
			if numbers[2*e[2]] != strconv.Itoa(n) {
				t.Errorf("object %d: object %s is at its place", n, numbers[2*e[2]])
			}
			at, _ := strconv.Atoi(numbers[2*e[2]+1])
			if rest := body[number(t, dict, "/First")+at:]; rest[0] != '<' && rest[0] != '[' {
				t.Errorf("object %d begins %.10q", n, rest)
			}
		}
	}
	if packed < 50 {
		t.Errorf("only %d objects in object streams", packed)
	}
}

// Offsets of a large file need more bytes than those of a small one.
func TestWideReferences(t *testing.T) {
	var b bytes.Buffer
	f := newFile(&b, "1.7", 1)
	defer f.stop()
	big := f.alloc(1)
	f.ready(big, partImage, object{}, make([]byte, 1<<17))
	var o object
	root := f.add(o.raw("<</Type/Catalog>>"))
	if err := f.close(root, root); err != nil {
		t.Fatal(err)
	}
	list := references(t, b.Bytes())
	if e := list[len(list)-1]; e[0] != 1 || e[1] < 1<<17 {
		t.Errorf("the cross-reference stream is at %v", e)
	}
	if e := list[root]; e[0] != 2 || e[2] != 0 {
		t.Errorf("the catalog is at %v", e)
	}
}

// A stream that cannot be made stops the file with its error.
func TestStreamErrors(t *testing.T) {
	f := newFile(io.Discard, "1.7", 1)
	defer f.stop()
	for i := range 200 {
		f.stream(f.alloc(1), partContent, func([]byte) (object, []byte, error) {
			if i == 150 {
				return object{}, nil, errFull
			}
			return object{}, []byte("q Q"), nil
		})
	}
	if err := f.close(1, 1); err != errFull {
		t.Errorf("error %v", err)
	}
}

// A name tree of any size holds every name, sorted, with limits that are true.
func TestNameTrees(t *testing.T) {
	for _, n := range []int{0, 1, treeFan, treeFan + 1, treeFan*treeFan + 1} {
		f := newFile(io.Discard, "1.7", 1)
		value := f.alloc(1)
		var names []named
		for i := range n {
			names = append(names, named{fmt.Appendf(nil, "n%05d", n-i), value})
		}
		root, err := f.nameTree(names)
		if err != nil {
			t.Fatal(err)
		}
		f.stop()
		nodes := len(f.packed.numbers)
		for _, e := range f.entries {
			if e.kind == 2 {
				nodes++
			}
		}
		want := 1
		for level := n; level > treeFan; want += level {
			level = (level + treeFan - 1) / treeFan
		}
		if last := f.packed.numbers[len(f.packed.numbers)-1]; nodes != want || last != root {
			t.Errorf("%d names: %d nodes, want %d; the last is %d, the root %d",
				n, nodes, want, last, root)
		}
		for i := 1; i < n; i++ {
			if bytes.Compare(names[i-1].key, names[i].key) >= 0 {
				t.Fatalf("%s before %s", names[i-1].key, names[i].key)
			}
		}
	}
}

func (p part) String() string {
	return [...]string{"content", "fonts", "images", "structure", "other"}[p]
}

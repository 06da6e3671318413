package intake

import (
	"bytes"
	"math/rand"
	"testing"
	"time"

	"rapport/content/intake/table"
)

// TestMutations makes questions of exports in which bytes are changed, gone and there twice: no one is
// counted twice or lost, and nothing takes long.
func TestMutations(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	exports := invent(3, 12).exports(t)
	for i := range 300 {
		data := bytes.Clone(exports[r.Intn(len(exports))].data)
		for range 1 + r.Intn(20) {
			k := r.Intn(len(data))
			switch r.Intn(3) {
			case 0:
				data[k] = byte(r.Intn(256))
			case 1:
				data = append(data[:k], data[min(len(data), k+r.Intn(40)):]...)
			default:
				j := r.Intn(len(data))
				data = append(data[:k:k], data[j:]...)
			}
			if len(data) == 0 {
				data = []byte{'a'}
			}
		}
		start := time.Now()
		tab, err := table.Open(table.Input{ReaderAt: bytes.NewReader(data), Size: int64(len(data))}, table.Options{})
		if err != nil {
			continue
		}
		d, err := Read(tab)
		if err != nil {
			continue
		}
		for _, q := range d.Recognise(inBokmal).Questions {
			sum := 0
			for _, a := range q.Answers {
				sum += a.Count
			}
			if q.Kind != Multiple && q.Kind != Open && sum != q.Replies || q.Missing < 0 || q.ID == "" {
				t.Errorf("%d: %d answers of %d: %+v", i, sum, q.Replies, q)
			}
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%d took %v, %d bytes", i, took, len(data))
		}
	}
}

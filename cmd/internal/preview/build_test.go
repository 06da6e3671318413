package preview

import (
	"context"
	"testing"
	"time"
)

// BenchmarkBuild measures a build of what has been built before.
func BenchmarkBuild(b *testing.B) {
	s := bench(b)
	b.ReportAllocs()
	for b.Loop() {
		s.build(context.Background(), time.Now())
	}
}

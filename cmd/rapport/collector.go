package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// firstHeap is how large a heap becomes, in bytes, before it is collected. A report of forty pages
// is written before that: it would be collected a dozen times for a heap that dies with the
// process, and even once costs a tenth of its time.
const firstHeap = 32 << 20

// How much garbage may lie beside what lives, in bytes, before it is collected again. A long report
// may hold as much garbage as it has living things, up to a limit that grows more slowly than
// these.
const (
	leastGarbage = 40 << 20
	mostGarbage  = 80 << 20
	garbageShare = 0.4 // of what lives, in a heap so large that this is more
)

// mostPercent makes the runtime's smallest heap, which is 4 MiB at 100, as large as firstHeap.
const mostPercent = firstHeap / (4 << 20) * 100

// collector sets the collector anew after each collection.
type collector struct{ live []metrics.Sample }

// collectLate makes the collector wait. Who has said in the environment how it should work is
// obeyed.
func collectLate() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(mostPercent)
	c := &collector{[]metrics.Sample{{Name: "/gc/heap/live:bytes"}}}
	c.afterNext()
}

// afterNext waits for the next collection, which finds that nobody holds the mark.
func (c *collector) afterNext() {
	runtime.AddCleanup(new([64]byte), func(c *collector) {
		metrics.Read(c.live)
		debug.SetGCPercent(percentFor(float64(c.live[0].Value.Uint64())))
		c.afterNext()
	}, c)
}

// percentFor is the setting (GOGC) for a heap with so many bytes that live.
func percentFor(live float64) int {
	garbage := max(leastGarbage, min(live, mostGarbage), garbageShare*live)
	return int(min(mostPercent, 100*garbage/max(live, 1)))
}

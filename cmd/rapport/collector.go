package main

import (
	"cmp"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// firstHeap is how large a heap becomes, in bytes, before it is collected. A report of forty pages
// is written before that: it would be collected a dozen times for a heap that dies with the
// process, and even once costs a tenth of its time.
const firstHeap = 32 << 20

// How much garbage may lie beside what lives before it is collected again: so many bytes at least,
// or so many times what lives, while all that the runtime holds is no more than longHeap. A report of
// three thousand pages comes near that; beyond, garbage is a share of what lives.
const (
	leastGarbage = 42 << 20
	garbageTimes = 2.5
	longHeap     = 310 << 20
	garbageShare = 0.4
)

// editionsHeap is longHeap where a thousand reports are made one after another.
const editionsHeap = 255 << 20

// heapMost is the longHeap of the command that runs; 0 when it has none of its own.
var heapMost atomic.Int64

// holdTo sets it.
func holdTo(heap int64) {
	heapMost.Store(heap)
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heap)
	}
}

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
	debug.SetMemoryLimit(longHeap) // which holds at once, while a percentage is of what lived before
	c := &collector{[]metrics.Sample{{Name: "/gc/heap/live:bytes"}}}
	c.afterNext()
}

// afterNext waits for the next collection, which finds that nobody holds the mark.
func (c *collector) afterNext() {
	runtime.AddCleanup(new([64]byte), func(c *collector) {
		metrics.Read(c.live)
		live := float64(c.live[0].Value.Uint64())
		debug.SetGCPercent(percentFor(live))
		debug.SetMemoryLimit(limitFor(live))
		c.afterNext()
	}, c)
}

// percentFor is the setting (GOGC) for a heap with so many bytes that live.
func percentFor(live float64) int {
	return int(min(mostPercent, 100*max(garbageTimes, leastGarbage/max(live, 1))))
}

// limitFor is the runtime's limit (GOMEMLIMIT) beside so many bytes that live.
func limitFor(live float64) int64 {
	most := cmp.Or(heapMost.Load(), longHeap)
	return int64(max(float64(most), (1+garbageShare)*live))
}

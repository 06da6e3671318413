//go:build unix

package mail

import (
	"os/signal"
	"strconv"
	"syscall"
)

// fill lets no file of this process grow over so many bytes, as a full disk would.
func fill(most string) {
	signal.Ignore(syscall.SIGXFSZ)
	n, err := strconv.ParseUint(most, 10, 64)
	if err == nil {
		err = syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n})
	}
	if err != nil {
		panic(err)
	}
}

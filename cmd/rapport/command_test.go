package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestInterrupted stops the program before it writes.
func TestInterrupted(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	out := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	arguments := []string{"build", "2022", "--content", "testdata/content", "--out", out}
	code := execute(ctx, arguments, &stdout, &stderr)
	const want = "rapport: interrupted; nothing was changed\n"
	if code != exitInterrupted || stdout.Len() > 0 || stderr.String() != want {
		t.Errorf("exit code %d, %q, %q", code, stdout.String(), stderr.String())
	}
	if _, err := os.Stat(out); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is there: %v", out, err)
	}
}

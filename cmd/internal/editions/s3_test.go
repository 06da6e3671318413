package editions

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"
)

// bucket is an S3 server that others wrote, with a bucket; every so many uploads something happens first.
func bucket(t *testing.T, happens func(w http.ResponseWriter, r *http.Request, upload int) bool) (address string,
	getenv func(string) string) {
	t.Helper()
	backend := s3mem.New()
	if err := backend.CreateBucket("utgaver"); err != nil {
		t.Fatal(err)
	}
	handler := gofakes3.New(backend).Server()
	var uploads atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPut && happens != nil && happens(w, r, int(uploads.Add(1))) {
			return
		}
		handler.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	t.Setenv("AWS_ACCESS_KEY_ID", "kanarinokkel")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "kanarihemmelig")
	env := map[string]string{"AWS_ENDPOINT_URL": server.URL, "AWS_REGION": "us-east-1"}
	return "s3://utgaver/2024/medlemmer", func(name string) string { return env[name] }
}

// TestObjects makes editions into an object store, as into a folder.
func TestObjects(t *testing.T) {
	store, err := OpenObjects(bucket(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	if _, err := store.Get(ctx, "ingen"); !errors.Is(err, ErrNone) {
		t.Error(err)
	}
	if _, err := store.Sum(ctx, "ingen"); !errors.Is(err, ErrNone) {
		t.Error(err)
	}
	names := groups(30)
	j := newJob(store, names)
	if done, err := j.Run(ctx); err != nil || done.Done != 30 {
		t.Fatal(done, err)
	}
	if have := verify(t, store, names, "a"); len(have) > 0 {
		t.Error(have)
	}
	data, err := store.Get(ctx, "gruppe-4.pdf")
	if err != nil || string(data) != "%PDF Gruppe 4a" {
		t.Errorf("%q %v", data, err)
	}
	again := newJob(store, names)
	if done, err := again.Run(ctx); err != nil || done.Kept != 30 {
		t.Error(done, err)
	}
	if err := store.Put(ctx, "gruppe-4.pdf", []byte("noe annet")); err != nil {
		t.Fatal(err)
	}
	if have := verify(t, store, names, "a"); len(have) != 1 || !strings.Contains(have[0], "gruppe-4.pdf is not") {
		t.Error(have)
	}
}

// TestObjectFaults: a store that is busy, or cuts the line in the middle of an object, leaves no half one,
// and a run comes through or says which editions it could not make.
func TestObjectFaults(t *testing.T) {
	address, getenv := bucket(t, func(w http.ResponseWriter, r *http.Request, upload int) bool {
		switch {
		case upload%5 == 2:
			http.Error(w, `<Error><Code>SlowDown</Code></Error>`, http.StatusServiceUnavailable)
			return true
		case upload%7 == 3: // the line is cut
			_, _ = io.CopyN(io.Discard, r.Body, 4)
			conn, _, err := w.(http.Hijacker).Hijack()
			if err == nil {
				_ = conn.Close()
			}
			return true
		}
		return false
	})
	store, err := OpenObjects(address, getenv)
	if err != nil {
		t.Fatal(err)
	}
	names := groups(12)
	for range 4 {
		if _, err = newJob(store, names).Run(context.Background()); err == nil {
			break
		}
	}
	if have := verify(t, store, names, "a"); err != nil || len(have) > 0 {
		t.Error(err, have)
	}
}

// TestObjectsRefused: a store that takes nothing says so, without a word of who asked.
func TestObjectsRefused(t *testing.T) {
	address, getenv := bucket(t, func(w http.ResponseWriter, _ *http.Request, _ int) bool {
		w.WriteHeader(http.StatusForbidden)
		_, _ = io.WriteString(w, `<Error><Code>AccessDenied</Code><Message>kanarinokkel</Message></Error>`)
		return true
	})
	store, err := OpenObjects(address, getenv)
	if err != nil {
		t.Fatal(err)
	}
	j := newJob(store, groups(2))
	_, err = j.Run(context.Background())
	if err == nil || !strings.Contains(err.Error(), "AccessDenied") || strings.Contains(err.Error(), "kanari") ||
		len(j.failed) != 2 || strings.Contains(strings.Join(j.failed, " "), "kanari") {
		t.Error(err, j.failed)
	}
	for _, address := range []string{"s3://", "s3://u:p@b/x", "http://b/x", "s3://b/x?a=b"} {
		if _, err := OpenObjects(address, os.Getenv); !errors.Is(err, ErrAddress) {
			t.Errorf("%s: %v", address, err)
		}
	}
}

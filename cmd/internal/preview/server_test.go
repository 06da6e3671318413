package preview

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"
)

// bench is a server of the published annual report, built once.
func bench(t testing.TB) *server {
	t.Helper()
	s := newServer(4022, Options{Content: os.DirFS(publishedContent), Year: 2022,
		Name: "erfaringskonsulentene-i-tall", Root: "/srv/content", Editor: "vscode://file/{path}:{line}"})
	s.build(context.Background(), time.Now())
	return s
}

func ask(s *server, method, host, path string) *http.Response {
	r := httptest.NewRequest(method, "http://"+host+path, nil)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

// TestClosed: only this machine's own names are answered, nothing is written, no path leads out, and
// every answer says what the page may do.
func TestClosed(t *testing.T) {
	s := bench(t)
	screen := s.current.Load().views[viewScreen][0].ID
	const own = "127.0.0.1:4022"
	for _, tt := range []struct {
		method, host, path string
		want               int
	}{
		{"GET", own, "/", 200}, {"HEAD", own, "/", 200}, {"GET", "localhost:4022", "/", 200},
		{"GET", "LOCALHOST:4022", "/preview.js", 200},
		{"GET", "example.org", "/", 421}, {"GET", "127.0.0.1:4023", "/", 421}, {"GET", "127.0.0.1", "/", 421},
		{"GET", "localhost.example.org:4022", "/events", 421},
		{"POST", own, "/", 405}, {"PUT", own, "/events", 405}, {"DELETE", own, "/", 405},
		{"OPTIONS", own, "/", 405},
		{"GET", own, "/?file=/etc/passwd", 200}, // a question is not heard
		{"GET", own, "/../server.go", 404}, {"GET", own, "/..%2fserver.go", 404},
		{"GET", own, "/page/preview.html", 404}, {"GET", own, "/web/1/../../server.go", 404},
		{"GET", own, "/web/1/index.html", 200}, {"GET", own, "/web/1/style.css", 200},
		{"GET", own, "/web/1//etc/passwd", 404}, {"GET", own, "/fonts/..%2f..%2fgo.mod", 404},
		{"GET", own, "/fonts/source-serif-4-400.ttf", 200}, {"GET", own, "/image/none", 404},
		{"GET", own, "/picture/" + screen + ".svg", 200}, {"GET", own, "/picture/none.svg", 404},
		{"GET", own, "/picture/" + screen + "-x.svg", 404},
		{"GET", own, "/picture/" + strings.ToUpper(screen) + ".svg/..", 404},
	} {
		a := ask(s, tt.method, tt.host, tt.path)
		if a.StatusCode != tt.want {
			t.Errorf("%s %s%s: %d, want %d", tt.method, tt.host, tt.path, a.StatusCode, tt.want)
		}
		for name, want := range map[string]string{"Content-Security-Policy": "", "X-Content-Type-Options": "nosniff",
			"Cross-Origin-Resource-Policy": "same-origin", "Access-Control-Allow-Origin": "none"} {
			have := a.Header.Get(name)
			if want == "none" && have != "" || want != "none" && !strings.Contains(have, want) || want == "" && have == "" {
				t.Errorf("%s%s: %s is %q", tt.host, tt.path, name, have)
			}
		}
	}
}

// TestInks: with one ink a page shows what is on that plate, with none paper.
func TestInks(t *testing.T) {
	s := bench(t)
	leaf := s.current.Load().views[viewPrint][0].ID
	seen := map[string]string{}
	for _, inks := range []string{"", "-", "-c", "-m", "-y", "-k", "-cm", "-cmyk"} {
		body := string(s.current.Load().picture(leaf, inks))
		if body == "" {
			t.Fatalf("no picture with the inks %q", inks)
		}
		for other, b := range seen {
			if b == body {
				t.Errorf("%q and %q look alike", inks, other)
			}
		}
		seen[inks] = body
	}
	if strings.Contains(strings.ReplaceAll(seen["-"], `"#ffffff"`, ""), `"#`) {
		t.Error("paper without ink has a colour")
	}
}

// TestListen: a port that is taken gives way to the next.
func TestListen(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	l, err := Listen(port)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	at := l.Addr().(*net.TCPAddr)
	if at.Port <= port || at.Port > port+50 || !at.IP.IsLoopback() {
		t.Errorf("%v beside %d", at, port)
	}
}

// TestEnds: a server with a browser that listens ends within a second.
func TestEnds(t *testing.T) {
	l, err := Listen(0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		done <- Serve(ctx, l, Options{Content: os.DirFS(publishedContent), Year: 2022,
			Name: "erfaringskonsulentene-i-tall"}, nil)
	}()
	r, err := http.Get("http://" + l.Addr().String() + "/events")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if _, err := r.Body.Read(make([]byte, 10)); err != nil {
		t.Fatal(err)
	}
	stop()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(time.Second):
		t.Error("it does not end")
	}
}

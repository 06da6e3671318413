package preview

import (
	"context"
	"crypto/rand"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net"
	"net/http"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"rapport/cmd/internal/watch"
	"rapport/fonts"
	"rapport/layout/svg"
)

// Options are what a preview shows, and how.
type Options struct {
	Content  fs.FS // the folder that holds a folder for each year
	Year     int
	Name     string // of the report
	Root     string // the path of Content for editors: absolute, with slashes
	Language string // of whoever writes, while the report does not say its own
	Editor   string // the address that opens a file: {path}, {line} and {column} are filled in
}

//go:embed page
var pageFiles embed.FS

// server shows the editions of a report.
type server struct {
	Options
	workshop
	run     string // names this run of the program
	hosts   map[string]bool
	current atomic.Pointer[published]
	before  atomic.Pointer[published] // whose pictures a browser may be about to ask for
	version int                       // of the last edition; the builder's

	building atomic.Bool // and it takes long

	mu      sync.Mutex
	readers map[chan struct{}]bool // each is told that there is something new
	site    site
}

// published is an edition as browsers get it.
type published struct {
	*edition
	version int
	message []byte
}

// site is the web edition of one version.
type site struct {
	version int
	files   map[string][]byte
	err     error
}

// Listen finds a port on loopback: the one that is asked for or, when it is taken, the nearest after
// it.
func Listen(port int) (net.Listener, error) {
	const tries = 50
	var first error
	for p := port; p < port+tries; p++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(p)))
		if err == nil {
			return l, nil
		}
		if first == nil {
			first = err
		}
	}
	return nil, first
}

// Serve shows a report on a listener and builds it anew at each change, until ctx is done.
func Serve(ctx context.Context, l net.Listener, o Options, changes <-chan watch.Change) error {
	s := newServer(l.Addr().(*net.TCPAddr).Port, o)
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(l) }()
	var building sync.WaitGroup
	building.Go(func() { s.watch(ctx, changes) })
	select {
	case <-ctx.Done():
	case err := <-failed:
		return err
	}
	err := web.Close() // events never end by themselves
	building.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

func newServer(port int, o Options) *server {
	nonce := make([]byte, 8)
	_, _ = rand.Read(nonce) // never fails
	s := &server{Options: o, workshop: newWorkshop(o), run: hex.EncodeToString(nonce), hosts: map[string]bool{},
		readers: map[chan struct{}]bool{}}
	for _, host := range []string{"127.0.0.1", "localhost"} {
		s.hosts[net.JoinHostPort(host, strconv.Itoa(port))] = true
	}
	return s
}

// policy is what the page may do: ask this server, and nobody else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; " +
	"frame-ancestors 'none'"

// ServeHTTP answers who asks this machine by its own name, and reads. Another name is that of a page
// which has pointed it here (DNS rebinding).
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", policy)
	switch {
	case !s.hosts[strings.ToLower(r.Host)]:
		http.Error(w, "another name than this machine's", http.StatusMisdirectedRequest)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "this can only be read", http.StatusMethodNotAllowed)
	default:
		s.route(w, r)
	}
}

// route answers by the first part of an address.
func (s *server) route(w http.ResponseWriter, r *http.Request) {
	first, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	switch {
	case first == "events" && rest == "":
		s.events(w, r)
	case first == "picture":
		s.picture(w, r, rest)
	case first == "image":
		s.image(w, r, rest)
	case first == "fonts":
		s.font(w, r, rest)
	case first == "web":
		s.web(w, r, rest)
	case first == "faces.css" && rest == "":
		send(w, r, "text/css; charset=utf-8", []byte(facesCSS()))
	case rest == "":
		s.page(w, r, first)
	default:
		http.NotFound(w, r)
	}
}

// send sends a body.
func send(w http.ResponseWriter, r *http.Request, kind string, body []byte) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodGet {
		_, _ = w.Write(body)
	}
}

// kinds are the kinds of files by their endings.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
	".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
	".jpg": "image/jpeg", ".woff2": "font/woff2", ".csv": "text/csv; charset=utf-8",
	".pdf": "application/pdf",
}

// page sends what the browser runs.
func (s *server) page(w http.ResponseWriter, r *http.Request, name string) {
	if name == "" {
		name = "preview.html"
	}
	body, err := fs.ReadFile(pageFiles, "page/"+name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	send(w, r, kinds[path.Ext(name)], body)
}

var pictureName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([0-9a-f]{24})(-c?m?y?k?)?\.svg$`)
})

// picture sends a leaf: its id, and after a hyphen the inks that are shown.
func (s *server) picture(w http.ResponseWriter, r *http.Request, name string) {
	now, m := s.current.Load(), pictureName().FindStringSubmatch(name)
	if now == nil || m == nil {
		http.NotFound(w, r)
		return
	}
	body := now.picture(m[1], m[2])
	if before := s.before.Load(); body == nil && before != nil {
		body = before.picture(m[1], m[2])
	}
	if body == nil {
		http.NotFound(w, r)
		return
	}
	send(w, r, kinds[".svg"], body)
}

// image sends an image of a page.
func (s *server) image(w http.ResponseWriter, r *http.Request, name string) {
	now := s.current.Load()
	if now == nil {
		http.NotFound(w, r)
		return
	}
	now.mu.Lock()
	body := now.images[name]
	now.mu.Unlock()
	if body == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "max-age=31536000, immutable")
	send(w, r, http.DetectContentType(body), body)
}

// web sends a file of the web edition, which is made when somebody looks at it: "12/index.html", the
// number being the version.
func (s *server) web(w http.ResponseWriter, r *http.Request, name string) {
	now := s.current.Load()
	_, name, _ = strings.Cut(name, "/")
	if now == nil || now.report == nil {
		http.NotFound(w, r)
		return
	}
	s.mu.Lock()
	if s.site.version != now.version {
		s.site = site{version: now.version}
		s.site.files, s.site.err = s.webEdition(now.report)
	}
	files, err := s.site.files, s.site.err
	s.mu.Unlock()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	body, ok := files[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Security-Policy", "frame-ancestors 'self'")
	send(w, r, kinds[path.Ext(name)], body)
}

// faces are all faces by the class of words that are set in them.
var faces = sync.OnceValue(func() map[string]*fonts.Face {
	all := map[string]*fonts.Face{}
	for _, family := range fonts.Families() {
		for _, weight := range []int{400, 500, 600, 700} {
			for _, italic := range []bool{false, true} {
				if f, ok := fonts.Find(family, weight, italic); ok {
					all[svg.FaceClass(f)] = f
				}
			}
		}
	}
	return all
})

// facesCSS names the faces for the browser. It loads one when words are set in it.
func facesCSS() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(faces())) {
		fmt.Fprintf(&b, "@font-face{font-family:%[1]s;src:url(/fonts/%[1]s.ttf);font-display:block}\n"+
			".%[1]s{font-family:%[1]s}\n", name)
	}
	return b.String()
}

// font sends a face's file.
func (s *server) font(w http.ResponseWriter, r *http.Request, name string) {
	face := faces()[strings.TrimSuffix(name, ".ttf")]
	if face == nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "max-age=3600")
	send(w, r, "font/ttf", face.File())
}

// tell tells all browsers that there is something new.
func (s *server) tell() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for reader := range s.readers {
		select {
		case reader <- struct{}{}:
		default: // it has been told and has not looked yet
		}
	}
}

// heartbeat is how often a connection without news shows that it lives.
const heartbeat = 10 * time.Second

// events tells one browser of each edition, the newest first, as long as it listens.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok || r.Method != http.MethodGet {
		return
	}
	reader := make(chan struct{}, 1)
	reader <- struct{}{}
	s.mu.Lock()
	s.readers[reader] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.readers, reader)
		s.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	if _, err := io.WriteString(w, "retry: 500\n\n"); err != nil {
		return
	}
	flusher.Flush()
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	sent, building := 0, false
	for {
		var err error
		select {
		case <-r.Context().Done():
			return
		case <-beat.C:
			_, err = io.WriteString(w, "event: beat\ndata:\n\n")
		case <-reader:
			if now := s.current.Load(); now != nil && now.version != sent {
				sent = now.version
				_, err = fmt.Fprintf(w, "data: %s\n\n", now.message)
			}
			if now := s.building.Load(); now != building {
				building = now
				_, err = fmt.Fprintf(w, "event: building\ndata: %t\n\n", now)
			}
		}
		if err != nil {
			return
		}
		flusher.Flush()
	}
}

package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport/cmd/internal/preview"
	"rapport/cmd/internal/watch"
	"rapport/content/source"
)

// previewing is the command that shows a report while it is written.
type previewing struct {
	selection
	port   int
	noOpen bool
	editor string
}

func newPreview() *cobra.Command {
	var p previewing
	cmd := &cobra.Command{
		Use:   "preview YEAR",
		Short: "Show a report in the browser while it is written",
		Long: `preview shows the pages of a report in the browser, beside what is wrong with them, and shows them anew each
time that a file below the content folder is saved: as on a screen, as a print shop gets them, as the sheets of
a booklet, and as a web page. A click on anything on a page opens the line that it comes from in the editor.

Nothing is written, and nobody but this machine is served. Ctrl-C ends it.`,
		Example: `  rapport preview 2022
  rapport preview 2021 --report trivselsundersokelsen --editor cursor
  rapport preview 2022 --no-open --editor 'idea://open?file=/{path}&line={line}'`,
	}
	p.register(cmd, wording{report: "show this `report` (the name of its folder); needed where the year has several"})
	cmd.Flags().IntVar(&p.port, "port", 4022, "`port` on this machine; the next free one when it is taken")
	cmd.Flags().BoolVar(&p.noOpen, "no-open", false, "do not open the browser")
	cmd.Flags().StringVar(&p.editor, "editor", "vscode", "`editor` that places open in: "+
		strings.Join(editorNames(), ", ")+
		", or an address with {path}, {line} and {column}")
	p.ofYear(cmd, func(cmd *cobra.Command, year int) error {
		return p.run(cmd.Context(), cmd.OutOrStdout(), year)
	})
	return cmd
}

// editors are the addresses by which editors open a place. A path begins without a slash.
var editors = map[string]string{
	"vscode":   "vscode://file/{path}:{line}:{column}",
	"insiders": "vscode-insiders://file/{path}:{line}:{column}",
	"vscodium": "vscodium://file/{path}:{line}:{column}",
	"cursor":   "cursor://file/{path}:{line}:{column}",
	"windsurf": "windsurf://file/{path}:{line}:{column}",
	"zed":      "zed://file/{path}:{line}:{column}",
	"idea":     "idea://open?file=/{path}&line={line}&column={column}",
}

func editorNames() []string {
	var names []string
	for name := range editors {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// address is an address of an editor: not one that a browser carries out itself.
var address = source.Pattern(`^[a-z][a-z0-9+.-]+:`)

// editorAddress is the address that opens a place in an editor.
func editorAddress(name string) (string, error) {
	if known := editors[name]; known != "" {
		return known, nil
	}
	scheme, _, _ := strings.Cut(strings.ToLower(name), ":")
	if !address().MatchString(strings.ToLower(name)) || !strings.Contains(name, "{path}") ||
		slices.Contains([]string{"javascript", "data", "vbscript", "blob"}, scheme) {
		return "", fmt.Errorf("--editor %q: it must be one of %s, or an address such as %s", name,
			strings.Join(editorNames(), ", "), editors["vscode"])
	}
	return name, nil
}

// run shows the report until ctx is done.
func (p *previewing) run(ctx context.Context, stdout io.Writer, year int) error {
	name, err := p.one(year)
	if err != nil {
		return err
	}
	editor, err := editorAddress(p.editor)
	if err != nil {
		return err
	}
	language, err := authorLanguage("", os.Getenv)
	if err != nil {
		return err
	}
	root, err := filepath.Abs(p.content)
	if err != nil {
		return err
	}
	folder, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer folder.Close()
	l, err := preview.Listen(p.port)
	if err != nil {
		return err
	}
	at := "http://" + l.Addr().String() + "/"
	if !strings.HasSuffix(l.Addr().String(), fmt.Sprintf(":%d", p.port)) {
		fmt.Fprintf(stdout, "note: port %d is taken\n", p.port)
	}
	fmt.Fprintf(stdout, "%s shows %s of %d; Ctrl-C ends it\n", at, name, year)
	if !p.noOpen {
		open(at)
	}
	o := preview.Options{Content: folder.FS(), Year: year, Name: name,
		Root: filepath.ToSlash(root), Editor: editor, Language: language}
	return preview.Serve(ctx, l, o, watch.Folder(ctx, root, watch.Options{}))
}

// open opens an address in the reader's browser, where there is a screen for it.
func open(address string) {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		cmd = exec.Command("open", address)
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", address)
	default:
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return
		}
		cmd = exec.Command("xdg-open", address)
	}
	if err := cmd.Start(); err == nil {
		go func() { _ = cmd.Wait() }()
	}
}

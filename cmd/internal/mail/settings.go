package mail

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/term"

	"rapport/cmd/internal/mail/delivery"
)

// Names of the settings, in the environment and in a file.
const (
	urlSetting      = "RAPPORT_SMTP_URL"
	passwordSetting = "RAPPORT_SMTP_PASSWORD"
	tokenSetting    = "RAPPORT_SMTP_TOKEN"
)

// setting is a value and where it was read: the variable's name, or file:line.
type setting struct{ value, where string }

// server finds out where to hand messages in: the environment first, then the settings file. A
// missing password is asked for where there is a terminal.
func (j *Job) server() (delivery.Server, error) {
	settings, err := j.settings()
	if err != nil {
		return delivery.Server{}, err
	}
	get := func(name string) setting {
		if v := j.Getenv(name); v != "" {
			return setting{v, name}
		}
		return settings[name]
	}
	at := get(urlSetting)
	if at.value == "" {
		return delivery.Server{}, errors.New(j.say("noserver"))
	}
	j.at, j.secret = at.where, at.where
	s, err := delivery.Parse(at.value)
	if err != nil {
		return s, errors.New(j.explain(err))
	}
	if p := get(passwordSetting); p.value != "" {
		s.Password, j.secret = p.value, p.where
	}
	if t := get(tokenSetting); t.value != "" {
		s.Token, j.secret = t.value, t.where
	}
	if j.name = s.Name(); s.NeedsSecret() {
		s.Password, err = j.ask(s)
		j.secret = passwordSetting
	}
	return s, err
}

// ask asks for a password without showing it.
func (j *Job) ask(s delivery.Server) (string, error) {
	file, ok := j.Stdin.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return "", errors.New(j.say("nosecret"))
	}
	j.print("password", s.Name())
	password, err := term.ReadPassword(int(file.Fd()))
	j.line()
	return string(password), err
}

// settings are those of the file: lines NAME=value. Nobody but its owner may read it.
func (j *Job) settings() (map[string]setting, error) {
	path, named := j.Settings, j.Settings != ""
	if !named {
		dir, err := os.UserConfigDir()
		if err != nil {
			return nil, nil
		}
		path = filepath.Join(dir, "rapport", "smtp")
	}
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) && !named {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return nil, errors.New(j.say("open", path))
	}
	if within(path, j.Content) {
		return nil, errors.New(j.say("inside", j.Content))
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	all := map[string]setting{}
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		if name, value, ok := strings.Cut(lines.Text(), "="); ok && !strings.HasPrefix(name, "#") {
			all[strings.TrimSpace(strings.TrimPrefix(name, "export "))] = setting{
				strings.Trim(strings.TrimSpace(value), `"'`), fmt.Sprintf("%s:%d", path, n)}
		}
	}
	return all, lines.Err()
}

// within says whether a file lies in a folder, links followed.
func within(path, dir string) bool {
	whole := func(p string) string {
		if real, err := filepath.EvalSymlinks(p); err == nil {
			p = real
		}
		p, _ = filepath.Abs(p)
		return p
	}
	rel, err := filepath.Rel(whole(dir), whole(path))
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

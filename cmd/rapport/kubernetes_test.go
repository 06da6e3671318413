package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rapport/cmd/internal/editions"
)

// manifest is the Kubernetes Job that README.md shows.
func manifest(t *testing.T) string {
	t.Helper()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, ok := strings.Cut(string(readme), "\n    apiVersion: ")
	if !ok {
		t.Fatal("README.md shows no manifest")
	}
	lines := []string{"apiVersion: "}
	for i, line := range strings.Split(after, "\n") {
		if i == 0 {
			lines[0] += line
		} else if inner, ok := strings.CutPrefix(line, "    "); ok {
			lines = append(lines, inner)
		} else {
			break
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// validate holds a manifest to the schema of the Kubernetes API, and says what is wrong with it.
func validate(t *testing.T, manifest string) string {
	t.Helper()
	if _, err := exec.LookPath("kubernetes-validate"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("kubernetes-validate is missing; see .ci/install-tools")
		}
		t.Skip("no kubernetes-validate (PyPI) on this machine")
	}
	name := filepath.Join(t.TempDir(), "job.yaml")
	write(t, name, []byte(manifest))
	said, err := exec.Command("kubernetes-validate", "--strict", name).CombinedOutput()
	if err == nil {
		return ""
	}
	if !strings.Contains(string(said), "did not validate") {
		t.Fatalf("kubernetes-validate: %v\n%s", err, said)
	}
	return string(said)
}

// TestKubernetesJob holds the Job in README.md to the API's own schema, and to what --shard makes of it:
// each of its tasks has a share of its own. Mistakes in it would be found.
func TestKubernetesJob(t *testing.T) {
	job := manifest(t)
	if said := validate(t, job); said != "" {
		t.Error(said)
	}
	for old, wrong := range map[string]string{"completions: 20": `completions: "20"`,
		"completionMode:": "completionModes:", "restartPolicy": "restart", "args: [": "args: [1, "} {
		if !strings.Contains(job, old) {
			t.Fatalf("no %q in\n%s", old, job)
		}
		if validate(t, strings.Replace(job, old, wrong, 1)) == "" {
			t.Errorf("%q is not found to be wrong", wrong)
		}
	}
	tasks := regexp.MustCompile(`completions: (\d+)`).FindStringSubmatch(job)
	shard := regexp.MustCompile(`--shard, (auto/(\d+))`).FindStringSubmatch(job)
	if tasks == nil || shard == nil || tasks[1] != shard[2] {
		t.Fatalf("%q tasks, %q", tasks, shard)
	}
	getenv := func(index string) func(string) string {
		return func(name string) string {
			return map[string]string{"JOB_COMPLETION_INDEX": index}[name]
		}
	}
	first, err := editions.ParseShard(shard[1], getenv("0"))
	last, other := editions.ParseShard(shard[1], getenv("19"))
	if err != nil || other != nil || first == last {
		t.Error(first, err, last, other)
	}
}

package main

import (
	"os"
	"runtime/pprof"

	"github.com/spf13/cobra"
)

// profiles are the files that --cpuprofile and --memprofile name, for go tool pprof.
type profiles struct {
	cpu, memory string
	open        *os.File // of the running CPU profile
}

func (p *profiles) flags(cmd *cobra.Command) {
	f := cmd.PersistentFlags()
	f.StringVar(&p.cpu, "cpuprofile", "", "write a CPU profile to `file`")
	f.StringVar(&p.memory, "memprofile", "", "write a profile of all allocations to `file`")
	_ = f.MarkHidden("cpuprofile") // fails only for a flag that is not there
	_ = f.MarkHidden("memprofile")
}

func (p *profiles) start() error {
	if p.cpu == "" {
		return nil
	}
	file, err := os.Create(p.cpu)
	if err != nil {
		return failure{err}
	}
	p.open = file
	return pprof.StartCPUProfile(file)
}

func (p *profiles) stop() error {
	if p.open != nil {
		pprof.StopCPUProfile()
		if err := p.open.Close(); err != nil {
			return failure{err}
		}
	}
	if p.memory == "" {
		return nil
	}
	file, err := os.Create(p.memory)
	if err != nil {
		return failure{err}
	}
	defer file.Close()
	return pprof.Lookup("allocs").WriteTo(file, 0)
}

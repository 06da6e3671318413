package editions

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Shard is a share of the editions: each Of-th one, from Number on, counted from 1.
type Shard struct{ Number, Of int }

// Whole is all editions.
var Whole = Shard{1, 1}

// ErrShard says that a shard is not written as 3/20.
var ErrShard = errors.New("a shard is written as 3/20, the third of twenty")

// ErrNoEngine says that no batch engine has handed out a number.
var ErrNoEngine = errors.New("no batch engine says which shard this is; write it as 3/20")

// share are the names that the shard makes.
func (s Shard) share(names []string) (mine []string) {
	for i := s.Number - 1; i < len(names); i += s.Of {
		mine = append(mine, names[i])
	}
	return mine
}

// ParseShard reads "3/20", or "auto", which takes the number from the batch engine that has started
// the program: Slurm (sbatch(1): SLURM_ARRAY_TASK_ID, _COUNT, _MIN, _STEP), a Kubernetes Indexed Job
// (JOB_COMPLETION_INDEX, from 0), or AWS Batch (AWS_BATCH_JOB_ARRAY_INDEX, from 0). The latter two do
// not say how many there are: "auto/20" does. The empty text is all.
func ParseShard(s string, getenv func(string) string) (Shard, error) {
	if s == "" {
		return Whole, nil
	}
	number, of, ok := strings.Cut(s, "/")
	if number == "auto" {
		return auto(of, getenv)
	}
	n, err1 := strconv.Atoi(strings.TrimSpace(number))
	m, err2 := strconv.Atoi(strings.TrimSpace(of))
	if !ok || err1 != nil || err2 != nil || n < 1 || n > m {
		return Shard{}, ErrShard
	}
	return Shard{n, m}, nil
}

// auto is the shard of the batch engine.
func auto(of string, getenv func(string) string) (Shard, error) {
	total := 0
	if of != "" {
		var err error
		if total, err = strconv.Atoi(of); err != nil || total < 1 {
			return Shard{}, ErrShard
		}
	}
	count := func(name string) (n int, there bool, err error) {
		text := getenv(name)
		if text == "" {
			return 0, false, nil
		}
		n, err = strconv.Atoi(text)
		if err != nil || n < 0 {
			return 0, true, fmt.Errorf("%s is no number", name)
		}
		return n, true, nil
	}
	if id, there, err := count("SLURM_ARRAY_TASK_ID"); there {
		least, _, err1 := count("SLURM_ARRAY_TASK_MIN")
		step, stepped, err2 := count("SLURM_ARRAY_TASK_STEP")
		tasks, counted, err3 := count("SLURM_ARRAY_TASK_COUNT")
		if !stepped || step == 0 {
			step = 1
		}
		if !counted {
			tasks = total
		}
		return within((id-least)/step+1, tasks, errors.Join(err, err1, err2, err3))
	}
	for _, engine := range []struct{ index, count string }{
		{"JOB_COMPLETION_INDEX", "JOB_COMPLETIONS"},
		{"AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE"},
	} {
		index, there, err := count(engine.index)
		if !there {
			continue
		}
		n, counted, err1 := count(engine.count)
		if !counted {
			n = total
		}
		return within(index+1, n, errors.Join(err, err1))
	}
	return Shard{}, ErrNoEngine
}

// within is a shard, when there are so many.
func within(number, of int, err error) (Shard, error) {
	switch {
	case err != nil:
		return Shard{}, err
	case of == 0:
		return Shard{}, errors.New("the batch engine does not say how many shards there are; write auto/20")
	case number < 1 || number > of:
		return Shard{}, fmt.Errorf("shard %d of %d", number, of)
	}
	return Shard{number, of}, nil
}

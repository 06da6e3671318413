// Package campaign sends a mailing: one message after another, at a pace, with the ledger written
// before and after each.
//
// # The idea
//
// [Make] holds the list against the ledger and says who is left. [Run] sends to those, and ends when
// nobody is left, when it is told to, or when going on would do harm: the server refuses the sender,
// or everything, or the line breaks again and again, or the ledger cannot be written. Whatever
// happens, everybody on the list is afterwards sent, failed, unknown or waiting.
//
// # Limits
//
// SMTP has no way to send exactly once. A message that was on its way when the line broke, or the
// program died, between its last byte and the server's reply is unknown, and is not repeated unless
// someone decides so.
package campaign

import (
	"context"
	"errors"
	"fmt"
	"time"

	"rapport/cmd/internal/mail/address"
	"rapport/cmd/internal/mail/delivery"
	"rapport/cmd/internal/mail/ledger"
	"rapport/cmd/internal/mail/members"
)

// Limits of patience.
const (
	refusals      = 10  // in a row end a run
	breaks        = 6   // of the line in a row
	unsures       = 3   // in a row
	tries         = 6   // of a message that is refused for now, in a run
	perConnection = 100 // messages; many servers end a connection after so many
)

// Reasons for which a run ends early.
var (
	ErrRefusals = errors.New("the server refuses every message")
	ErrSender   = errors.New("the server does not let this sender send")
	ErrLine     = errors.New("the line to the server breaks again and again")
	ErrUnsure   = errors.New("the line broke several times after a whole message")
	ErrLedger   = errors.New("the ledger cannot be written")
)

// Options are what a run needs.
type Options struct {
	Ledger    *ledger.Ledger
	Mailing   string
	From      string // local@domain
	Dial      func(context.Context) (*delivery.Session, error)
	Message   func(m members.Member, date time.Time) ([]byte, error)
	ID        func(address.Address) string
	PerMinute float64
	Growing   time.Duration // the first wait after a refusal for now; a minute when 0
	Progress  func(Progress)
}

// Progress is how far a run has come.
type Progress struct {
	Done, Of              int
	Sent, Failed, Unknown int
	Deferred              int           // refused for now, to be tried again
	Until                 time.Duration // to the next message, when that is long
	Left                  time.Duration // an estimate
}

// Outcome is what became of the messages of a run.
type Outcome struct {
	Sent, Failed, Unknown, Waiting int
	Words                          string // of the server that ended the run
	Err                            error  // of the line that broke, when it is not the server's words
}

// item is a message to send.
type item struct {
	members.Member
	before int // tries in earlier runs
	tries  int
	due    time.Time
}

// run is a run on its way.
type run struct {
	o       Options
	queue   []*item
	session *delivery.Session
	on      int // messages on this connection
	last    time.Time
	out     Outcome
	of      int
	inRow   struct{ refused, hard, broken, unsure int }
}

// Run sends a plan. It ends between two messages when ctx is done, with no error.
func Run(ctx context.Context, p *Plan, o Options) (Outcome, error) {
	if o.Growing == 0 {
		o.Growing = time.Minute
	}
	r := &run{o: o, of: len(p.Todo)}
	for _, m := range p.Todo {
		r.queue = append(r.queue, &item{Member: m, before: p.Tries[m.Address.Key()]})
	}
	defer r.hangUp(true)
	var err error
	for err == nil && len(r.queue) > 0 {
		i, wait := r.next(time.Now())
		if i < 0 || !r.sleep(ctx, wait) {
			break
		}
		err = r.one(ctx, i)
		r.tell(0)
	}
	r.out.Waiting = r.of - r.out.Sent - r.out.Failed - r.out.Unknown
	if errors.Is(err, context.Canceled) {
		err = nil
	}
	return r.out, err
}

// next is the message to send next, and how long to wait before. Messages that have not been tried
// come first, unless the server has refused the last ten: then one that is tried again must show
// that it does not refuse everything. It is negative when only given-up ones are left.
func (r *run) next(now time.Time) (index int, wait time.Duration) {
	index = -1
	holding := r.inRow.refused >= refusals
	for i, it := range r.queue {
		switch {
		case it.tries >= tries:
		case it.tries == 0 && !holding:
			if index < 0 || r.queue[index].due.After(now) {
				index = i
			}
		case it.tries > 0 && (index < 0 || it.due.Before(r.queue[index].due)):
			index = i
		}
		if index >= 0 && !r.queue[index].due.After(now) {
			break
		}
	}
	if index < 0 && holding && len(r.queue) > 0 && r.queue[0].tries == 0 {
		index = 0 // nothing is there to be tried again
	}
	if index < 0 {
		return index, 0
	}
	at := r.queue[index].due
	if r.o.PerMinute > 0 && !r.last.IsZero() {
		if pace := r.last.Add(time.Duration(float64(time.Minute) / r.o.PerMinute)); pace.After(at) {
			at = pace
		}
	}
	return index, at.Sub(now)
}

// patient is a wait that is told, and during which the connection is given up.
const patient = 20 * time.Second

// sleep waits, unless ctx ends first.
func (r *run) sleep(ctx context.Context, d time.Duration) bool {
	if d > patient {
		r.hangUp(true)
		r.tell(d)
	}
	if d <= 0 {
		return ctx.Err() == nil
	}
	select {
	case <-ctx.Done():
		return false
	case <-time.After(d):
		return true
	}
}

// hangUp ends a connection.
func (r *run) hangUp(politely bool) {
	if r.session != nil && politely {
		r.session.Close()
	} else if r.session != nil {
		r.session.Drop()
	}
	r.session, r.on = nil, 0
}

// one sends the message at an index of the queue. ctx does not reach into it: what has begun is
// finished.
func (r *run) one(ctx context.Context, index int) error {
	it := r.queue[index]
	r.last = time.Now()
	if r.on >= perConnection {
		r.hangUp(true)
	}
	if r.session == nil {
		s, err := r.o.Dial(ctx)
		if err != nil {
			return r.broke(ctx, err.Error(), err)
		}
		r.session = s
	}
	message, err := r.o.Message(it.Member, time.Now())
	if err != nil {
		return err
	}
	noted := false
	result := r.session.Send(r.o.From, it.Address, message, func() error {
		noted = true
		return r.put(it, ledger.Sending, "")
	})
	r.on++
	return r.settle(ctx, index, result, noted)
}

// put writes down what became of a message.
func (r *run) put(it *item, s ledger.State, reply string) error {
	err := r.o.Ledger.Put(r.o.Mailing, ledger.Entry{Address: it.Address.Key(), State: s,
		ID: r.o.ID(it.Address), Reply: reply, Line: it.Row, Tries: it.before + it.tries + 1,
		Changed: time.Now()})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrLedger, err)
	}
	return nil
}

// settle draws the conclusions of a result.
func (r *run) settle(ctx context.Context, index int, res delivery.Result, noted bool) error {
	it := r.queue[index]
	words := res.Reply
	if res.Code > 0 {
		words = fmt.Sprintf("%d %s", res.Code, res.Reply)
	}
	if res.Verdict == delivery.Later && res.Code == 421 { // the server ends the conversation
		res.Verdict = delivery.Broken
	}
	switch res.Verdict {
	case delivery.Accepted:
		r.inRow.refused, r.inRow.hard, r.inRow.broken, r.inRow.unsure = 0, 0, 0, 0
		r.out.Sent++
		return r.finish(index, ledger.Sent, words)
	case delivery.Refused:
		r.out.Failed++
		if err := r.finish(index, ledger.Failed, words); err != nil {
			return err
		}
		return r.refused(words, true)
	case delivery.Later:
		if err := r.put(it, ledger.Waiting, words); err != nil {
			return err
		}
		again := it.tries > 0
		it.due = time.Now().Add(r.o.Growing << it.tries)
		it.tries++
		return r.refused(words, again)
	case delivery.Unsure:
		r.hangUp(false)
		r.out.Unknown++
		if err := r.finish(index, ledger.Unknown, words); err != nil {
			return err
		}
		if r.inRow.unsure++; r.inRow.unsure >= unsures {
			r.out.Words, r.out.Err = address.Hide(words), res.Err
			return ErrUnsure
		}
		return nil
	case delivery.Stopped:
		return res.Err
	}
	if noted { // the server cannot have taken it
		if err := r.put(it, ledger.Waiting, words); err != nil {
			return err
		}
	}
	if res.Verdict == delivery.Sender {
		r.out.Words = address.Hide(words)
		return ErrSender
	}
	return r.broke(ctx, words, res.Err)
}

// finish takes a message out of the queue.
func (r *run) finish(index int, s ledger.State, words string) error {
	it := r.queue[index]
	r.queue = append(r.queue[:index], r.queue[index+1:]...)
	return r.put(it, s, words)
}

// refused counts what the server says no to. It is hard when it says so for good, or again.
func (r *run) refused(words string, hard bool) error {
	r.inRow.refused++
	if hard {
		r.inRow.hard++
	}
	if r.inRow.hard >= refusals {
		r.out.Words = address.Hide(words)
		return ErrRefusals
	}
	if err := r.session.Reset(); err != nil {
		r.hangUp(false)
	}
	return nil
}

// broke waits after a broken line, longer each time. What waiting does not mend ends the run.
func (r *run) broke(ctx context.Context, words string, err error) error {
	r.hangUp(false)
	for _, lasting := range []error{delivery.ErrNoTLS, delivery.ErrNoAuth, delivery.ErrLogin,
		delivery.ErrCertify} {
		if errors.Is(err, lasting) {
			return err
		}
	}
	if r.inRow.broken++; r.inRow.broken >= breaks {
		r.out.Words, r.out.Err = address.Hide(words), err
		return ErrLine
	}
	if !r.sleep(ctx, r.o.Growing/30<<r.inRow.broken) {
		return ctx.Err()
	}
	return nil
}

// tell says how far the run is. until is a long wait that begins.
func (r *run) tell(until time.Duration) {
	if r.o.Progress == nil {
		return
	}
	p := Progress{Of: r.of, Sent: r.out.Sent, Failed: r.out.Failed, Unknown: r.out.Unknown, Until: until}
	p.Done = p.Sent + p.Failed + p.Unknown
	for _, it := range r.queue {
		if it.tries > 0 {
			p.Deferred++
		}
	}
	if r.o.PerMinute > 0 {
		p.Left = time.Duration(float64(len(r.queue)) / r.o.PerMinute * float64(time.Minute))
	}
	r.o.Progress(p)
}

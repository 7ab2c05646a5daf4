package server

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"sync"

	"mandate/query/wire"
)

// Job is an upload that is read while nobody waits for the answer.
type Job struct {
	ID       string      `json:"id"`
	Name     string      `json:"name" doc:"file name, title or address of what was sent"`
	State    string      `json:"state" enum:"waiting,running,done,failed,cancelled"`
	Stage    Stage       `json:"stage,omitempty" enum:"opening,parsing,understanding,storing" doc:"of a running job"`
	Fraction float64     `json:"fraction" minimum:"0" maximum:"1" doc:"how much of the work is done, as far as can be told before its end"`
	Version  int         `json:"version" doc:"grows with every change of the job"`
	Document *wire.Added `json:"document,omitempty" doc:"that was added, once the job is done"`
	Problem  *Problem    `json:"problem,omitempty" doc:"why the job failed"`
}

// The states of a job. Of the last three there is no other to come.
const (
	jobWaiting   = "waiting" // for its turn
	jobRunning   = "running"
	jobDone      = "done"
	jobFailed    = "failed"
	jobCancelled = "cancelled"
)

func (j *Job) ended() bool { return j.State != jobWaiting && j.State != jobRunning }

// Stage is a step of reading an upload.
type Stage string

// The stages, in their order.
const (
	Opening       Stage = "opening"       // fetching it from its address
	Parsing       Stage = "parsing"       // of the file into text
	Understanding Stage = "understanding" // what each sentence says
	Storing       Stage = "storing"       // all of it in one step
)

// overall is where in the whole work a share of a stage lies. Most of it is
// understanding; of a PDF parsing takes a part too.
func (s Stage) overall(share float64) float64 {
	from, to := 0.0, 0.0
	switch s {
	case Opening:
		to = 0.02
	case Parsing:
		from, to = 0.02, 0.15
	case Understanding:
		from, to = 0.15, 0.97
	case Storing:
		from, to = 0.97, 1
	}
	return from + (to-from)*min(max(share, 0), 1)
}

// What jobs may hold: the texts of those that have not ended, in bytes, and how
// many are known at all.
const (
	maxPending = 8 * DefaultMaxUpload
	maxJobs    = 1000
)

// errJobsFull is why an upload is not taken as a job.
var errJobsFull = errors.New("too many uploads are waiting to be read: send it again when some of them are done")

// jobs are the jobs of a server, oldest first. Ended ones are forgotten as new
// ones come.
type jobs struct {
	mu      sync.Mutex
	all     []*job
	pending int           // bytes of those that have not ended
	stopped chan struct{} // closed once nobody is to wait for a change
	running sync.WaitGroup
}

// job is a Job and what it takes to change it.
type job struct {
	Job
	size    int
	cancel  context.CancelFunc
	changed chan struct{} // closed at the next change
}

func newJobs() *jobs { return &jobs{stopped: make(chan struct{})} }

// start has uploads read, each by a job of its own, all of them or, where there
// is no room, none.
func (js *jobs) start(ctx context.Context, uploads []Upload, read func(context.Context, Upload) (wire.Added, error)) ([]Job, error) {
	js.mu.Lock()
	defer js.mu.Unlock()
	size := 0
	for _, u := range uploads {
		size += len(u.Raw)
	}
	if js.pending > 0 && js.pending+size > maxPending || !js.makeRoom(len(uploads)) {
		return nil, errJobsFull
	}
	started := make([]Job, len(uploads))
	for i, u := range uploads {
		// The request ends before the job does; only cancelling ends that.
		ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
		j := &job{size: len(u.Raw), cancel: cancel, changed: make(chan struct{})}
		j.Job = Job{ID: rand.Text()[:16], Name: nameOf(u), State: jobWaiting, Version: 1}
		u.Progress = func(s Stage, share float64) { js.advance(j, s, share) }
		js.all = append(js.all, j)
		js.pending += j.size
		started[i] = j.Job
		js.running.Go(func() {
			added, err := read(ctx, u)
			js.end(ctx, j, added, err)
			cancel()
		})
	}
	return started, nil
}

// makeRoom forgets ended jobs, the oldest first, until so many more may come.
func (js *jobs) makeRoom(more int) bool {
	surplus := len(js.all) + more - maxJobs
	js.all = slices.DeleteFunc(js.all, func(j *job) bool {
		forget := surplus > 0 && j.ended()
		if forget {
			surplus--
		}
		return forget
	})
	return surplus <= 0
}

// advance notes how far a job is, in steps that are worth telling.
func (js *jobs) advance(j *job, stage Stage, share float64) {
	js.mu.Lock()
	defer js.mu.Unlock()
	const step = 0.01
	fraction := max(j.Fraction, stage.overall(share))
	if j.ended() || j.State == jobRunning && j.Stage == stage && fraction < j.Fraction+step {
		return
	}
	j.State, j.Stage, j.Fraction = jobRunning, stage, fraction
	j.tell()
}

// end notes what became of a job.
func (js *jobs) end(ctx context.Context, j *job, added wire.Added, err error) {
	js.mu.Lock()
	defer js.mu.Unlock()
	js.pending -= j.size
	j.Stage = ""
	switch {
	case err == nil:
		j.State, j.Fraction, j.Document = jobDone, 1, &added
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		j.State = jobCancelled
	default:
		j.State, j.Problem = jobFailed, problemOf(err)
	}
	j.tell()
}

// tell wakes those who wait for a change.
func (j *job) tell() {
	j.Version++
	close(j.changed)
	j.changed = make(chan struct{})
}

// list returns all jobs that are known, oldest first.
func (js *jobs) list() []Job {
	js.mu.Lock()
	defer js.mu.Unlock()
	all := make([]Job, len(js.all))
	for i, j := range js.all {
		all[i] = j.Job
	}
	return all
}

// get returns a job, and what is closed at its next change; nil where there is
// none of that ID.
func (js *jobs) get(id string) (*job, Job, <-chan struct{}) {
	js.mu.Lock()
	defer js.mu.Unlock()
	for _, j := range js.all {
		if j.ID == id {
			return j, j.Job, j.changed
		}
	}
	return nil, Job{}, nil
}

// wait returns a job as soon as enough says so of it, or as it is when the
// context ends or the server stops.
func (js *jobs) wait(ctx context.Context, id string, enough func(*Job) bool) (Job, bool) {
	for {
		j, now, changed := js.get(id)
		if j == nil || enough(&now) {
			return now, j != nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return now, true
		case <-js.stopped:
			return now, true
		}
	}
}

// cancel ends a job, or forgets one that has ended, and returns it as it was
// until then; false where there is none of that ID.
func (js *jobs) cancel(id string) (Job, bool) {
	js.mu.Lock()
	defer js.mu.Unlock()
	i := slices.IndexFunc(js.all, func(j *job) bool { return j.ID == id })
	if i < 0 {
		return Job{}, false
	}
	j := js.all[i]
	if j.ended() {
		js.all = slices.Delete(js.all, i, i+1)
	} else {
		j.cancel()
	}
	return j.Job, true
}

// drain waits for the jobs under way; those that have not ended when the context
// does are cancelled. It reports how many those were.
func (js *jobs) drain(ctx context.Context) (cut int) {
	ended := make(chan struct{})
	go func() {
		js.running.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return 0
	case <-ctx.Done():
	}
	for _, j := range js.list() {
		if j.ended() {
			continue
		}
		if was, known := js.cancel(j.ID); known && !was.ended() {
			cut++
		}
	}
	<-ended
	return cut
}

// nameOf is what an upload is called by who sent it.
func nameOf(u Upload) string {
	for _, name := range []string{u.Name, u.Title, u.URL, u.ID} {
		if name != "" {
			return name
		}
	}
	return "upload"
}

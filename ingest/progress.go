package ingest

// Stage is a step on the way from a source to its reading.
type Stage string

// The stages, in their order.
const (
	Opening       Stage = "opening"       // the file, or the download
	Parsing       Stage = "parsing"       // of the file into text, headings, sentences
	Understanding Stage = "understanding" // what each sentence says
)

// Progress is told the stage that a source is in, and which share of it is done,
// from 0 to 1. It is called often, from one goroutine at a time.
type Progress func(stage Stage, share float64)

// tell tells nobody where nobody asked.
func (p Progress) tell(stage Stage, done, of int) {
	if p != nil {
		p(stage, float64(done)/float64(max(of, 1)))
	}
}

// of is what a stage tells that knows nothing of the others, nil where nobody
// asked.
func (p Progress) of(stage Stage) func(done, of int) {
	if p == nil {
		return nil
	}
	return func(done, of int) { p.tell(stage, done, of) }
}
